import { responseAction } from '../../actions/response-action/action.ts';
import { taskStatus } from '../../actions/task-status/action.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { ActionLabel, SourceLabel, TaskStatusLabel } from '../../resources/incident-tasks/labels.tsx';
import { fullTarget, taskName } from '../../resources/incident-tasks/target.ts';
import { TargetLabel } from '../../resources/incident-tasks/target-label.tsx';
import { ActionProgressLabel } from '../../resources/incident-tasks/task-progress.tsx';
import { TaskTitle } from '../../resources/incident-tasks/task-title.tsx';
import {
  actionStatusText,
  actionText,
  missingTarget,
  sourceText,
  taskStatusText,
  taskTitle,
} from '../../resources/incident-tasks/words.ts';
import type { Incidents } from '../../resources/incidents/use-incidents.ts';
import { severityText } from '../../resources/incidents/words.ts';
import { StateInRun } from '../../run-panel/run-marks.tsx';
import type { Column, Group } from '../../ui/data-grid/row-model.ts';
import { formatMoment } from '../../ui/format.ts';
import { ShortAge } from '../../ui/short-age.tsx';
import { IncidentLabel, incidentTitle } from './incident-group.tsx';

/** The columns of the grid "Incident tasks". Names of devices are looked up among all tasks. */
export const taskColumnsOf = (all: readonly IncidentTask[]): readonly Column<IncidentTask>[] => [
  {
    id: 'title',
    header: 'Title',
    width: 260,
    minWidth: 130,
    keep: true,
    text: taskTitle,
    sortValue: taskTitle,
    render: (task) => <TaskTitle task={task} all={all} />,
  },
  {
    id: 'target',
    header: 'Target',
    width: 200,
    text: (task) => fullTarget(task, all).text || missingTarget(task),
    sortValue: (task) => fullTarget(task, all).text || null,
    render: (task) => <TargetLabel task={task} all={all} />,
  },
  {
    id: 'actionStatus',
    header: 'Action status',
    // The age of what is stuck stays in sight.
    width: 230,
    minWidth: 120,
    keep: true,
    text: actionStatusText,
    sortValue: actionStatusText,
    render: (task) => (
      <StateInRun id={task.id} read={task.actionStatus} of={responseAction}>
        <ActionProgressLabel task={task} />
      </StateInRun>
    ),
  },
  {
    id: 'action',
    // The title says it, nearly always.
    isOptional: true,
    priority: 4,
    header: 'Action',
    width: 180,
    text: actionText,
    sortValue: actionText,
    render: (task) => <ActionLabel task={task} />,
  },
  {
    id: 'status',
    priority: 2,
    header: 'Task status',
    width: 115,
    text: taskStatusText,
    sortValue: taskStatusText,
    render: (task) => (
      <StateInRun id={task.id} read={task.status} of={taskStatus}>
        <TaskStatusLabel task={task} />
      </StateInRun>
    ),
  },
  {
    id: 'source',
    isOptional: true,
    priority: 4,
    header: 'Source',
    width: 140,
    text: (task) => sourceText(task) || '–',
    sortValue: (task) => sourceText(task) || null,
    render: (task) => <SourceLabel task={task} />,
  },
  {
    id: 'created',
    priority: 3,
    header: 'Created',
    width: 90,
    minWidth: 86,
    keep: true,
    searched: false,
    text: ({ createdDateTime }) => (createdDateTime === null ? '–' : formatMoment(createdDateTime)),
    sortValue: (task) => task.createdDateTime,
    render: ({ createdDateTime }) =>
      createdDateTime === null ? <span title="Not set">–</span> : <ShortAge instant={createdDateTime} />,
  },
];

/**
 * The incident of a task: a column of its own only where tasks don't stand below their incidents. Searched in both cases,
 * by severity, title and id.
 */
export const incidentColumnOf = ({ groups, groupOf }: Incidents): Column<IncidentTask> => {
  const ranks = new Map(groups.map(({ incidentId }, rank) => [incidentId, rank]));
  const incidentOf = ({ incident }: IncidentTask) => groupOf.get(incident?.id ?? '');
  return {
    id: 'incident',
    header: 'Incident',
    width: 260,
    minWidth: 130,
    priority: 2,
    text(task) {
      const { id } = task.incident ?? {};
      if (id === undefined) return '–';
      const incident = incidentOf(task)?.incident;
      return showHidden(incident ? `${severityText(incident)} ${incident.displayName} ${id}` : id);
    },
    // The most urgent incident comes first.
    sortValue: (task) => ranks.get(task.incident?.id ?? '') ?? null,
    render(task) {
      const group = incidentOf(task);
      return group && group.incidentId !== '' ? <IncidentLabel group={group} /> : <span>–</span>;
    },
  };
};

export const taskId = (task: IncidentTask) => task.id;

/** The names of rows: title, action, target and action status distinguish rows of one device. */
export const taskNamesOf = (all: readonly IncidentTask[]) => (task: IncidentTask) =>
  `${taskName(task, all)}, ${actionStatusText(task).toLowerCase()}`;

/** The group of a task: its incident, by its title once that has been read. */
export const groupByOf =
  ({ groupOf }: Incidents) =>
  ({ incident }: IncidentTask): Group => {
    const incidentId = incident?.id ?? '';
    return {
      id: incidentId,
      label: incidentTitle(groupOf.get(incidentId) ?? { incidentId, incident: undefined }),
    };
  };
