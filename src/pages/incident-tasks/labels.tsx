import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { CircleHalfFillRegular } from '@fluentui/react-icons/svg/circle-half-fill';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import {
  actionStatuses,
  actionTypes,
  type IncidentTask,
  taskSources,
  taskStatuses,
} from '../../graph/incident-tasks.ts';
import { isKnown } from '../../lib/members.ts';
import { fullTarget } from '../../resources/incident-tasks/target.ts';
import {
  actionStatusText,
  actionText,
  missingTarget,
  sourceText,
  taskStatusText,
  whyNoTarget,
} from '../../resources/incident-tasks/words.ts';
import { RawLabel, StatusLabel } from '../../ui/status-label.tsx';
import styles from './labels.module.css';

const taskStatusLooks = {
  open: { icon: CircleRegular, tone: 'brand' },
  inProgress: { icon: CircleHalfFillRegular, tone: 'brand' },
  completed: { icon: CheckmarkCircleRegular, tone: 'success' },
  failed: { icon: ErrorCircleRegular, tone: 'danger' },
  notRelevant: { icon: SubtractCircleRegular, tone: 'neutral' },
} as const;

const actionStatusLooks = {
  notStarted: { icon: CircleRegular, tone: 'neutral' },
  inProgress: { icon: ArrowSyncRegular, tone: 'brand' },
  partiallyCompleted: { icon: CircleHalfFillRegular, tone: 'warning' },
  completed: { icon: CheckmarkCircleRegular, tone: 'success' },
  failed: { icon: ErrorCircleRegular, tone: 'danger' },
} as const;

const sourceHints = {
  defenderExpertsGuidedResponse: 'Defender Experts ask you to run it',
  defenderExpertsManagedResponse: 'Defender Experts run it themselves',
} as const;

export function TaskStatusLabel({ task }: { task: Pick<IncidentTask, 'status'> }) {
  const { status } = task;
  if (!isKnown(taskStatuses, status)) return <RawLabel member={status} />;
  return <StatusLabel {...taskStatusLooks[status]} text={taskStatusText(task)} />;
}

export function ActionStatusLabel({ task }: { task: Pick<IncidentTask, 'actionStatus'> }) {
  const { actionStatus } = task;
  if (!isKnown(actionStatuses, actionStatus)) return <RawLabel member={actionStatus} />;
  return <StatusLabel {...actionStatusLooks[actionStatus]} text={actionStatusText(task)} />;
}

export function ActionLabel({ task }: { task: Pick<IncidentTask, 'actionType'> }) {
  if (!isKnown(actionTypes, task.actionType)) return <RawLabel member={task.actionType} />;
  return <span>{actionText(task)}</span>;
}

export function SourceLabel({ task }: { task: Pick<IncidentTask, 'source'> }) {
  const { source } = task;
  if (source === '') return <span title="Microsoft Graph doesn’t provide the source">–</span>;
  if (!isKnown(taskSources, source)) return <RawLabel member={source} />;
  return <span title={sourceHints[source]}>{sourceText(task)}</span>;
}

/** The target in full, or that there is none, with the reason. */
export function TargetLabel({
  task,
  all,
}: {
  task: Pick<IncidentTask, 'actionType' | 'responseAction'>;
  all: readonly IncidentTask[];
}) {
  const { text, deviceId } = fullTarget(task, all);
  if (text === '') return <span title={whyNoTarget(task)}>{missingTarget(task)}</span>;
  return <bdi title={deviceId === '' ? text : `${text} (device ID ${deviceId})`}>{text}</bdi>;
}

/** Warnings about running an action, one a line. */
export function Warnings({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <div key={text} className={styles.warning}>
      <span className={styles.warningIcon}>
        <WarningFilled />
      </span>
      {text}
    </div>
  ));
}
