import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useId, useMemo } from 'react';
import { evidenceOf } from '../../resources/incidents/evidence-summary.ts';
import { incidentDetailsQuery } from '../../resources/incidents/queries.ts';
import { EmptyState } from '../../ui/page.tsx';
import { PartBoundary } from '../../ui/part-boundary.tsx';
import { type Tab, Tabs } from '../../ui/tabs.tsx';
import { useWindowCondition, windowCondition } from '../../ui/use-narrow.ts';
import { IncidentHead } from './incident-head.tsx';
import styles from './incident-view.module.css';
import { openedGroup } from './opened.ts';
import type { PartProps, Sources } from './part.ts';
import type { IncidentsSearch, IncidentTab } from './search.ts';
import { TasksByTarget } from './tasks/tasks-by-target.tsx';
import { calmInterval, type Desk } from './use-desk.ts';

const Context = lazy(async () => ({ default: (await import('./context/context.tsx')).Context }));
const Alerts = lazy(async () => ({ default: (await import('./tabs/alerts.tsx')).Alerts }));
const Evidence = lazy(async () => ({ default: (await import('./tabs/evidence.tsx')).Evidence }));
const Runs = lazy(async () => ({ default: (await import('./tabs/runs.tsx')).Runs }));

/** Without room for the context, it is a tab. */
const wide = windowCondition('(min-width: 1280px)');

/**
 * An incident: its tasks by target, what is known around it, and the commands.
 *
 * @param props.incidentId '' for the tasks without an incident
 * @param props.onBack leads to the list; absent where the list is beside it
 */
export function IncidentView({
  incidentId,
  desk,
  sources,
  search,
  onChange,
  onBack,
}: {
  incidentId: string;
  desk: Desk;
  sources: Sources;
  search: IncidentsSearch;
  onChange: (next: Partial<IncidentsSearch>) => void;
  onBack: (() => void) | undefined;
}) {
  const titleId = useId();
  const isWide = useWindowCondition(wide);
  const listed = desk.incidents.groupOf.get(incidentId);
  const details = useQuery({
    ...incidentDetailsQuery(sources.graph, incidentId),
    enabled: incidentId !== '',
    refetchInterval: ({ state }) => state.status === 'success' && calmInterval,
  });
  const { data } = details;
  const group = useMemo(() => openedGroup(incidentId, listed, data), [incidentId, listed, data]);
  const alerts = data?.alerts.items;
  const found = useMemo(() => (alerts ? evidenceOf(alerts).length : undefined), [alerts]);
  const part: PartProps = { group, details, all: desk.tasks, sources, onComment: () => undefined };
  const tab: IncidentTab =
    search.tab === undefined || (search.tab === 'context' && isWide) ? 'tasks' : search.tab;
  const tabs: readonly Tab<IncidentTab>[] = [
    { value: 'tasks', label: 'Tasks', count: group.tasks.length },
    { value: 'alerts', label: 'Alerts', count: alerts?.length },
    { value: 'evidence', label: 'Evidence', count: found },
    { value: 'runs', label: 'Runs' },
    ...(isWide ? [] : [{ value: 'context', label: 'Context' } as const]),
  ];
  return (
    <>
      <article className={styles.view} aria-labelledby={titleId}>
        <IncidentHead titleId={titleId} group={group} details={data} desk={desk} onBack={onBack} />
        <div className={styles.tabs}>
          <Tabs
            label="Incident"
            tabs={tabs}
            selected={tab}
            onSelect={(next) => onChange({ tab: next === 'tasks' ? undefined : next, task: undefined })}
          />
        </div>
        {tab === 'tasks' && (
          <section className={styles.body} aria-label="Tasks">
            {group.tasks.length > 0 ? (
              <TasksByTarget group={group} all={desk.tasks} />
            ) : (
              desk.list.isComplete && (
                <EmptyState title="No tasks">
                  <p>No incident task belongs to this incident.</p>
                </EmptyState>
              )
            )}
          </section>
        )}
        {tab !== 'tasks' && (
          <section className={styles.body} aria-label={labels[tab]}>
            <Part {...part} tab={tab} />
          </section>
        )}
      </article>
      {isWide && (
        <section className={styles.context} aria-label="Context">
          <Part {...part} tab="context" />
        </section>
      )}
    </>
  );
}

const labels = { alerts: 'Alerts', evidence: 'Evidence', runs: 'Runs', context: 'Context' } as const;
const parts = { alerts: Alerts, evidence: Evidence, runs: Runs, context: Context } as const;

/** The code of a part comes when it is first shown. */
function Part({ tab, ...props }: PartProps & { tab: keyof typeof parts }) {
  const Shown = parts[tab];
  return (
    <PartBoundary name={labels[tab]}>
      <Suspense fallback={null}>
        <Shown {...props} />
      </Suspense>
    </PartBoundary>
  );
}
