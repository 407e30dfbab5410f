import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { AccountAction } from '../../graph/users.ts';
import { groupBy } from '../../lib/group-by.ts';
import type { Account } from '../../resources/users/account.ts';
import { accountDetail, accountName } from '../../resources/users/words.ts';
import type { Plan, PlannedItem, PlanTarget } from '../../runs/model/run.ts';
import { countOf } from '../../ui/format.ts';
import { type UserIntent, userKind } from './intent.ts';
import { reviewedUser, withTasks } from './reviewed.ts';
import { stateOf } from './state.ts';
import { decisionFor } from './words.ts';

/** A task, and the account of its user. */
export interface TaskAccount {
  readonly task: IncidentTask;
  readonly account: Account;
}

/** The decision in words: "Disable 2 users". */
export function userTitle(action: AccountAction, count: number): string {
  return decisionFor(action, countOf(count, 'user'));
}

/**
 * The plan to act on the users of tasks that `whyNotUser` says nothing against: one request for each account. Several tasks
 * may ask for the same: their user is acted on once.
 *
 * @param sent nothing else is in it than accounts as Graph has just shown them
 */
export function planUsers(action: AccountAction, sent: readonly TaskAccount[], note: string): Plan {
  const byAccount = groupBy(sent, ({ account }) => `${account.targetId}\n${account.accountId}`);
  const targets = [...byAccount.values()].flatMap(([first, ...others]): readonly PlanTarget[] => {
    if (!first) return [];
    const { account, task } = first;
    const tasks = [task, ...others.map((other) => other.task)].map(({ id }) => id).join(' ');
    const intent: UserIntent = { kind: userKind, action, via: account.via };
    const item = planAccount(action, account, tasks, task.incident?.id);
    return [{ id: account.targetId, name: accountName(account), intent, items: [item] }];
  });
  return { title: userTitle(action, targets.length), note: note.trim(), targets };
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
