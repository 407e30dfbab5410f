import { useMatch, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { TasksOfIncident } from '../../resources/incident-tasks/by-incident.ts';
import type { Sources } from '../../run-panel/sources.ts';
import type { Steps } from '../../ui/details-panel.tsx';
import { useKeys } from '../../ui/keys/keys.ts';
import { useSteps } from '../../ui/list-page/use-steps.ts';
import { Freshness, QueryState } from '../../ui/query-state.tsx';
import { RefreshButton } from '../../ui/refresh-button.tsx';
import { useLoadAhead } from '../../ui/use-load-ahead.ts';
import { useWindowCondition, windowCondition } from '../../ui/use-narrow.ts';
import { loadDialogs } from './desk-dialogs.tsx';
import { IncidentList } from './incident-list.tsx';
import { IncidentView } from './incident-view.tsx';
import styles from './incidents-page.module.css';
import { ListHead } from './list-head.tsx';
import { NothingOpen } from './nothing-open.tsx';
import { type IncidentsSearch, idInAddress, idOfAddress } from './search.ts';
import type { Desk } from './use-desk.ts';
import { useShownId } from './use-shown-id.ts';

/** List or incident: there is no room for both. */
const tight = windowCondition('(max-width: 1023px)');

/**
 * The incidents, and beside them the one that the address names. A key that opens another one draws the row that it marks,
 * and the incident in the frames after that: list and incident are drawn again only for what they show.
 */
export function ListAndIncident({
  desk,
  sources,
  search,
  onChange,
}: {
  desk: Desk;
  sources: Sources;
  search: IncidentsSearch;
  onChange: (next: Partial<IncidentsSearch>) => void;
}) {
  const navigate = useNavigate({ from: '/incidents' });
  const openedId = idOfAddress(
    useMatch({
      from: '/incidents/$incidentId',
      shouldThrow: false,
      select: ({ params }) => params.incidentId,
    }),
  );
  const isTight = useWindowCondition(tight);
  const { list, query, incidentsQuery } = desk;
  const takesFocus = useRef(false);
  const [isAsking, setAsking] = useState(false);
  const { shownId, markedId, isBehind, expect } = useShownId(openedId, isAsking);
  function open({ incidentId }: Pick<TasksOfIncident, 'incidentId'>): void {
    expect(incidentId);
    void navigate({
      to: '/incidents/$incidentId',
      params: { incidentId: idInAddress(incidentId) },
      search: (before) => ({ ...before, task: undefined }),
      replace: true,
    });
  }
  const steps = useRef<Steps>({ previous: undefined, next: undefined });
  steps.current = useSteps(list, markedId, open);
  const step = useCallback((way: keyof Steps) => steps.current[way]?.(), []);
  useKeys('List', [
    { keys: 'J', label: 'Next incident', repeats: true, onPress: () => step('next') },
    { keys: 'K', label: 'Previous incident', repeats: true, onPress: () => step('previous') },
    { keys: '/', label: 'Search the list', onPress: focusSearch },
  ]);
  const leave = useCallback(
    () =>
      void navigate({
        to: '/incidents',
        search: (before) => ({ ...before, task: undefined, tab: undefined }),
        replace: true,
      }),
    [navigate],
  );
  useLoadAhead(desk.tasks.length > 0, loadDialogs);

  const { view } = list;
  const first = view.shown > 0 ? view.at(0) : undefined;
  // Which one is the most urgent is known once the incidents are here.
  const isOrdered = list.isComplete && !incidentsQuery.isFetching;
  // Beside the list, something is always open: the address says so.
  useEffect(() => {
    if (!isTight && openedId === undefined && first && isOrdered) open(first);
  });
  const isAlone = isTight && openedId !== undefined;
  return (
    <div className={styles.desk}>
      {!isAlone && (
        <div className={styles.list}>
          <ListHead desk={desk} show={search.show} onChange={onChange} />
          <QueryState query={query} isEmpty={list.rows.length === 0} setAside={list.setAside}>
            {/* Below the rows: they are of use without their incidents. */}
            <QueryState
              // One lost connection is told once, by the tasks.
              query={query.error ? { ...incidentsQuery, error: null } : incidentsQuery}
              isEmpty={false}
              context="Titles and severity of incidents"
            >
              <IncidentList desk={desk} openedId={markedId} onStep={step} />
            </QueryState>
          </QueryState>
          <p className={styles.fresh}>
            <Freshness query={query}>
              <RefreshButton isBusy={query.isFetching} onRefresh={() => void query.refetch()} />
            </Freshness>
          </p>
        </div>
      )}
      {openedId === undefined && !isTight && <NothingOpen desk={desk} show={search.show} />}
      {shownId !== undefined && openedId !== undefined && (
        <IncidentView
          key={shownId}
          incidentId={shownId}
          takesFocus={takesFocus}
          isBehind={isBehind}
          onAsking={setAsking}
          desk={desk}
          sources={sources}
          search={search}
          onChange={onChange}
          onBack={isAlone ? leave : undefined}
        />
      )}
    </div>
  );
}

function focusSearch(): void {
  document.querySelector<HTMLElement>('main input[type="search"]')?.focus();
}
