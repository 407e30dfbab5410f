import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { isSendingTasks } from '../../actions/sending-tasks.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { progressOf, type TaskTimes } from '../../resources/incident-tasks/progress.ts';
import { tasksQuery } from '../../resources/incident-tasks/queries.ts';
import { isClosed, isDone } from '../../resources/incident-tasks/states.ts';
import { type Incidents, useIncidents } from '../../resources/incidents/use-incidents.ts';
import type { Sources } from '../../run-panel/sources.ts';
import { useTaskTimes } from '../../run-panel/task-past.ts';
import type { Group, GroupOrder } from '../../ui/data-grid/row-model.ts';
import { useAsked } from '../../ui/list-page/use-asked.ts';
import { rowsOf, useList } from '../../ui/list-page/use-list.ts';
import { useNow } from '../../ui/use-now.ts';
import { IncidentGroup } from './incident-group.tsx';
import type { TasksSearch } from './search.ts';
import { groupByOf, incidentColumnOf, taskColumnsOf, taskId } from './task-columns.tsx';
import { noFilters, taskFiltersOf } from './task-filters.ts';

/** The list of tasks as the address asks for it, with the incidents and times that its rows show. */
export function useTaskList(
  { graph, journal, runner }: Sources,
  search: TasksSearch,
  change: (next: Partial<TasksSearch>) => void,
) {
  const isSending = useSyncExternalStore(runner.runs.subscribe, () => isSendingTasks(runner.runs.get()));
  const tasksRead = useQuery(tasksQuery(graph, isSending));
  const read = rowsOf(tasksRead);
  const tasks = read.rows;
  const { query: incidentsQuery, known: incidents } = useIncidents(graph, read);
  const times = useTaskTimes({ journal, runner }, tasks);
  const stuckIds = useStuckIds(tasks, times);
  // Who refreshes the tasks wants to see their incidents as they are, too.
  const query = {
    ...tasksRead,
    refetch: () => [tasksRead, incidentsQuery].map((each) => each.refetch()),
  };

  const isGrouped = search.group === undefined;
  const rows = useMemo(() => mostUrgentFirst(incidents), [incidents]);
  const filters = useMemo(() => taskFiltersOf(incidents.byId, stuckIds), [incidents.byId, stuckIds]);
  const own = useMemo(() => taskColumnsOf(tasks), [tasks]);
  const columns = useMemo(() => {
    const [title, ...others] = own;
    return isGrouped || !title ? own : [title, incidentColumnOf(incidents), ...others];
  }, [own, isGrouped, incidents]);
  const searched = useMemo(() => [...own, incidentColumnOf(incidents)], [own, incidents]);
  const list = useList(
    {
      ...read,
      rows,
      // The order follows the incidents as they come, as long as no person looks at the rows.
      query: { ...query, isFetching: query.isFetching || incidentsQuery.isFetching },
    },
    useAsked(search, change, { filters, noFilters, opened: 'task' }),
    {
      name: 'incident-tasks',
      noun: 'task',
      columns,
      searched,
      rowId: taskId,
      twoLines: true,
      groupBy: useMemo(() => (isGrouped ? groupByOf(incidents) : undefined), [isGrouped, incidents]),
      groupOrder: useMemo(() => byUrgency(incidents), [incidents]),
      summaryOf({ id }) {
        const group = incidents.groupOf.get(id);
        return group && <IncidentGroup group={group} all={tasks} isLoading={incidentsQuery.isFetching} />;
      },
    },
  );
  return { query, list, tasks, incidents, incidentsQuery, times };
}

/** The tasks that are left to do, then all others; both in the order of their incidents, the oldest first. */
function mostUrgentFirst({ groups }: Incidents): readonly IncidentTask[] {
  const tasks = groups.flatMap((group) => group.tasks.toSorted(compareAges));
  const isLeft = (task: IncidentTask) => !isDone(task) && !isClosed(task);
  return [...tasks.filter(isLeft), ...tasks.filter((task) => !isLeft(task))];
}

function compareAges(a: IncidentTask, b: IncidentTask): number {
  return (a.createdDateTime ?? 0) - (b.createdDateTime ?? 0);
}

function byUrgency({ groups }: Incidents): GroupOrder {
  const ranks = new Map(groups.map(({ incidentId }, rank) => [incidentId, rank]));
  const rankOf = ({ id }: Group) => ranks.get(id) ?? ranks.size;
  return { text: 'urgency', compare: (a, b) => rankOf(a) - rankOf(b) };
}

/** The tasks that are stuck now; the same set as long as they are the same tasks. */
function useStuckIds(tasks: readonly IncidentTask[], times: TaskTimes): ReadonlySet<string> {
  const now = useNow();
  const text = JSON.stringify(
    tasks.filter((task) => !isClosed(task) && progressOf(task, times, now)?.isStuck).map(taskId),
  );
  return useMemo(() => new Set<string>(JSON.parse(text)), [text]);
}
