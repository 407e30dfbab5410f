import {
  actionStatuses,
  actionTypes,
  type IncidentTask,
  type TaskStatus,
  taskSources,
  taskStatuses,
} from '../../graph/incident-tasks.ts';
import { type Incident, severities } from '../../graph/incidents.ts';
import {
  actionStatusText,
  actionText,
  sourceText,
  taskStatusText,
} from '../../resources/incident-tasks/words.ts';
import { severityText } from '../../resources/incidents/words.ts';
import type { Filter } from '../../ui/list-page/filters.ts';
import type { TasksSearch } from './search.ts';

type FilterId = 'severity' | 'status' | 'actionStatus' | 'type' | 'source';

/** In progress for too long: a state beside those that Graph has. */
const stuck = 'stuck';
/** The severity of an incident that has not been read. */
const notLoaded = 'notLoaded';

/**
 * The filters of the tasks, by the name of their search parameter; members in the order that Microsoft documents.
 *
 * @param incidents those that have been read
 * @param stuckIds the tasks whose action is stuck
 */
export const taskFiltersOf = (
  incidents: ReadonlyMap<string, Incident>,
  stuckIds: ReadonlySet<string>,
): readonly Filter<IncidentTask, FilterId>[] => [
  {
    id: 'severity',
    label: 'Severity',
    known: [...severities.toReversed(), notLoaded],
    valuesOf: ({ incident }) => (incident ? [incidents.get(incident.id)?.severity ?? notLoaded] : []),
    labelOf: (severity) => (severity === notLoaded ? 'Not loaded' : severityText({ severity })),
  },
  {
    id: 'actionStatus',
    label: 'Action status',
    known: [...actionStatuses, stuck],
    valuesOf: ({ id, actionStatus }) => (stuckIds.has(id) ? [actionStatus, stuck] : [actionStatus]),
    labelOf: (actionStatus) => (actionStatus === stuck ? 'Stuck' : actionStatusText({ actionStatus })),
  },
  {
    id: 'status',
    label: 'Task status',
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
  severity: undefined,
  status: undefined,
  actionStatus: undefined,
  type: undefined,
  source: undefined,
};

/** Of tasks that a person has closed, nothing needs attention. */
const notClosed: readonly TaskStatus[] = ['open', 'inProgress', 'failed'];

/** What the facts of the page lead to: the tasks that each of them counts. */
export const filtersOfFacts = {
  notStarted: { ...noFilters, actionStatus: ['notStarted'], status: ['open', 'inProgress'] },
  failed: { ...noFilters, actionStatus: ['failed'], status: [...notClosed] },
  partiallyCompleted: { ...noFilters, actionStatus: ['partiallyCompleted'], status: [...notClosed] },
  stuck: { ...noFilters, actionStatus: [stuck] },
} as const satisfies Record<string, TasksSearch>;
