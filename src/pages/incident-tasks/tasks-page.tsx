import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useSyncExternalStore } from 'react';
import { responseAction } from '../../actions/response-action/action.ts';
import { isSendingTasks } from '../../actions/sending-tasks.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { toProblem } from '../../lib/problem.ts';
import { tasksQuery } from '../../resources/incident-tasks/queries.ts';
import { loadRunPanel } from '../../run-panel/load-run-panel.ts';
import { RoleNote } from '../../run-panel/role-note.tsx';
import { RunMarks } from '../../run-panel/run-marks.tsx';
import { DataGrid } from '../../ui/data-grid/data-grid.tsx';
import { useRowView } from '../../ui/data-grid/use-row-view.ts';
import { countOf } from '../../ui/format.ts';
import { GridSection } from '../../ui/grid-section.tsx';
import { Page } from '../../ui/page.tsx';
import { PartBoundary } from '../../ui/part-boundary.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { readSort, writeSort } from '../../ui/sort-param.ts';
import { Split } from '../../ui/split.tsx';
import { readKeptIds, useKeptState } from '../../ui/use-kept-state.ts';
import { useSelected } from '../../ui/use-selected.ts';
import { type ActionDraft, draftOf, readDraft } from './action-draft.ts';
import { NoDefender, NoTasks } from './empty-states.tsx';
import type { TasksSearch } from './search.ts';
import { incidentGroup, taskColumnsOf, taskId, taskNamesOf } from './task-columns.tsx';
import { TaskCommands } from './task-commands.tsx';
import { MissingTask, TaskDetails } from './task-details.tsx';
import { TaskFacts } from './task-facts.tsx';
import { noFilters, TaskFilterRow } from './task-filter-row.tsx';
import { taskFilter } from './task-filters.ts';
import { useTaskRefusals, useTaskTimes } from './task-past.ts';
import { TaskTimesProvider } from './task-progress.tsx';
import { RefusalsProvider } from './why-not.tsx';

// The dialog and the results panel load once a task is selected or open.
const loadDialogs = () => import('./task-dialogs.tsx');
const TaskDialogs = lazy(async () => ({ default: (await loadDialogs()).TaskDialogs }));

const route = getRouteApi('/incident-tasks');
const noTasks: readonly IncidentTask[] = [];
const nothing: ReadonlySet<string> = new Set();

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
  const navigate = useNavigate({ from: '/incident-tasks' });
  const [{ density }] = usePreferences();
  const isSending = useSyncExternalStore(runner.runs.subscribe, () => isSendingTasks(runner.runs.get()));
  const query = useQuery(tasksQuery(graph, isSending));
  const [selection, setSelection] = useKeptState(
    'selection.incident-tasks',
    nothing,
    (ids) => [...ids],
    readKeptIds,
  );
  const [draft, setDraft] = useKeptState<ActionDraft | null>(
    'action.incident-tasks',
    null,
    (value) => value,
    readDraft,
  );

  const rows = query.data?.rows ?? noTasks;
  const columns = useMemo(() => taskColumnsOf(rows), [rows]);
  const rowName = useMemo(() => taskNamesOf(rows), [rows]);
  const times = useTaskTimes({ journal, runner }, rows);
  const refusals = useTaskRefusals({ journal, runner }, rows);
  const { q = '', status, actionStatus, type, source } = search;
  const sort = readSort(search.sort);
  const groupBy = search.group === undefined ? incidentGroup : undefined;
  const where = useMemo(
    () => taskFilter({ status, actionStatus, type, source }),
    [status, actionStatus, type, source],
  );
  const isComplete = query.data?.isComplete === true;
  const view = useRowView(rows, columns, {
    search: q,
    where,
    sort,
    groupBy,
    // Incident ids count up: the newest incident comes first.
    groupDirection: 'descending',
    hold: {
      rowId: taskId,
      filters: JSON.stringify([status, actionStatus, type, source]),
      isComplete,
      isLoading: query.isFetching,
    },
  });
  const selected = useSelected(view, taskId, selection);
  const isAboutToAct = selected.rows.length > 0 || search.task !== undefined;
  useEffect(() => {
    // The network may be gone by the click. A failure shows when the dialog opens.
    if (isAboutToAct) Promise.all([loadDialogs(), loadRunPanel()]).catch(() => undefined);
  }, [isAboutToAct]);
  // After a trip to the sign-in page, a dialog must not decide on the first page of its selection alone.
  const isAllHere = isComplete || selected.rows.length === selection.size;
  const one = draft && draft.taskId !== null ? rows.filter(({ id }) => id === draft.taskId) : undefined;
  const isAskedHere = one === undefined ? isAllHere : isComplete || one.length > 0;
  const opened = rows.find(({ id }) => id === search.task);

  const change = (next: Partial<TasksSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const close = () => change({ task: undefined });

  return (
    <Page
      title="Incident tasks"
      facts={
        <TaskFacts
          query={query}
          tasks={rows}
          times={times}
          onFilter={(wanted) => change({ ...noFilters, actionStatus: [wanted] })}
        />
      }
    >
      <TaskTimesProvider times={times}>
        <RefusalsProvider refusals={refusals}>
          <TaskCommands
            view={view}
            selection={selection}
            selected={selected}
            isAllHere={isAllHere}
            onSelectionChange={setSelection}
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
                  tasks={one ?? selected.shown}
                  hiddenTasks={one ? noTasks : selected.hiddenRows}
                  all={rows}
                  loadedAt={query.dataUpdatedAt}
                  runner={runner}
                  onClose={() => setDraft(null)}
                  onStarted={() => {
                    setDraft(null);
                    setSelection(nothing);
                  }}
                  onNotSent={(ids) => setSelection((now) => new Set([...now, ...ids]))}
                />
              </Suspense>
            </PartBoundary>
          )}
          {/* Above the split: beside open details, it would break into two lines and move the rows. */}
          <TaskFilterRow
            tasks={rows}
            view={view}
            search={search}
            onChange={change}
            isRead={query.data !== undefined}
          />
          <Split
            list={
              <GridSection
                problem={query.error ? toProblem(query.error) : undefined}
                setAside={query.data?.setAside}
                onRetry={() => void query.refetch()}
                isEmpty={rows.length === 0}
              >
                <DataGrid
                  label="Incident tasks"
                  columns={columns}
                  view={view}
                  rowId={taskId}
                  rowName={rowName}
                  density={density}
                  sort={sort}
                  onSortChange={(next) => change({ sort: writeSort(next) })}
                  selection={selection}
                  onSelectionChange={setSelection}
                  allLabel={`Select all ${countOf(view.matching, 'matching task')}`}
                  onOpen={(task) => change({ task: task.id })}
                  openedId={opened?.id}
                  groupBy={groupBy}
                  busy={query.isFetching}
                  loadingRows={query.isPending ? 16 : undefined}
                  storageKey="incident-tasks"
                  empty={<NoTasks total={rows.length} onClear={() => change(noFilters)} />}
                />
              </GridSection>
            }
            details={
              opened ? (
                <TaskDetails
                  task={opened}
                  all={rows}
                  graph={graph}
                  onRun={() => setDraft(draftOf('run', opened.id))}
                  onSetStatus={() => setDraft(draftOf('status', opened.id))}
                  onClose={close}
                />
              ) : (
                search.task !== undefined &&
                isComplete && <MissingTask id={search.task} isLoading={query.isFetching} onClose={close} />
              )
            }
          />
        </RefusalsProvider>
      </TaskTimesProvider>
    </Page>
  );
}
