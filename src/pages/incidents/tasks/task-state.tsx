import { ArrowSyncRegular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { HandRightRegular } from '@fluentui/react-icons/headless/svg/hand-right';
import { SubtractCircleRegular } from '@fluentui/react-icons/headless/svg/subtract-circle';
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import { responseAction } from '../../../actions/response-action/action.ts';
import { taskStatus } from '../../../actions/task-status/action.ts';
import { actedText } from '../../../actions/user-action/acted-tasks.ts';
import { ActionStatusLabel } from '../../../resources/incident-tasks/labels.tsx';
import { progressText } from '../../../resources/incident-tasks/task-progress.tsx';
import { StateInRun } from '../../../run-panel/run-marks.tsx';
import { formatDuration, formatMoment } from '../../../ui/format.ts';
import { StatusLabel } from '../../../ui/status-label.tsx';
import { closedText } from './task-words.ts';
import type { DeskTask } from './use-incident-tasks.ts';

/** How far a task is: as its run knows, as a person has closed it, or as Defender says. */
export function TaskState({ entry }: { entry: DeskTask }) {
  const { task } = entry;
  return (
    <StateInRun id={task.id} read={task.actionStatus} of={responseAction}>
      <StateInRun id={task.id} read={task.status} of={taskStatus}>
        <State entry={entry} />
      </StateInRun>
    </StateInRun>
  );
}

function State({ entry: { task, step, progress } }: { entry: DeskTask }) {
  const { status, actionStatus, actionType } = task;
  if (progress) {
    const { age, isStuck, since } = progress;
    return (
      <StatusLabel
        icon={isStuck ? WarningFilled : ArrowSyncRegular}
        tone={isStuck ? 'danger' : 'brand'}
        text={`In progress ${formatDuration(age)}${isStuck ? ', stuck' : ''}`}
        hint={`${progressText(progress)}. Since ${formatMoment(since)}.`}
      />
    );
  }
  if (status === 'notRelevant') {
    return <StatusLabel icon={SubtractCircleRegular} tone="neutral" text="Not relevant" />;
  }
  if (status === 'completed' && actionStatus !== 'completed') {
    const wasRun = actionStatus !== 'notStarted';
    return (
      <StatusLabel
        icon={wasRun ? WarningFilled : CheckmarkCircleRegular}
        tone={wasRun ? 'warning' : 'success'}
        text={closedText(task)}
      />
    );
  }
  if (step.kind === 'markDone') {
    return <StatusLabel icon={CheckmarkCircleRegular} tone="success" text={actedText(step.acted)} />;
  }
  if (actionStatus === 'notStarted' && step.kind === 'byHand') {
    const text = actionType === 'text' ? 'Manual step' : 'By hand';
    return <StatusLabel icon={HandRightRegular} tone="neutral" text={text} />;
  }
  return <ActionStatusLabel task={task} />;
}
