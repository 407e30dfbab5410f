import type { Account } from '../../resources/users/account.ts';
import { accountDetail, accountName } from '../../resources/users/words.ts';
import type { ItemResult } from '../../runs/model/reducer.ts';
import { refusedForNow } from '../../runs/model/retry.ts';
import type { Item } from '../../runs/model/run.ts';
import type { Inspected } from '../../runs/work.ts';
import type { UserIntent } from './intent.ts';
import { changesOfUser, reviewedUser, taskIdsOf, withTasks } from './reviewed.ts';
import { whyNotAccount } from './rules.ts';
import { decisive, isLater, isShown, stateOf, stateWord, wantedState } from './state.ts';

/** An account as a read found it. */
export type SeenAccount = Account | 'gone';

/**
 * What an older read may show too is taken for final after so many ms. Microsoft says of sessions that ending them takes
 * some minutes; a sensor carries out what is asked of Active Directory.
 */
function settleTimeOf({ action, via }: UserIntent): number {
  const isQuick = via === 'entraID' && (action === 'disable' || action === 'enable');
  return isQuick ? 60_000 : 300_000;
}

/** What the read just before a sending says of an account. @param wasSent a request for it has left already */
export function judgeUserBefore(
  { action }: UserIntent,
  item: Item,
  account: Account,
  wasSent: boolean,
): Inspected {
  const { id } = item;
  const state = stateOf(action, account);
  const settled = { id, phase: 'settled', after: state } as const;
  // Sent before, and refused for now: it may be our own doing.
  if (wasSent && hasEffect(action, item, state))
    return { ...settled, outcome: 'confirmed', ...openTask(item) };
  if (state === wantedState(action)) {
    return { ...settled, outcome: 'skipped', left: 'alreadySo', reason: 'Already in that state' };
  }
  const reason = changesOfUser(action, item, account) ?? whyNotAccount(action, account);
  if (reason !== undefined) return { ...settled, outcome: 'changedByOther', reason };
  return {
    id,
    phase: 'planned',
    outcome: null,
    // What was there before the first sending tells, and not what was there before the last.
    pre: wasSent ? item.pre : state,
    name: accountName(account),
    detail: accountDetail(account),
    reviewed: withTasks(reviewedUser(action, account), item.reviewed.tasks ?? ''),
  };
}

/**
 * What a read after a sending says of an account.
 *
 * @param elapsed ms since the answer
 * @returns undefined while the read proves nothing: for good where a password reset had no answer, since no read shows one
 */
export function judgeUserAfter(
  intent: UserIntent,
  item: Item,
  account: SeenAccount,
  elapsed: number,
): ItemResult | undefined {
  const { action } = intent;
  const { outcome } = item;
  const settled = { id: item.id, phase: 'settled' } as const;
  const isOld = elapsed >= settleTimeOf(intent);
  const at =
    elapsed < 120_000
      ? `${Math.round(elapsed / 1_000)} s later`
      : `${Math.round(elapsed / 60_000)} min later`;
  if (account === 'gone') {
    if (!isOld) return undefined;
    const reason = `The account no longer exists, ${at}`;
    return wasAccepted(outcome)
      ? { ...settled, outcome: 'successful', reason: `Accepted. ${reason}` }
      : { ...settled, outcome: 'notFound', reason };
  }
  const state = stateOf(action, account);
  const seen = { ...settled, after: state };
  if (hasEffect(action, item, state)) {
    const wasRefused = outcome === 'rejected' || outcome === 'skipped';
    return { ...seen, outcome: 'confirmed', ...(wasRefused ? { reason: refusedButSo } : openTask(item)) };
  }
  if (outcome === 'rejected') return { ...seen, outcome: 'rejected', reason: item.reason };
  if (action === 'forcePasswordReset') {
    if (outcome === 'skipped') return { ...seen, ...refusedForNow };
    return wasAccepted(outcome) ? { ...seen, outcome: 'successful', reason: cannotConfirm } : undefined;
  }
  // A third state: whether ours came first, and was replaced, nobody can tell.
  if (action === 'markUserAsCompromised' && decisive(state) !== decisive(item.before)) {
    return isOld ? { ...seen, outcome: 'changedByOther', reason: `“${stateWord(state)}” by now` } : undefined;
  }
  if (outcome === 'skipped') return { ...seen, ...refusedForNow };
  // A state that isn’t shown proves nothing, however late.
  if (!isOld || !isShown(state)) return undefined;
  const shown = action === 'requireUserToSignInAgain' ? 'no end of the sessions' : `“${stateWord(state)}”`;
  return wasAccepted(outcome)
    ? { ...seen, outcome: 'contradicted', reason: `Microsoft accepted it, but shows ${shown} ${at}` }
    : { ...seen, outcome: 'notApplied', reason: `Unchanged ${at}` };
}

/** True where a state shows what the action does: the wanted state, or a time later than the one before the sending. */
function hasEffect(
  action: UserIntent['action'],
  { pre, outcome }: Pick<Item, 'pre' | 'outcome'>,
  state: string,
): boolean {
  const wanted = wantedState(action);
  if (wanted !== undefined) return state === wanted;
  // The user and any admin may set a new password: it is the effect of no other request than one that was accepted.
  return isLater(state, pre) && (action === 'requireUserToSignInAgain' || wasAccepted(outcome));
}

function wasAccepted(outcome: Item['outcome']): boolean {
  return outcome === 'successful' || outcome === 'contradicted';
}

/** Nothing is sent to Defender for it: a person marks a task done. */
function openTask(item: Item): { readonly reason?: string } {
  const count = taskIdsOf(item).length;
  if (count === 0) return {};
  return {
    reason: count === 1 ? 'The task stays open: mark it done' : 'The tasks stay open: mark them done',
  };
}

const refusedButSo = 'The request was rejected, but the account is as you asked';
const cannotConfirm =
  'Accepted. Microsoft Graph doesn’t show whether the next sign-in asks for a new password, so this can’t be confirmed';
