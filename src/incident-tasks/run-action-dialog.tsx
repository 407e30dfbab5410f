import { decision, planTasks, planVerb } from '../actions/response-action/plan.ts';
import { mustType, warningsFor, whyNot } from '../actions/response-action/rules.ts';
import { useAccount } from '../auth/session.ts';
import type { IncidentTask } from '../graph/incident-tasks.ts';
import { toProblem } from '../lib/problem.ts';
import { sortOut } from '../lib/sort-out.ts';
import { mayDeceive } from '../lib/visible-text.ts';
import { actionText, consequencesOf, targetText, taskTitle } from '../resources/incident-tasks/words.ts';
import { InRunsNote } from '../run-panel/run-marks.tsx';
import { useStartRun } from '../run-panel/use-start-run.ts';
import type { Runner } from '../runs/runner.ts';
import { ConfirmDialog, DeceptiveId, DialogList } from '../ui/confirm-dialog.tsx';
import { InputField } from '../ui/field.tsx';
import { countOf } from '../ui/format.ts';
import { Age } from '../ui/time.tsx';
import { Warnings } from './labels.tsx';

/** Reviews what is about to be started: which actions on which targets, and which tasks are left out. */
export function RunActionDialog({
  tasks,
  all,
  hidden,
  readAt,
  note,
  onNoteChange,
  runner,
  onStarted,
  onNotSent,
  onClose,
}: {
  tasks: readonly IncidentTask[];
  /** Every task of the list: one of them may take an action back. */
  all: readonly IncidentTask[];
  /** How many of them the filters hide. */
  hidden: number;
  /** When the tasks were read: epoch ms. */
  readAt: number;
  note: string;
  onNoteChange: (note: string) => void;
  runner: Runner;
  onStarted: () => void;
  /** A run that stopped left these tasks unsent; called when the dialog is long closed. */
  onNotSent: (ids: readonly string[]) => void;
  onClose: () => void;
}) {
  const { username } = useAccount();
  const start = useStartRun(runner, onNotSent);
  const { sent, leftOut } = sortOut(tasks, whyNot);

  return (
    <ConfirmDialog
      title={sent.length > 0 ? `${decision(sent)}?` : 'Nothing to run any more'}
      isStarting={start.isPending}
      problem={start.error ? toProblem(start.error) : undefined}
      // What is being started cannot be taken back by closing the dialog.
      onClose={() => start.isPending || onClose()}
      confirm={
        sent.length > 0
          ? {
              label: planVerb(sent),
              number: mustType(sent) ? sent.length : undefined,
              onConfirm: () => start.mutate(planTasks(sent, note, all), { onSuccess: onStarted }),
            }
          : undefined
      }
    >
      {sent.length > 0 && (
        <>
          {consequencesOf(sent).map((text) => (
            <p key={text}>{text}</p>
          ))}
          <DialogList label="Actions that are started">
            {sent.map((task) => (
              <li key={task.id}>
                <TaskLine task={task} />
                <Warnings texts={warningsFor(task, username)} />
              </li>
            ))}
          </DialogList>
          <InRunsNote ids={sent.map(({ id }) => id)} />
          {hidden > 0 && (
            <p>{countOf(hidden, 'selected task is', 'selected tasks are')} hidden by filters.</p>
          )}
        </>
      )}
      {leftOut.length > 0 && (
        <>
          <p>{countOf(leftOut.length, 'selected task is', 'selected tasks are')} left out:</p>
          <DialogList label="Tasks that are left out">
            {leftOut.map(({ row: task, reason }) => (
              <li key={task.id}>
                <TaskLine task={task} />: {reason}
              </li>
            ))}
          </DialogList>
        </>
      )}
      {sent.length > 0 && (
        <>
          <InputField
            label="Note (optional)"
            hint="A ticket number, for instance. It stays with the run in this browser and is not sent to Microsoft."
            value={note}
            maxLength={200}
            onChange={({ target }) => onNoteChange(target.value)}
          />
          <p>
            You act as <bdi>{username}</bdi>. The list was read <Age instant={readAt} />; each task is read
            again just before it is started.
          </p>
        </>
      )}
    </ConfirmDialog>
  );
}

/** "Isolate device: FIN-LT-0231"; a task without a target goes by its title. */
function TaskLine({ task }: { task: IncidentTask }) {
  return (
    <>
      {actionText(task)}: <bdi>{targetText(task) || taskTitle(task)}</bdi>
      {mayDeceive(task.displayName + (task.responseAction?.identifierValue ?? '')) && (
        <DeceptiveId id={task.id} />
      )}
    </>
  );
}
