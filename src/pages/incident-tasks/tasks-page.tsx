import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useSyncExternalStore } from 'react';
import { responseAction } from '../../actions/response-action/action.ts';
import { isSendingTasks } from '../../actions/sending-tasks.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { tasksQuery } from '../../resources/incident-tasks/queries.ts';
import { loadRunPanel } from '../../run-panel/load-run-panel.ts';
import { RoleNote } from '../../run-panel/role-note.tsx';
import { RunMarks } from '../../run-panel/run-marks.tsx';
import { useTaskRefusals, useTaskTimes } from '../../run-panel/task-past.ts';
import type { GroupOrder } from '../../ui/data-grid/row-model.ts';
import { FilterRow } from '../../ui/list-page/filter-row.tsx';
import { ListGrid } from '../../ui/list-page/list-grid.tsx';
import { ListPage } from '../../ui/list-page/list-page.tsx';
import { OpenedRow } from '../../ui/list-page/opened-row.tsx';
import { useAsked, useChangeSearch } from '../../ui/list-page/use-asked.ts';
import { rowsOf, useList } from '../../ui/list-page/use-list.ts';
import { useSelection } from '../../ui/list-page/use-selection.ts';
import { PartBoundary } from '../../ui/part-boundary.tsx';
import { useKeptState } from '../../ui/use-kept-state.ts';
import { type ActionDraft, draftOf, readDraft } from './action-draft.ts';
import { NoDefender, NoTasks } from './empty-states.tsx';
import { GroupToggle } from './group-toggle.tsx';
import type { TasksSearch } from './search.ts';
import { incidentGroup, taskColumnsOf, taskId, taskNamesOf } from './task-columns.tsx';
import { TaskCommands } from './task-commands.tsx';
import { MissingTask, TaskDetails } from './task-details.tsx';
import { TaskFacts } from './task-facts.tsx';
import { noFilters, taskFilters } from './task-filters.ts';
import { TaskTimesProvider } from './task-progress.tsx';
import { RefusalsProvider } from './why-not.tsx';

// The dialog and the results panel load once a task is selected or open.
const loadDialogs = () => import('./task-dialogs.tsx');
const TaskDialogs = lazy(async () => ({ default: (await loadDialogs()).TaskDialogs }));

const route = getRouteApi('/incident-tasks');
/** Incident ids count up. */
const newestFirst: GroupOrder = {
  text: 'newest first',
  compare: (a, b) => b.id.localeCompare(a.id, 'en', { numeric: true }),
};
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
  const search = route.useSearch();
  const change = useChangeSearch<TasksSearch>();
  const isSending = useSyncExternalStore(runner.runs.subscribe, () => isSendingTasks(runner.runs.get()));
  const query = useQuery(tasksQuery(graph, isSending));
  const read = rowsOf(query);
  const { rows, isComplete } = read;
  const columns = useMemo(() => taskColumnsOf(rows), [rows]);
  const rowName = useMemo(() => taskNamesOf(rows), [rows]);
  const times = useTaskTimes({ journal, runner }, rows);
  const refusals = useTaskRefusals({ journal, runner }, rows);
  const list = useList(read, useAsked(search, change, { filters: taskFilters, noFilters }), {
    name: 'incident-tasks',
    noun: 'task',
    columns,
    rowId: taskId,
    groupBy: search.group === undefined ? incidentGroup : undefined,
    groupOrder: newestFirst,
  });
  const selection = useSelection(list, 'incident-tasks');
  const [draft, setDraft] = useKeptState<ActionDraft | null>(
    'action.incident-tasks',
    null,
    (value) => value,
    readDraft,
  );

  const isAboutToAct = selection.rows.length > 0 || search.task !== undefined;
  useEffect(() => {
    // The network may be gone by the click. A failure shows when the dialog opens.
    if (isAboutToAct) Promise.all([loadDialogs(), loadRunPanel()]).catch(() => undefined);
  }, [isAboutToAct]);
  const one = draft && draft.taskId !== null ? rows.filter(({ id }) => id === draft.taskId) : undefined;
  const isAskedHere = one === undefined ? selection.isAllHere : isComplete || one.length > 0;
  const close = () => change({ task: undefined });

  return (
    <TaskTimesProvider times={times}>
      <RefusalsProvider refusals={refusals}>
        <ListPage
          title="Incident tasks"
          facts={
            <TaskFacts
              query={query}
              tasks={rows}
              times={times}
              onFilter={(wanted) => change({ ...noFilters, actionStatus: [wanted] })}
            />
          }
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
                      all={rows}
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
              id={search.task}
              missing={(id) => <MissingTask id={id} isLoading={query.isFetching} onClose={close} />}
            >
              {(task) => (
                <TaskDetails
                  task={task}
                  all={rows}
                  graph={graph}
                  onRun={() => setDraft(draftOf('run', task.id))}
                  onSetStatus={() => setDraft(draftOf('status', task.id))}
                  onClose={close}
                />
              )}
            </OpenedRow>
          }
        >
          <ListGrid
            label="Incident tasks"
            list={list}
            selection={selection}
            rowName={rowName}
            onOpen={(task) => change({ task: task.id })}
            openedId={search.task}
            empty={<NoTasks />}
          />
        </ListPage>
      </RefusalsProvider>
    </TaskTimesProvider>
  );
}
