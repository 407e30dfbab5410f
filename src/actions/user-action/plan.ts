import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { AccountAction } from '../../graph/users.ts';
import type { Account } from '../../resources/users/account.ts';
import { accountDetail, accountName } from '../../resources/users/words.ts';
import type { Plan, PlannedItem, PlanTarget } from '../../runs/model/run.ts';
import { countOf } from '../../ui/format.ts';
import { accountActionFor } from '../response-action/right-way.ts';
import { type UserIntent, userKind } from './intent.ts';
import { reviewedUser, withTasks } from './reviewed.ts';
import { stateOf } from './state.ts';
import { decisionFor } from './words.ts';

/** A task, and the account of its user. */
export interface TaskAccount {
  readonly task: IncidentTask;
  readonly account: Account;
}

/** The decision in words: "Disable Megan Bowen", "Disable 2 users". @param names of the users */
export function userTitle(action: AccountAction, names: readonly string[]): string {
  const [only = ''] = names;
  return decisionFor(action, names.length === 1 ? only : countOf(names.length, 'user'));
}

/**
 * The plan to act on the users of tasks that `whyNotUser` says nothing against: one request for each account. Several tasks
 * may ask for the same: their user is acted on once. A task that asks for something else is not carried out by it: an undo
 * takes back what its task has done.
 *
 * @param sent the accounts as Graph has just shown them
 */
export function planUsers(action: AccountAction, sent: readonly TaskAccount[], note: string): Plan {
  const firsts = sent.filter((one, index) => sent.findIndex((other) => isSameAccount(one, other)) === index);
  const targets = firsts.map((first): PlanTarget => {
    const { account, task } = first;
    const tasks = sent
      .filter((other) => isSameAccount(first, other) && accountActionFor(other.task) === action)
      .map((other) => other.task.id);
    const intent: UserIntent = { kind: userKind, action, via: account.via };
    const item = planAccount(action, account, tasks.join(' '), task.incident?.id);
    return { id: account.targetId, name: accountName(account), intent, items: [item] };
  });
  return {
    title: userTitle(
      action,
      targets.map(({ name }) => name),
    ),
    note: note.trim(),
    targets,
  };
}

function isSameAccount({ account: one }: TaskAccount, { account: other }: TaskAccount): boolean {
  return one.targetId === other.targetId && one.accountId === other.accountId;
}

/** An account as it is reviewed. @param tasks the ids of its tasks, between blanks */
export function planAccount(
  action: AccountAction,
  account: Account,
  tasks: string,
  incident = '',
): PlannedItem {
  return {
    id: account.accountId,
    name: accountName(account),
    detail: accountDetail(account),
    before: stateOf(action, account),
    reviewed: withTasks(reviewedUser(action, account), tasks),
    incident,
  };
}
