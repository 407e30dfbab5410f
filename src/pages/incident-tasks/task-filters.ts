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
import type { Filter } from '../../ui/list-page/filters.ts';
import type { TasksSearch } from './search.ts';

/** The filters of the tasks, by the name of their search parameter; members in the order that Microsoft documents. */
export const taskFilters: readonly Filter<IncidentTask, 'status' | 'actionStatus' | 'type' | 'source'>[] = [
  {
    id: 'actionStatus',
    label: 'Action status',
    known: actionStatuses,
    valuesOf: ({ actionStatus }) => [actionStatus],
    labelOf: (actionStatus) => actionStatusText({ actionStatus }),
  },
  {
    id: 'status',
    label: 'Status',
    known: taskStatuses,
    valuesOf: ({ status }) => [status],
    labelOf: (status) => taskStatusText({ status }),
  },
  {
    id: 'type',
    label: 'Action',
    known: actionTypes,
    valuesOf: ({ actionType }) => [actionType],
    labelOf: (actionType) => actionText({ actionType }),
  },
  {
    id: 'source',
    label: 'Source',
    known: taskSources,
    valuesOf: ({ source }) => [source],
    labelOf: (source) => sourceText({ source }) || 'Not provided',
  },
];

/** Every filter off. */
export const noFilters: TasksSearch = {
  q: undefined,
  status: undefined,
  actionStatus: undefined,
  type: undefined,
  source: undefined,
};
