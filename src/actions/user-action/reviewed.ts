import type { AccountAction } from '../../graph/users.ts';
import type { Account } from '../../resources/users/account.ts';
import type { Item, Reviewed } from '../../runs/model/run.ts';
import { changedFacts } from '../changed-facts.ts';
import { decisive, stateOf, stateWord } from './state.ts';

/** What a decision about a user rests on: who it is, and the state that the action changes. */
export function reviewedUser(action: AccountAction, account: Account): Reviewed {
  const { userPrincipalName, userType } = account;
  return { user: userPrincipalName, userType, state: decisive(stateOf(action, account)) };
}

/** The tasks that an action carries out, by their ids, as they are kept beside the facts. */
export function withTasks(facts: Reviewed, tasks: string): Reviewed {
  return tasks === '' ? facts : { ...facts, tasks };
}

/** The ids of the tasks that an item carries out; none in an undo. */
export function taskIdsOf({ reviewed }: Pick<Item, 'reviewed'>): readonly string[] {
  return (reviewed.tasks ?? '').split(' ').filter(Boolean);
}

const labels = { user: 'Sign-in name', userType: 'Kind of user', state: 'State' };

/** Which facts of an account are no longer what was reviewed, in words; undefined when all are the same. */
export function changesOfUser(
  action: AccountAction,
  { reviewed, before }: Pick<Item, 'reviewed' | 'before'>,
  account: Account,
): string | undefined {
  // In an undo, `before` is the state that the run has left, and the reviewed one is older.
  const expected = { ...reviewed, state: decisive(before) };
  return changedFacts(expected, reviewedUser(action, account), labels, (fact, value) =>
    fact === 'state' ? stateWord(value) : value,
  );
}
