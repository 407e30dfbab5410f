import { useQuery } from '@tanstack/react-query';
import { lazy, memo, Suspense, useEffect, useId, useLayoutEffect, useMemo } from 'react';
import { commentDraft } from '../../dialogs/incidents/incident-draft.ts';
import { draftAbout } from '../../dialogs/tasks/action-draft.ts';
import type { Evidence } from '../../graph/evidence.ts';
import { toProblem } from '../../lib/problem.ts';
import { incidentDetailsQuery } from '../../resources/incidents/details/queries.ts';
import { evidenceOf } from '../../resources/incidents/evidence-summary.ts';
import type { Sources } from '../../run-panel/sources.ts';
import { EmptyState } from '../../ui/page.tsx';
import { PartBoundary } from '../../ui/part-boundary.tsx';
import { type Tab, Tabs } from '../../ui/tabs.tsx';
import { useWindowCondition, windowCondition } from '../../ui/use-narrow.ts';
import { Context } from './context/context.tsx';
import { DeskDialogs } from './desk-dialogs.tsx';
import { incidentChanges } from './incident-changes.ts';
import { handheld, IncidentCommands } from './incident-commands.tsx';
import { IncidentHead } from './incident-head.tsx';
import { IncidentProblem } from './incident-problem.tsx';
import styles from './incident-view.module.css';
import { openedGroup } from './opened.ts';
import type { PartProps } from './part.ts';
import type { IncidentsSearch, IncidentTab } from './search.ts';
import { TaskProgress } from './task-progress.tsx';
import { ChoiceStatus } from './tasks/choice-status.tsx';
import { focusFirstBox, TasksByTarget } from './tasks/tasks-by-target.tsx';
import { useIncidentTasks } from './tasks/use-incident-tasks.ts';
import { useRowActions } from './tasks/use-row-actions.ts';
import { useTaskChoice } from './tasks/use-task-choice.ts';
import type { Desk } from './use-desk.ts';
import { useDrafts } from './use-drafts.ts';

const Alerts = lazy(async () => ({ default: (await import('./tabs/alerts.tsx')).Alerts }));
const EvidenceTab = lazy(async () => ({ default: (await import('./tabs/evidence.tsx')).Evidence }));
const Runs = lazy(async () => ({ default: (await import('./tabs/runs.tsx')).Runs }));

/** Without room for the context, it is a tab. */
const wide = windowCondition('(min-width: 1280px)');

/**
 * An incident: its tasks by target, what is known around it, and the commands.
 *
 * @param props.incidentId '' for the tasks without an incident
 * @param props.takesFocus the focus was in the incident before, which is gone: the title takes it, once
 * @param props.isBehind another incident is about to take its place: nothing is asked about this one any more
 * @param props.onAsking is told whether a dialog is open
 * @param props.onBack leads to the list; absent where the list is beside it
 */
export const IncidentView = memo(function IncidentView({
  incidentId,
  takesFocus,
  isBehind,
  onAsking,
  desk,
  sources,
  search,
  onChange,
  onBack,
}: {
  incidentId: string;
  takesFocus: { current: boolean };
  isBehind: () => boolean;
  onAsking: (isAsking: boolean) => void;
  desk: Desk;
  sources: Sources;
  search: IncidentsSearch;
  onChange: (next: Partial<IncidentsSearch>) => void;
  onBack: (() => void) | undefined;
}) {
  const titleId = useId();
  const isWide = useWindowCondition(wide);
  const isHandheld = useWindowCondition(handheld);
  const { tasks: all, ownNames, query, list } = desk;
  const listed = desk.incidents.groupOf.get(incidentId);
  const details = useQuery({
    ...incidentDetailsQuery(sources.graph, incidentId),
    enabled: incidentId !== '',
    // A failure waits for a person.
    refetchInterval: ({ state }) => state.status === 'success' && desk.refreshEvery,
  });
  const { data, dataUpdatedAt } = details;
  const { readAt } = desk.incidents;
  const { group, loadedAt } = useMemo(
    () => openedGroup(incidentId, { data: listed, at: readAt }, { data, at: dataUpdatedAt }),
    [incidentId, listed, readAt, data, dataUpdatedAt],
  );
  const alerts = data?.alerts.items;
  const evidence = useMemo(() => alerts?.flatMap((alert) => alert.evidence.items) ?? noEvidence, [alerts]);
  const found = useMemo(() => (alerts ? evidenceOf(alerts).length : undefined), [alerts]);
  const tasks = useIncidentTasks(group, all, evidence, desk.known, list.isComplete);
  const choice = useTaskChoice(incidentId, tasks, list.isComplete);
  // Focus is the browser's.
  useEffect(() => {
    if (takesFocus.current) document.getElementById(titleId)?.focus({ preventScroll: true });
    takesFocus.current = false;
  }, [takesFocus, titleId]);
  // The last moment at which the focus is still in the incident that goes.
  useLayoutEffect(
    () => () => {
      takesFocus.current = document.activeElement?.closest('[data-incident]') != null;
    },
    [takesFocus],
  );
  // On a phone, the tabs scroll sideways.
  useLayoutEffect(() => {
    const selected = document.querySelector('[data-incident] [role="tab"][aria-selected="true"]');
    if (isHandheld && search.tab !== undefined) selected?.scrollIntoView({ block: 'nearest' });
  }, [isHandheld, search.tab]);
  const drafts = useDrafts(incidentId);
  const isAsking = drafts.task !== null || drafts.incident !== null || drafts.user !== null;
  useLayoutEffect(() => {
    onAsking(isAsking);
    return () => onAsking(false);
  }, [isAsking, onAsking]);
  const actions = useRowActions({ choice, unfoldedId: search.task, onChange, drafts, query });
  const part: PartProps = {
    group,
    details,
    all,
    sources,
    onComment: () => drafts.setIncident(commentDraft([incidentId])),
  };
  const tab: IncidentTab =
    search.tab === undefined || (search.tab === 'context' && isWide) ? 'tasks' : search.tab;
  const tabs: readonly Tab<IncidentTab>[] = [
    { value: 'tasks', label: 'Tasks', count: query.data && group.tasks.length },
    { value: 'alerts', label: 'Alerts', count: alerts?.length },
    { value: 'evidence', label: 'Evidence', count: found },
    { value: 'runs', label: 'Runs' },
    ...(isWide ? [] : [{ value: 'context', label: 'Context' } as const]),
  ];
  const commands = (
    <IncidentCommands
      choice={choice}
      isBehind={isBehind}
      runner={sources.runner}
      onRun={() => drafts.setTask(draftAbout('run', choice.toRun))}
      onSelect={() => {
        if (tab !== 'tasks') return onChange({ tab: undefined, task: undefined });
        if (tasks.runnable.length > 0) return choice.selectRunnable(true);
        focusFirstBox(choice.able.map(({ id }) => id));
      }}
      onMark={() => drafts.setTask(draftAbout('status', choice.toMark))}
      more={incidentChanges(group, ownNames, drafts.setIncident)}
    />
  );
  return (
    <>
      <article className={styles.view} data-incident="" aria-labelledby={titleId}>
        <IncidentHead
          titleId={titleId}
          group={group}
          ownNames={ownNames}
          isLoading={details.isFetching || desk.incidentsQuery.isFetching}
          problem={details.error ? toProblem(details.error) : undefined}
          onBack={onBack}
          progress={<TaskProgress tasks={tasks.tasks} />}
        >
          {!isHandheld && commands}
          <DeskDialogs
            drafts={drafts}
            group={group}
            tasks={tasks}
            choice={choice}
            all={all}
            isComplete={list.isComplete}
            tasksLoadedAt={query.dataUpdatedAt}
            loadedAt={loadedAt}
            sources={sources}
          />
        </IncidentHead>
        <IncidentProblem details={details} desk={desk} hasList={onBack === undefined} />
        <div className={styles.tabs}>
          <Tabs
            label="Incident"
            tabs={tabs}
            selected={tab}
            onSelect={(next) => onChange({ tab: next === 'tasks' ? undefined : next, task: undefined })}
          />
          {tab === 'tasks' && <ChoiceStatus tasks={tasks} choice={choice} />}
        </div>
        {tab === 'tasks' && (
          <section className={styles.body} aria-label="Tasks">
            {group.tasks.length > 0 ? (
              <TasksByTarget
                incidentId={incidentId}
                tasks={tasks}
                choice={choice}
                unfoldedId={search.task}
                ownNames={ownNames}
                actions={actions}
              />
            ) : (
              list.isComplete && (
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
        {isHandheld && commands}
      </article>
      {isWide && (
        <section className={styles.context} aria-label="Context">
          <Part {...part} tab="context" />
        </section>
      )}
    </>
  );
});

const noEvidence: readonly Evidence[] = [];
const labels = { alerts: 'Alerts', evidence: 'Evidence', runs: 'Runs', context: 'Context' } as const;
const parts = { alerts: Alerts, evidence: EvidenceTab, runs: Runs, context: Context } as const;

/** The code of a tab comes when it is first shown. That of the context comes with the page: waited for, React would hold it back. */
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
