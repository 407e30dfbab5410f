import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import type { IncidentTask } from '../graph/incident-tasks.ts';
import { toProblem } from '../lib/problem.ts';
import { tasksQuery } from '../resources/incident-tasks/queries.ts';
import { isRunning, isWaiting } from '../resources/incident-tasks/states.ts';
import { loadRunPanel } from '../run-panel/load-run-panel.ts';
import { RunMarks } from '../run-panel/run-marks.tsx';
import { DataGrid } from '../ui/data-grid/data-grid.tsx';
import { useRowView } from '../ui/data-grid/use-row-view.ts';
import { countOf, formatCount } from '../ui/format.ts';
import { GridSection } from '../ui/grid-section.tsx';
import { Page } from '../ui/page.tsx';
import { PartBoundary } from '../ui/part-boundary.tsx';
import { usePreferences } from '../ui/preferences.ts';
import { ReadFacts } from '../ui/read-facts.tsx';
import { readSort, writeSort } from '../ui/sort-param.ts';
import { Split } from '../ui/split.tsx';
import { readKeptIds, useKeptState } from '../ui/use-kept-state.ts';
import { useSelected } from '../ui/use-selected.ts';
import { type ActionDraft, readDraft } from './action-draft.ts';
import { NoDefender, NoTasks } from './empty-states.tsx';
import type { TasksSearch } from './search.ts';
import { incidentGroup, taskColumns, taskId, taskRowName } from './task-columns.tsx';
import { TaskCommands } from './task-commands.tsx';
import { MissingTask, TaskDetails } from './task-details.tsx';
import { noFilters, TaskFilterRow } from './task-filter-row.tsx';
import { taskFilter } from './task-filters.ts';

// The dialog, and what shows the outcomes, are loaded when somebody is about to act.
const loadDialog = () => import('./run-action-dialog.tsx');
const RunActionDialog = lazy(async () => ({ default: (await loadDialog()).RunActionDialog }));

const route = getRouteApi('/incident-tasks');
const noTasks: readonly IncidentTask[] = [];
const nothing: ReadonlySet<string> = new Set();

/** Every incident task, and which of them wait for somebody. */
export function TasksPage() {
  const { session } = route.useRouteContext();
  return session.hasDefender ? <Tasks /> : <NoDefender cloud={session.cloud} />;
}

function Tasks() {
  const { graph, runner } = route.useRouteContext();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/incident-tasks' });
  const [{ density }] = usePreferences();
  const query = useQuery(tasksQuery(graph));
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
  const { q = '', status, actionStatus, type, source } = search;
  const sort = readSort(search.sort);
  const groupBy = search.group === undefined ? incidentGroup : undefined;
  const where = useMemo(
    () => taskFilter({ status, actionStatus, type, source }),
    [status, actionStatus, type, source],
  );
  const isComplete = query.data?.isComplete === true;
  const view = useRowView(rows, taskColumns, {
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
    // The network may be gone by the click. A failure is told when the dialog is opened.
    if (isAboutToAct) Promise.all([loadDialog(), loadRunPanel()]).catch(() => undefined);
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
    <Page title="Incident tasks" facts={<ReadFacts query={query} facts={query.data && factsOf(rows)} />}>
      <RunMarks runner={runner}>
        <TaskCommands
          view={view}
          selection={selection}
          selected={selected}
          isAllHere={isAllHere}
          onSelectionChange={setSelection}
          onRun={() => setDraft({ taskId: null, note: '' })}
        />
        {draft && isAskedHere && (
          <PartBoundary name="The dialog">
            <Suspense fallback={null}>
              <RunActionDialog
                tasks={one ?? selected.shown}
                hiddenTasks={one ? noTasks : selected.hiddenRows}
                all={rows}
                loadedAt={query.dataUpdatedAt}
                note={draft.note}
                onNoteChange={(note) => setDraft({ ...draft, note })}
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
        <Split
          list={
            <>
              <TaskFilterRow
                tasks={rows}
                view={view}
                search={search}
                onChange={change}
                isRead={query.data !== undefined}
              />
              <GridSection
                problem={query.error ? toProblem(query.error) : undefined}
                setAside={query.data?.setAside}
                onRetry={() => void query.refetch()}
                isEmpty={rows.length === 0}
              >
                <DataGrid
                  label="Incident tasks"
                  columns={taskColumns}
                  view={view}
                  rowId={taskId}
                  rowName={taskRowName}
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
            </>
          }
          details={
            opened ? (
              <TaskDetails
                task={opened}
                graph={graph}
                onRun={() => setDraft({ taskId: opened.id, note: '' })}
                onClose={close}
              />
            ) : (
              search.task !== undefined && isComplete && <MissingTask id={search.task} onClose={close} />
            )
          }
        />
      </RunMarks>
    </Page>
  );
}

/** "26 tasks", "9 waiting for you", and how many actions run, which is why the list is read again by itself. */
function factsOf(tasks: readonly IncidentTask[]): readonly string[] {
  const waiting = tasks.filter(isWaiting).length;
  const running = tasks.filter(isRunning).length;
  return [
    countOf(tasks.length, 'task'),
    `${formatCount(waiting)} waiting for you`,
    ...(running > 0 ? [`${formatCount(running)} running`] : []),
  ];
}
