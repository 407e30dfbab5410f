import { useState } from 'react';
import { incidentComment } from '../../actions/incident-comment/action.ts';
import { commentConsequence } from '../../actions/incident-comment/words.ts';
import { taskStatus } from '../../actions/task-status/action.ts';
import { planStatus, statusTitle } from '../../actions/task-status/plan.ts';
import { type SettableStatus, settableStatuses, whyNotStatus } from '../../actions/task-status/rules.ts';
import { statusHints } from '../../actions/task-status/words.ts';
import { useAccount } from '../../auth/session.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { toProblem } from '../../lib/problem.ts';
import { sortOut } from '../../lib/sort-out.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { useStaging } from '../../plan/staged/use-staging.ts';
import { taskStatusText } from '../../resources/incident-tasks/words.ts';
import { ReviewDialog } from '../../run-panel/review-dialog.tsx';
import { useRoleWarning } from '../../run-panel/role-note.tsx';
import { useBusyIds } from '../../run-panel/run-marks.tsx';
import { useStartRun } from '../../run-panel/use-start-run.ts';
import { inAnotherRun } from '../../runs/model/open-items.ts';
import { DialogCheckbox, DialogDisclosure, DialogRadios, NoteField } from '../../ui/dialog-parts.tsx';
import { countOf, formatCount } from '../../ui/format.ts';
import { Age } from '../../ui/time.tsx';
import { IncidentContext } from './incident-context.tsx';
import { noteFate } from './note-fate.ts';
import { SkippedTasks } from './skipped-tasks.tsx';
import { canTakeComment, noteAsComment, withComment } from './status-comment.ts';
import type { TaskDialogProps } from './task-dialog.ts';
import { TaskLine } from './task-line.tsx';
import { useLookAlikes } from './task-looks.ts';

/** So few targets are shown without being asked for. */
const fewTargets = 6;

/** Chooses a status for tasks, and reviews which of them get it. From an incident, where that is “Mark done”, the note is next. */
export function StatusDialog({
  incident,
  tasks,
  hiddenTasks,
  all,
  loadedAt,
  status,
  onStatusChange,
  note,
  onNoteChange,
  runner,
  onStarted,
  onNotSent,
  onClose,
}: TaskDialogProps & {
  readonly status: SettableStatus;
  readonly onStatusChange: (status: SettableStatus) => void;
}) {
  const account = useAccount();
  const person = { ...account, importantDevices: [] };
  const start = useStartRun(runner, onNotSent);
  const staging = useStaging();
  const [withHidden, setWithHidden] = useState(false);
  const [wantsComment, setWantsComment] = useState(false);
  const asked = withHidden ? [...tasks, ...hiddenTasks] : tasks;
  // As the dialog was opened: a run that begins elsewhere meanwhile is met by the check before the sending.
  const busyNow = useBusyIds();
  const [busy] = useState(busyNow);
  const { sent, leftOut } = sortOut(asked, (task) =>
    busy.has(task.id) ? inAnotherRun : whyNotStatus(status, task),
  );
  const isLikeAnother = useLookAlikes(all);
  const lineOf = (task: IncidentTask) => (
    <TaskLine task={task} all={all} isLikeAnother={isLikeAnother(task)} />
  );
  const onlyStatus = planStatus(status, sent, note, all);
  const [target] = onlyStatus.targets;
  const comment = noteAsComment(note, sent, all);
  const canComment = note.trim() !== '' && sent.length > 0 && canTakeComment(incident);
  const isCommenting = canComment && wantsComment;
  const plan = isCommenting
    ? withComment(onlyStatus, incident, comment, [account.username, account.displayName])
    : onlyStatus;
  const label =
    status === 'completed' ? `Mark ${countOf(sent.length, 'task')} done` : statusTitle(status, sent.length);
  return (
    <ReviewDialog
      title={sent.length > 0 ? `${label}?` : 'Set the status of tasks'}
      context={incident && <IncidentContext incident={incident} />}
      review={target && taskStatus.review(target.intent, onlyStatus.targets, undefined, person)}
      roleWarning={useRoleWarning(runner, isCommenting ? [taskStatus, incidentComment] : [taskStatus])}
      checkedAs={
        <>
          List loaded <Age instant={loadedAt} />. Each task is checked again right before its status is set.
        </>
      }
      isStarting={start.isPending}
      problem={start.error ? toProblem(start.error) : staging.problem}
      // Closing the dialog can't take back a start.
      onClose={() => start.isPending || onClose()}
      confirm={{
        label: sent.length > 0 ? `${label}${isCommenting ? ' and comment' : ''}` : 'Set status',
        count: sent.length,
        ids: sent.map(({ id }) => id),
        disabled:
          sent.length === 0 ? `No selected task can be set to ${taskStatusText({ status })}` : undefined,
        onConfirm: () => start.mutate(plan, { onSuccess: onStarted }),
        onStage: () => staging.stage(plan, onStarted),
      }}
    >
      <DialogRadios legend="New status" options={statuses} value={status} onChange={onStatusChange} />
      {hiddenTasks.length > 0 && (
        <DialogCheckbox
          label={`Include ${formatCount(hiddenTasks.length)} hidden by filters`}
          hint={`Selected, but not in sight.${withHidden ? '' : ' Not changed unless you include them.'}`}
          checked={withHidden}
          onChange={setWithHidden}
        />
      )}
      {sent.length > 0 && (
        <DialogDisclosure
          summary={sent.length === 1 ? 'The task' : `The ${countOf(sent.length, 'task')}`}
          label="Tasks to be changed"
          isOpen={sent.length <= fewTargets || sent.some(isLikeAnother)}
        >
          {() =>
            sent.map((task) => (
              <li key={task.id}>
                {lineOf(task)}, {taskStatusText(task).toLowerCase()} now
              </li>
            ))
          }
        </DialogDisclosure>
      )}
      <SkippedTasks leftOut={leftOut} selected={asked.length} isOpen={sent.length === 0} lineOf={lineOf} />
      <NoteField
        note={note}
        onNoteChange={onNoteChange}
        isFirst={incident !== undefined}
        fate={isCommenting ? 'Saved in this browser, and sent to Microsoft as the comment below.' : noteFate}
      />
      {canComment && (
        <DialogCheckbox
          label="Also add the note as a comment on the incident"
          hint={
            <>
              “<bdi>{showHidden(comment)}</bdi>”. {commentConsequence}
            </>
          }
          checked={wantsComment}
          onChange={setWantsComment}
        />
      )}
    </ReviewDialog>
  );
}

/** Every status that a person may set, with what it says of a task. */
const statuses = settableStatuses.map((value) => ({
  value,
  label: taskStatusText({ status: value }),
  hint: statusHints[value],
}));
