import { useState } from 'react';
import { responseAction } from '../../actions/response-action/action.ts';
import { conflictsOf, keptBack } from '../../actions/response-action/conflicts.ts';
import { otherTasksOf } from '../../actions/response-action/opposed.ts';
import { decision, inSendingOrder, planTasks, planVerb } from '../../actions/response-action/plan.ts';
import { reviewTasks } from '../../actions/response-action/review.ts';
import { targetKey } from '../../actions/response-action/reviewed.ts';
import { countsByAction } from '../../actions/response-action/words.ts';
import { useAccount } from '../../auth/session.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { toProblem } from '../../lib/problem.ts';
import { sortOut } from '../../lib/sort-out.ts';
import { useStaging } from '../../plan/staged/use-staging.ts';
import { deviceKeyOf } from '../../resources/devices/device-truth.ts';
import { fullTarget } from '../../resources/incident-tasks/target.ts';
import { actionText, taskTitle } from '../../resources/incident-tasks/words.ts';
import { ReviewDialog } from '../../run-panel/review-dialog.tsx';
import { useRoleWarning } from '../../run-panel/role-note.tsx';
import { useBusyIds } from '../../run-panel/run-marks.tsx';
import { useStartRun } from '../../run-panel/use-start-run.ts';
import { inAnotherRun } from '../../runs/model/open-items.ts';
import { DeceptiveId } from '../../ui/confirm-dialog.tsx';
import { DialogCheckbox, DialogDisclosure, NoteField } from '../../ui/dialog-parts.tsx';
import { countOf, formatCount } from '../../ui/format.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { Age } from '../../ui/time.tsx';
import { ConflictChoices } from './conflict-choices.tsx';
import { ExpertsComment } from './experts-comment.tsx';
import { IncidentContext } from './incident-context.tsx';
import { noteFate } from './note-fate.ts';
import { OtherTasks } from './other-tasks.tsx';
import { SkippedTasks } from './skipped-tasks.tsx';
import type { TaskDialogProps } from './task-dialog.ts';
import { useLookAlikes } from './task-looks.ts';
import { useWhyNot } from './why-not.tsx';

/** So few targets are shown without being asked for. */
const fewTargets = 6;
const none: readonly never[] = [];

/** Reviews the response actions that are about to be started: on which targets, and which tasks are skipped. */
export function RunActionDialog({
  incident,
  tasks,
  hiddenTasks,
  skipped = none,
  since = 0,
  servers = none,
  all,
  loadedAt,
  note,
  onNoteChange,
  runner,
  onStarted,
  onNotSent,
  onClose,
}: TaskDialogProps) {
  const { username } = useAccount();
  const [{ importantDevices }] = usePreferences();
  const start = useStartRun(runner, onNotSent);
  const staging = useStaging();
  const [withHidden, setWithHidden] = useState(false);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const isLikeAnother = useLookAlikes(all);
  const asked = withHidden ? [...tasks, ...hiddenTasks] : tasks;
  // As the dialog was opened: a run that begins elsewhere meanwhile is met by the check before the sending.
  const busyNow = useBusyIds();
  const [busy] = useState(busyNow);
  const whyNot = useWhyNot();
  const { sent: allowed, leftOut } = sortOut(asked, (task) =>
    busy.has(task.id) ? inAnotherRun : whyNot(task),
  );
  const conflicts = conflictsOf(allowed);
  const held = keptBack(conflicts, chosen);
  // Listed in the order in which they are sent.
  const sent = inSendingOrder(allowed.filter(({ id }) => !held.has(id)));
  const plan = planTasks(sent, note, all);
  const items = plan.targets.flatMap((target) => target.items);
  const isPossible = allowed.length > 0 || hiddenTasks.length > 0;

  return (
    <ReviewDialog
      title={
        sent.length > 0 ? `${decision(sent, all)}?` : isPossible ? 'Run response actions?' : 'Nothing to run'
      }
      context={incident && <IncidentContext incident={incident} />}
      advice={incident && <ExpertsComment incident={incident} />}
      review={
        sent.length > 0
          ? reviewTasks(items, { username, importantDevices: [...importantDevices, ...servers] })
          : undefined
      }
      roleWarning={useRoleWarning(runner, [responseAction])}
      checkedAs={
        <>
          List loaded <Age instant={loadedAt} />. Each task is checked again right before its action starts.
        </>
      }
      isStarting={start.isPending}
      problem={start.error ? toProblem(start.error) : staging.problem}
      // Closing the dialog can't take back a start.
      onClose={() => start.isPending || onClose()}
      confirm={
        isPossible
          ? {
              label: sent.length > 0 ? planVerb(sent) : 'Run actions',
              count: sent.length,
              ids: sent.map(({ id }) => id),
              disabled: sent.length === 0 ? 'Nothing is included yet' : undefined,
              onConfirm: () => start.mutate(plan, { onSuccess: onStarted }),
              onStage: () => staging.stage(plan, onStarted),
            }
          : undefined
      }
    >
      <ConflictChoices conflicts={conflicts} chosen={chosen} onChange={setChosen} />
      <OtherTasks
        others={otherTasksOf(sent, all, (task) => deviceKeyOf(task, all, none) || targetKey(task))}
      />
      {hiddenTasks.length > 0 && (
        <DialogCheckbox
          label={`Include ${formatCount(hiddenTasks.length)} hidden by filters`}
          hint={`Selected, but not in sight: ${countsByAction(hiddenTasks).join(', ')}.${withHidden ? '' : ' Not sent unless you include them.'}`}
          checked={withHidden}
          onChange={setWithHidden}
        />
      )}
      {sent.length > 0 && (
        <DialogDisclosure
          summary={sent.length === 1 ? 'The action' : `The ${countOf(sent.length, 'action')}`}
          label="Actions to be started"
          isOpen={sent.length <= fewTargets || sent.some((task) => isLikeAnother(task))}
        >
          {() =>
            sent.map((task) => (
              <li key={task.id}>
                <TaskLine task={task} all={all} isLikeAnother={isLikeAnother} />
                {targetKey(task) === undefined && '. Target not provided: conflicts can’t be checked'}
              </li>
            ))
          }
        </DialogDisclosure>
      )}
      <SkippedTasks
        leftOut={[...leftOut, ...skipped]}
        selected={asked.length + skipped.length}
        of={skipped.length > 0 ? 'tasks of this incident' : undefined}
        isOpen={sent.length === 0}
        lineOf={(task) => <TaskLine task={task} all={all} isLikeAnother={isLikeAnother} />}
      />
      {since > 0 && (
        <p role="status">{formatCount(since)} more can run since you opened this: not included.</p>
      )}
      {isPossible && <NoteField note={note} onNoteChange={onNoteChange} fate={noteFate} />}
    </ReviewDialog>
  );
}

/** "Isolate device: FIN-LT-0231"; a task without a target goes by its title. */
function TaskLine({
  task,
  all,
  isLikeAnother,
}: {
  task: IncidentTask;
  all: readonly IncidentTask[];
  isLikeAnother: (task: IncidentTask) => boolean;
}) {
  return (
    <>
      {actionText(task)}: <bdi>{fullTarget(task, all).text || taskTitle(task)}</bdi>
      {isLikeAnother(task) && <DeceptiveId id={task.id} />}
    </>
  );
}
