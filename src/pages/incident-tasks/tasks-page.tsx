import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { responseAction } from '../../actions/response-action/action.ts';
import { type ActionDraft, draftOf, readDraft } from '../../dialogs/tasks/action-draft.ts';
import { RefusalsProvider } from '../../dialogs/tasks/why-not.tsx';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { StagingBar } from '../../plan/staging-bar/staging-bar.tsx';
import { TaskTimesProvider } from '../../resources/incident-tasks/task-progress.tsx';
import { loadRunPanel } from '../../run-panel/load-run-panel.ts';
import { RoleNote } from '../../run-panel/role-note.tsx';
import { RunMarks } from '../../run-panel/run-marks.tsx';
import { useTaskRefusals } from '../../run-panel/task-past.ts';
import { FilterRow } from '../../ui/list-page/filter-row.tsx';
import { ListGrid } from '../../ui/list-page/list-grid.tsx';
import { ListPage } from '../../ui/list-page/list-page.tsx';
import { OpenedRow } from '../../ui/list-page/opened-row.tsx';
import { useChangeSearch, without } from '../../ui/list-page/use-asked.ts';
import { useSelection } from '../../ui/list-page/use-selection.ts';
import { PartBoundary } from '../../ui/part-boundary.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { useKeptState } from '../../ui/use-kept-state.ts';
import { useLoadAhead } from '../../ui/use-load-ahead.ts';
import { NoDefender, NoTasks } from './empty-states.tsx';
import { GroupToggle } from './group-toggle.tsx';
import type { TasksSearch } from './search.ts';
import { taskNamesOf } from './task-columns.tsx';
import { TaskCommands } from './task-commands.tsx';
import { MissingTask, TaskDetails } from './task-details.tsx';
import { TaskFacts } from './task-facts.tsx';
import styles from './tasks-page.module.css';
import { useTaskList } from './use-task-list.tsx';

// The dialog and the results panel load once a task is selected or open.
const loadDialogs = () => import('../../dialogs/tasks/task-dialogs.tsx');
const TaskDialogs = lazy(async () => ({ default: (await loadDialogs()).TaskDialogs }));
const loadAll = () => Promise.all([loadDialogs(), loadRunPanel()]);

const route = getRouteApi('/incident-tasks');
const withoutTask = without('task');
const noTasks: readonly IncidentTask[] = [];

/** Every incident task, and which of them ask for attention. */
export function TasksPage() {
  const { session, runner } = route.useRouteContext();
  if (!session.hasDefender) return <NoDefender cloud={session.cloud} />;
  return (
    <RunMarks runner={runner}>
      <Tasks />
    </RunMarks>
  );
}

function Tasks() {
  const { graph, journal, runner } = route.useRouteContext();
  const search = route.useSearch({ select: withoutTask });
  const change = useChangeSearch<TasksSearch>();
  const sources = { graph, journal, runner };
  const { query, list, tasks, incidents, incidentsQuery, times } = useTaskList(sources, search, change);
  const rowName = useMemo(() => taskNamesOf(tasks), [tasks]);
  const refusals = useTaskRefusals({ journal, runner }, tasks);
  const selection = useSelection(list, 'incident-tasks');
  const [draft, setDraft] = useKeptState<ActionDraft | null>(
    'action.incident-tasks',
    null,
    (value) => value,
    readDraft,
  );

  useLoadAhead(selection.rows.length > 0, loadAll);
  const one = draft && draft.taskId !== null ? tasks.filter(({ id }) => id === draft.taskId) : undefined;
  const isAskedHere = one === undefined ? selection.isAllHere : list.isComplete || one.length > 0;
  const open = (task: IncidentTask) => change({ task: task.id });
  const close = () => change({ task: undefined });

  return (
    <TaskTimesProvider times={times}>
      <RefusalsProvider refusals={refusals}>
        <ListPage
          title="Incident tasks"
          facts={<TaskFacts query={query} tasks={tasks} times={times} onFilter={change} />}
          commands={
            <>
              <TaskCommands
                selection={selection}
                onRun={() => setDraft(draftOf('run', null))}
                onSetStatus={() => setDraft(draftOf('status', null))}
              />
              <RoleNote runner={runner} action={responseAction} />
              {draft && isAskedHere && (
                <PartBoundary name="The dialog">
                  <Suspense fallback={null}>
                    <TaskDialogs
                      draft={draft}
                      onDraftChange={setDraft}
                      tasks={one ?? selection.shown}
                      hiddenTasks={one ? noTasks : selection.hiddenRows}
                      all={tasks}
                      loadedAt={query.dataUpdatedAt}
                      runner={runner}
                      onClose={() => setDraft(null)}
                      onStarted={() => {
                        setDraft(null);
                        selection.clear();
                      }}
                      onNotSent={selection.add}
                    />
                  </Suspense>
                </PartBoundary>
              )}
            </>
          }
          filters={
            <FilterRow list={list} selection={selection}>
              <GroupToggle group={search.group} onChange={(group) => change({ group })} />
            </FilterRow>
          }
          details={
            <OpenedRow
              list={list}
              onOpen={open}
              onLoad={loadAll}
              missing={(id) => <MissingTask id={id} isLoading={query.isFetching} onClose={close} />}
            >
              {(task, steps) => (
                <TaskDetails
                  task={task}
                  incidents={incidents}
                  incidentsQuery={incidentsQuery}
                  all={list.rows}
                  sources={sources}
                  onRun={() => setDraft(draftOf('run', task.id))}
                  onSetStatus={() => setDraft(draftOf('status', task.id))}
                  steps={steps}
                  hasKeys={selection.ids.size === 0}
                  onOpen={open}
                  onClose={close}
                />
              )}
            </OpenedRow>
          }
          foot={<StagingBar />}
        >
          <div className={styles.tasks}>
            {/* Below the rows: they are of use without their incidents. */}
            <QueryState
              // One lost connection is told once, by the tasks.
              query={query.error ? { ...incidentsQuery, error: null } : incidentsQuery}
              isEmpty={false}
              context="Titles and severity of incidents"
            >
              <ListGrid
                label="Incident tasks"
                list={list}
                selection={selection}
                rowName={rowName}
                onOpen={open}
                empty={<NoTasks />}
              />
            </QueryState>
          </div>
        </ListPage>
      </RefusalsProvider>
    </TaskTimesProvider>
  );
}
