import { useState } from 'react';
import { reviewPlan } from '../../actions/review-plan.ts';
import { userAction } from '../../actions/user-action/action.ts';
import { planUsers } from '../../actions/user-action/plan.ts';
import { taskIdsOf } from '../../actions/user-action/reviewed.ts';
import { roleGap } from '../../actions/user-action/role-gap.ts';
import { whyNotUser } from '../../actions/user-action/rules.ts';
import { accountActionNames, decisionFor, roleFor } from '../../actions/user-action/words.ts';
import { useAccount } from '../../auth/session.ts';
import type { Graph } from '../../graph/client.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { AccountAction } from '../../graph/users.ts';
import { toProblem } from '../../lib/problem.ts';
import { sortOut } from '../../lib/sort-out.ts';
import type { ByHand } from '../../resources/incident-tasks/by-hand.ts';
import type { Join } from '../../resources/incident-tasks/join.ts';
import { ReviewDialog } from '../../run-panel/review-dialog.tsx';
import { useRoleWarning } from '../../run-panel/role-note.tsx';
import { useBusyIds } from '../../run-panel/run-marks.tsx';
import { useStartRun } from '../../run-panel/use-start-run.ts';
import { intentsOf } from '../../runs/action.ts';
import { inAnotherRun } from '../../runs/model/open-items.ts';
import type { Runner } from '../../runs/runner.ts';
import { Button } from '../../ui/button.tsx';
import { DialogDisclosure, NoteField } from '../../ui/dialog-parts.tsx';
import { countOf } from '../../ui/format.ts';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { IncidentContext } from '../tasks/incident-context.tsx';
import { noteFate } from '../tasks/note-fate.ts';
import { SkippedTasks } from '../tasks/skipped-tasks.tsx';
import type { OpenIncident } from '../tasks/task-dialog.ts';
import { TaskLine } from '../tasks/task-line.tsx';
import { AccountLine } from './account-line.tsx';
import { ByHandSteps } from './by-hand-steps.tsx';
import { useTaskAccounts } from './use-task-accounts.ts';

/** So few users are shown without being asked for. */
const fewUsers = 6;

export interface UserActionDialogProps {
  /** The incident that is open. */
  readonly incident: Pick<OpenIncident, 'id' | 'displayName' | 'assignedTo'> | undefined;
  /** What is done to the users: of a task what it asks for (`accountActionFor`), or what takes that back (`wayBack`). */
  readonly action: AccountAction;
  /** The tasks whose users are acted on; each must be about a user. */
  readonly tasks: readonly IncidentTask[];
  /** Every task that is loaded. */
  readonly all: readonly IncidentTask[];
  /** The evidence that a task is about, by `joinOf`: without it, only the user whom the task itself names is found. */
  readonly joinFor: (task: IncidentTask) => Join | undefined;
  /** The same in a portal, from the step (`sensibleStep`) that led here; absent where the tasks are several. */
  readonly byHand?: ByHand | undefined;
  /** Marks the one task done, once a person has taken the steps by hand; absent where there is none to mark. */
  readonly onMarkDone?: (() => void) | undefined;
  readonly graph: Graph;
  readonly note: string;
  readonly onNoteChange: (note: string) => void;
  readonly runner: Runner;
  readonly onStarted: () => void;
  /** A run that stopped left the users of these tasks unsent; called when the dialog is long closed. */
  readonly onNotSent: (taskIds: readonly string[]) => void;
  readonly onClose: () => void;
}

/**
 * Reviews what is about to be done to the users of tasks. Each user is looked up first, and shown as Graph has them just now;
 * a task whose user can't be told exactly is skipped, with the reason.
 */
export function UserActionDialog({
  incident,
  action,
  tasks,
  all,
  joinFor,
  byHand,
  onMarkDone,
  graph,
  note,
  onNoteChange,
  runner,
  onStarted,
  onNotSent,
  onClose,
}: UserActionDialogProps) {
  const { username, roles } = useAccount();
  const { byTask, isLoading, problem, tryAgain } = useTaskAccounts(graph, action, tasks, joinFor);
  // As the dialog was opened: a run that begins elsewhere meanwhile is met by the check before the sending.
  const busyNow = useBusyIds();
  const [busy] = useState(busyNow);
  const { sent, leftOut } = sortOut(
    tasks.filter(({ id }) => byTask.has(id)),
    (task) => {
      const found = byTask.get(task.id);
      if (!found || 'whyNot' in found) return found?.whyNot ?? '';
      const { account } = found;
      return busy.has(account.accountId) ? inAnotherRun : whyNotUser(action, account, username);
    },
  );
  const accounts = sent.flatMap((task) => {
    const found = byTask.get(task.id);
    return found && 'account' in found ? [{ task, ...found }] : [];
  });
  const plan = planUsers(action, accounts, note);
  const users = new Map(accounts.map((one) => [one.account.accountId, one]));
  const needed = [...users.values()].map(({ account }) => roleFor(action, account.via));
  const role = [...new Set(needed)].join(', ') || roleFor(action, 'entraID');
  const start = useStartRun(runner, (ids) => {
    const items = plan.targets.flatMap((target) => target.items);
    onNotSent(items.filter(({ id }) => ids.includes(id)).flatMap(taskIdsOf));
  });
  const wasRefused = useRoleWarning(runner, [{ ...userAction, role }]);
  const isOver = !isLoading && users.size === 0;
  // Until the users are known, the button and the title say only what is done.
  const [title, label] =
    users.size > 0
      ? [plan.title, decisionFor(action, countOf(users.size, 'user'))]
      : [accountActionNames[action], accountActionNames[action]];
  return (
    <ReviewDialog
      title={isOver ? title : `${title}?`}
      context={incident && <IncidentContext incident={incident} />}
      review={
        users.size > 0
          ? reviewPlan(
              plan,
              intentsOf(plan.targets).map((intent) => ({ intent, seen: undefined })),
              { username, importantDevices: [] },
            )
          : undefined
      }
      roleWarning={wasRefused ?? roleGap(roles, needed)}
      checkedAs="Each user is checked again right before anything is sent."
      isStarting={start.isPending}
      problem={start.error ? toProblem(start.error) : undefined}
      // Closing the dialog can't take back a start.
      onClose={() => start.isPending || onClose()}
      confirm={
        isOver
          ? undefined
          : {
              label,
              count: users.size,
              ids: [...users.keys()],
              disabled: isLoading ? 'Looking up the user' : undefined,
              onConfirm: () => start.mutate(plan, { onSuccess: onStarted }),
            }
      }
    >
      {problem && !isLoading && (
        <ProblemBanner problem={problem} actions={<Button onClick={tryAgain}>Try again</Button>} />
      )}
      {isLoading && <p role="status">Looking up the user…</p>}
      {users.size > 0 && (
        <DialogDisclosure
          summary={users.size === 1 ? 'The user' : `The ${countOf(users.size, 'user')}`}
          label="Users to be acted on"
          isOpen={users.size <= fewUsers}
        >
          {() =>
            [...users.values()].map(({ account, passwordChanged }) => (
              <li key={account.accountId}>
                <AccountLine account={account} passwordChanged={passwordChanged} />
              </li>
            ))
          }
        </DialogDisclosure>
      )}
      {/* Of one task, the problem above has said it all. */}
      {!(problem && tasks.length === 1) && (
        <SkippedTasks
          leftOut={leftOut}
          selected={tasks.length}
          isOpen={isOver}
          lineOf={(task) => <TaskLine task={task} all={all} isLikeAnother={false} />}
        />
      )}
      {byHand && (
        <ByHandSteps
          key={`${isOver}`}
          byHand={byHand}
          isOpen={isOver}
          onMarkDone={start.isPending ? undefined : onMarkDone}
        />
      )}
      {!isOver && <NoteField note={note} onNoteChange={onNoteChange} fate={noteFate} />}
    </ReviewDialog>
  );
}
