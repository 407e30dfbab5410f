import { ArrowSyncRegular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/headless/svg/circle';
import { CircleHalfFillRegular } from '@fluentui/react-icons/headless/svg/circle-half-fill';
import { ErrorCircleRegular } from '@fluentui/react-icons/headless/svg/error-circle';
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import {
  actionStatuses,
  actionTypes,
  type IncidentTask,
  taskSources,
  taskStatuses,
} from '../../graph/incident-tasks.ts';
import { isKnown } from '../../lib/members.ts';
import { RawLabel, StatusLabel } from '../../ui/status-label.tsx';
import styles from './labels.module.css';
import { actionStatusText, actionText, sourceText, taskStatusText } from './words.ts';

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

/** A plain word: with an icon it would look like the status of the action beside it, which Defender sets. */
export function TaskStatusLabel({ task }: { task: Pick<IncidentTask, 'status'> }) {
  const { status } = task;
  if (!isKnown(taskStatuses, status)) return <RawLabel member={status} />;
  return <span>{taskStatusText(task)}</span>;
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
