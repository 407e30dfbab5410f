import { getRouteApi, useMatch, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { RefusalsProvider } from '../../dialogs/tasks/why-not.tsx';
import { StagingBar } from '../../plan/staging-bar/staging-bar.tsx';
import type { TasksOfIncident } from '../../resources/incident-tasks/by-incident.ts';
import { TaskTimesProvider } from '../../resources/incident-tasks/task-progress.tsx';
import { RunMarks } from '../../run-panel/run-marks.tsx';
import { useTaskRefusals } from '../../run-panel/task-past.ts';
import { useKeys } from '../../ui/keys/keys.ts';
import { useChangeSearch } from '../../ui/list-page/use-asked.ts';
import { useSteps } from '../../ui/list-page/use-steps.ts';
import { EmptyState, Page } from '../../ui/page.tsx';
import { Freshness, QueryState } from '../../ui/query-state.tsx';
import { RefreshButton } from '../../ui/refresh-button.tsx';
import { useWindowCondition, windowCondition } from '../../ui/use-narrow.ts';
import { IncidentList } from './incident-list.tsx';
import { IncidentView } from './incident-view.tsx';
import styles from './incidents-page.module.css';
import { ListHead } from './list-head.tsx';
import { NothingOpen } from './nothing-open.tsx';
import { type IncidentsSearch, idInAddress, idOfAddress } from './search.ts';
import { useDesk } from './use-desk.ts';
import { useShownId } from './use-shown-id.ts';

const route = getRouteApi('/incidents');
/** List or incident: there is no room for both. */
const tight = windowCondition('(max-width: 1023px)');

/** The desk of an analyst: incidents with tasks, the tasks of one of them, and what is known around it. */
export function IncidentsPage() {
  const { session, runner } = route.useRouteContext();
  if (!session.hasDefender) return <NoDefender cloud={session.cloud} />;
  return (
    <RunMarks runner={runner}>
      <Incidents />
    </RunMarks>
  );
}

function Incidents() {
  const { graph, journal, runner } = route.useRouteContext();
  const sources = { graph, journal, runner };
  const search = route.useSearch();
  const change = useChangeSearch<IncidentsSearch>();
  const navigate = useNavigate({ from: '/incidents' });
  const openedId = idOfAddress(
    useMatch({ from: '/incidents/$incidentId', shouldThrow: false })?.params.incidentId,
  );
  const isTight = useWindowCondition(tight);
  const desk = useDesk(sources, search, change);
  const refusals = useTaskRefusals({ journal, runner }, desk.tasks);
  const { list, query, incidentsQuery } = desk;
  const takesFocus = useRef(false);
  const [isAsking, setAsking] = useState(false);
  const { shownId, isBehind, expect } = useShownId(openedId, isAsking);
  function open({ incidentId }: Pick<TasksOfIncident, 'incidentId'>): void {
    expect(incidentId);
    void navigate({
      to: '/incidents/$incidentId',
      params: { incidentId: idInAddress(incidentId) },
      search: (before) => ({ ...before, task: undefined }),
      replace: true,
    });
  }
  const steps = useSteps(list, openedId, open);
  useKeys('List', [
    { keys: 'J', label: 'Next incident', repeats: true, onPress: () => steps.next?.() },
    { keys: 'K', label: 'Previous incident', repeats: true, onPress: () => steps.previous?.() },
    { keys: '/', label: 'Search the list', onPress: focusSearch },
  ]);

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
    <TaskTimesProvider times={desk.known}>
      <RefusalsProvider refusals={refusals}>
        <div className={styles.page}>
          <div className={styles.desk}>
            {!isAlone && (
              <div className={styles.list}>
                <ListHead desk={desk} show={search.show} onChange={change} />
                <QueryState query={query} isEmpty={list.rows.length === 0} setAside={list.setAside}>
                  {/* Below the rows: they are of use without their incidents. */}
                  <QueryState
                    // One lost connection is told once, by the tasks.
                    query={query.error ? { ...incidentsQuery, error: null } : incidentsQuery}
                    isEmpty={false}
                    context="Titles and severity of incidents"
                  >
                    <IncidentList desk={desk} openedId={openedId} steps={steps} />
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
                onChange={change}
                onBack={
                  isAlone
                    ? () =>
                        void navigate({
                          to: '/incidents',
                          search: (before) => ({ ...before, task: undefined, tab: undefined }),
                          replace: true,
                        })
                    : undefined
                }
              />
            )}
          </div>
          <StagingBar />
        </div>
      </RefusalsProvider>
    </TaskTimesProvider>
  );
}

function focusSearch(): void {
  document.querySelector<HTMLElement>('main input[type="search"]')?.focus();
}

/** The page in a cloud without Defender incident tasks. */
function NoDefender({ cloud }: { cloud: string }) {
  return (
    <Page title="Incidents">
      <EmptyState title="No incidents in this cloud">
        <p>
          Microsoft doesn’t offer Defender XDR incident tasks in <code>{cloud}</code>, the cloud that this
          Actiondesk is set up for. Driver pages aren’t affected.
        </p>
      </EmptyState>
    </Page>
  );
}
