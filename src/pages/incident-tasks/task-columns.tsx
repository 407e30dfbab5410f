import { responseAction } from '../../actions/response-action/action.ts';
import { taskStatus } from '../../actions/task-status/action.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { fullTarget, taskName } from '../../resources/incident-tasks/target.ts';
import {
  actionStatusText,
  actionText,
  missingTarget,
  sourceText,
  taskStatusText,
  taskTitle,
} from '../../resources/incident-tasks/words.ts';
import { StateInRun } from '../../run-panel/run-marks.tsx';
import type { Column, Group } from '../../ui/data-grid/row-model.ts';
import { formatMoment } from '../../ui/format.ts';
import { Age } from '../../ui/time.tsx';
import { ActionLabel, SourceLabel, TargetLabel, TaskStatusLabel } from './labels.tsx';
import { ActionProgressLabel } from './task-progress.tsx';

/** The columns of the grid "Incident tasks". Names of devices are looked up among all tasks. */
export const taskColumnsOf = (all: readonly IncidentTask[]): readonly Column<IncidentTask>[] => [
  {
    id: 'title',
    header: 'Title',
    width: 240,
    minWidth: 130,
    keep: true,
    text: taskTitle,
    sortValue: taskTitle,
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
    priority: 4,
    header: 'Action',
    width: 180,
    text: actionText,
    sortValue: actionText,
    render: (task) => <ActionLabel task={task} />,
  },
  {
    id: 'target',
    priority: 2,
    header: 'Target',
    width: 160,
    text: (task) => fullTarget(task, all).text || missingTarget(task),
    sortValue: (task) => fullTarget(task, all).text || null,
    render: (task) => <TargetLabel task={task} all={all} />,
  },
  {
    id: 'status',
    priority: 2,
    header: 'Status',
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
    id: 'incident',
    priority: 3,
    header: 'Incident',
    width: 90,
    text: (task) => showHidden(task.incident?.id ?? '–'),
    sortValue: (task) => task.incident?.id ?? null,
  },
  {
    id: 'source',
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
    width: 105,
    searched: false,
    text: ({ createdDateTime }) => (createdDateTime === null ? '–' : formatMoment(createdDateTime)),
    sortValue: (task) => task.createdDateTime,
    render: ({ createdDateTime }) =>
      createdDateTime === null ? <span title="Not set">–</span> : <Age instant={createdDateTime} />,
  },
];

export const taskId = (task: IncidentTask) => task.id;

/** The names of rows: title, action, target and action status distinguish rows of one device. */
export const taskNamesOf = (all: readonly IncidentTask[]) => (task: IncidentTask) =>
  `${taskName(task, all)}, ${actionStatusText(task).toLowerCase()}`;

/** The group of a task: its incident. */
export const incidentGroup = ({ incident }: IncidentTask): Group =>
  incident
    ? { id: incident.id, label: `Incident ${showHidden(incident.id)}` }
    : { id: '', label: 'Without an incident' };
