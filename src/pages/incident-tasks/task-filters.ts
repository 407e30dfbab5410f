import {
  actionStatuses,
  actionTypes,
  type IncidentTask,
  taskSources,
  taskStatuses,
} from '../../graph/incident-tasks.ts';
import {
  actionStatusText,
  actionText,
  sourceText,
  taskStatusText,
} from '../../resources/incident-tasks/words.ts';
import type { FilterChoice } from '../../ui/filter-menu.tsx';
import type { TasksSearch } from './search.ts';

/** The filters of the tasks page, by the name of their search parameter. */
export type TaskFilterId = 'status' | 'actionStatus' | 'type' | 'source';

interface TaskFilter {
  readonly id: TaskFilterId;
  readonly label: string;
  /** The members that Microsoft documents, in the order they are offered. */
  readonly members: readonly string[];
  readonly memberOf: (task: IncidentTask) => string;
  readonly labelOf: (value: string) => string;
}

export const taskFilters: readonly TaskFilter[] = [
  {
    id: 'actionStatus',
    label: 'Action status',
    members: actionStatuses,
    memberOf: (task) => task.actionStatus,
    labelOf: (actionStatus) => actionStatusText({ actionStatus }),
  },
  {
    id: 'status',
    label: 'Status',
    members: taskStatuses,
    memberOf: (task) => task.status,
    labelOf: (status) => taskStatusText({ status }),
  },
  {
    id: 'type',
    label: 'Action',
    members: actionTypes,
    memberOf: (task) => task.actionType,
    labelOf: (actionType) => actionText({ actionType }),
  },
  {
    id: 'source',
    label: 'Source',
    members: taskSources,
    memberOf: (task) => task.source,
    labelOf: (source) => sourceText({ source }) || 'Not provided',
  },
];

/** The filter that an address describes; undefined when it lets every task pass. */
export function taskFilter(
  search: Pick<TasksSearch, TaskFilterId>,
): ((task: IncidentTask) => boolean) | undefined {
  const active = taskFilters
    .map(({ id, memberOf }) => ({ chosen: search[id] ?? [], memberOf }))
    .filter(({ chosen }) => chosen.length > 0);
  if (active.length === 0) return undefined;
  return (task) => active.every(({ chosen, memberOf }) => chosen.includes(memberOf(task)));
}

/** What a filter offers, with the number of tasks behind each: the members that occur or are chosen. */
export function filterChoices(
  tasks: readonly IncidentTask[],
  { members, memberOf, labelOf }: TaskFilter,
  chosen: readonly string[],
): FilterChoice[] {
  const counts = new Map<string, number>();
  for (const task of tasks) counts.set(memberOf(task), (counts.get(memberOf(task)) ?? 0) + 1);
  return [...new Set([...members, ...counts.keys(), ...chosen])]
    .filter((value) => counts.has(value) || chosen.includes(value))
    .map((value) => ({ value, label: labelOf(value), count: counts.get(value) ?? 0 }));
}
