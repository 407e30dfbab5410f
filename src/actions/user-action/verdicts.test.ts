import { describe, expect, it } from 'vitest';
import { testAccount } from '../../resources/users/test-account.ts';
import type { Outcome } from '../../runs/model/run.ts';
import { itemOf } from '../../runs/testing/test-runs.ts';
import type { UserIntent } from './intent.ts';
import { planAccount } from './plan.ts';
import { stateOf } from './state.ts';
import { judgeUserAfter, judgeUserBefore, type SeenAccount } from './verdicts.ts';

const intentOf = (action: UserIntent['action'], via: UserIntent['via'] = 'entraID'): UserIntent => ({
  kind: 'user-action',
  action,
  via,
});
const adele = testAccount();
const disabled = testAccount({ isEnabled: false });
const ended = testAccount({ sessionsFrom: Date.UTC(2026, 10, 30) });
const risky = testAccount({ riskState: 'atRisk' });
const compromised = testAccount({ riskState: 'confirmedCompromised' });
const renewed = testAccount({ passwordFrom: Date.UTC(2026, 10, 30) });
const itemFor = (action: UserIntent['action'], account = adele, tasks = '1') =>
  itemOf('u-1', planAccount(action, account, tasks));

describe('just before a sending, an account', () => {
  const judge = (
    action: UserIntent['action'],
    account: typeof adele,
    reviewed = adele,
    wasSent = false,
    pre = '',
  ) => judgeUserBefore(intentOf(action), { ...itemFor(action, reviewed), pre }, account, wasSent);

  it('that is as it was reviewed is sent', () => {
    expect(judge('disable', adele)).toMatchObject({
      phase: 'planned',
      pre: 'enabled',
      name: 'Adele Vance',
      detail: 'adele.vance@contoso.example',
      reviewed: itemFor('disable').reviewed,
    });
    // What the history keeps of an older version may name no task.
    const bare = itemFor('disable', adele, '');
    expect(judgeUserBefore(intentOf('disable'), bare, adele, false).reviewed).toEqual(bare.reviewed);
  });

  it('that is so already is left alone; after a sending, it is confirmed', () => {
    const settled = { phase: 'settled', after: 'disabled' };
    expect(judge('disable', disabled)).toMatchObject({ ...settled, outcome: 'skipped', left: 'alreadySo' });
    expect(judge('disable', disabled, adele, true)).toMatchObject({ ...settled, outcome: 'confirmed' });
  });

  it('whose sessions ended after a sending is confirmed; before one, a colleague was faster', () => {
    const pre = stateOf('requireUserToSignInAgain', adele);
    expect(judge('requireUserToSignInAgain', ended, adele, true, pre)).toMatchObject({
      outcome: 'confirmed',
    });
    expect(judge('requireUserToSignInAgain', ended)).toMatchObject({
      outcome: 'changedByOther',
      reason:
        'State changed from “since 2026-11-22T10:00:00.000Z” to “since 2026-11-30T00:00:00.000Z”; skipped',
    });
    // What was there before the first sending tells.
    expect(judge('requireUserToSignInAgain', adele, adele, true, pre)).toMatchObject({
      phase: 'planned',
      pre,
    });
  });

  it('whose password is newer than the decision is not asked for another one', () => {
    const pre = stateOf('forcePasswordReset', adele);
    expect(judge('forcePasswordReset', renewed, adele, true, pre)).toMatchObject({
      outcome: 'changedByOther',
    });
  });

  it('that another admin judged otherwise is left alone; that a risk was seen by itself is no matter', () => {
    const none = testAccount({ riskState: 'none' });
    expect(judge('markUserAsCompromised', risky, none)).toMatchObject({
      phase: 'planned',
      pre: 'risk atRisk',
    });
    expect(judge('markUserAsCompromised', testAccount({ riskState: 'dismissed' }), risky)).toMatchObject({
      outcome: 'changedByOther',
      reason: 'State changed from “at risk” to “risk dismissed”; skipped',
    });
  });

  it('that became another user, or a guest, is left alone', () => {
    expect(judge('disable', testAccount({ userPrincipalName: 'other@contoso.example' }))).toMatchObject({
      outcome: 'changedByOther',
    });
    const guest = testAccount({ userType: 'Guest' });
    expect(judge('requireUserToSignInAgain', guest, guest)).toMatchObject({
      outcome: 'changedByOther',
      reason: 'Only a guest’s own organization can end the sessions',
    });
  });

  it('is compared in an undo with the state that the run has left', () => {
    const undo = { ...itemFor('disable'), before: 'disabled' };
    expect(judgeUserBefore(intentOf('enable'), undo, disabled, false)).toMatchObject({ phase: 'planned' });
  });
});

describe('after a sending, an account', () => {
  const judge = (
    action: UserIntent['action'],
    outcome: Outcome,
    account: SeenAccount,
    elapsed = 60_000,
    { before = adele, via = 'entraID' as UserIntent['via'], tasks = '1' } = {},
  ) =>
    judgeUserAfter(
      intentOf(action, via),
      {
        ...itemFor(action, before, tasks),
        phase: 'answered',
        outcome,
        pre: stateOf(action, before),
        reason: 'Why',
      },
      account,
      elapsed,
    );

  it.each<[Outcome, string | undefined]>([
    ['successful', 'The task stays open: mark it done'],
    ['unknown', 'The task stays open: mark it done'],
    ['rejected', 'The request was rejected, but the account is as you asked'],
    ['skipped', 'The request was rejected, but the account is as you asked'],
  ])('that is as wanted is confirmed, and says what is next: %s', (outcome, reason) => {
    expect(judge('disable', outcome, disabled, 0)).toMatchObject({
      phase: 'settled',
      outcome: 'confirmed',
      after: 'disabled',
      reason,
    });
  });

  it('names no task where there is none, and several where there are', () => {
    expect(judge('disable', 'successful', disabled, 0, { tasks: '' })).not.toHaveProperty('reason');
    expect(judge('disable', 'successful', disabled, 0, { tasks: '1 2' })?.reason).toBe(
      'The tasks stay open: mark them done',
    );
  });

  it('that reads as before proves nothing early on, since reads lag behind', () => {
    expect(judge('disable', 'successful', adele, 59_999)).toBeUndefined();
    expect(judge('disable', 'unknown', 'gone', 59_999)).toBeUndefined();
    for (const [action, via] of [
      ['requireUserToSignInAgain', 'entraID'],
      ['disable', 'activeDirectory'],
    ] as const)
      expect(judge(action, 'successful', adele, 299_999, { via })).toBeUndefined();
  });

  it('that still reads as before was not changed', () => {
    expect(judge('disable', 'unknown', adele)).toMatchObject({
      outcome: 'notApplied',
      reason: 'Unchanged 60 s later',
    });
    for (const outcome of ['successful', 'contradicted'] as const)
      expect(judge('disable', outcome, adele)).toMatchObject({
        outcome: 'contradicted',
        reason: 'Microsoft accepted it, but shows “enabled” 60 s later',
      });
    expect(judge('requireUserToSignInAgain', 'successful', adele, 300_000)).toMatchObject({
      outcome: 'contradicted',
      reason: 'Microsoft accepted it, but shows no end of the sessions 5 min later',
    });
    expect(judge('disable', 'rejected', adele, 0)).toMatchObject({ outcome: 'rejected', reason: 'Why' });
    expect(judge('disable', 'skipped', adele, 0)).toMatchObject({
      outcome: 'skipped',
      left: 'refusedForNow',
    });
  });

  it('whose state isn’t shown proves nothing, however late', () => {
    expect(judge('disable', 'successful', testAccount({ isEnabled: null }), 900_000)).toBeUndefined();
  });

  it('whose sessions ended since then is confirmed', () => {
    expect(judge('requireUserToSignInAgain', 'unknown', ended, 0)).toMatchObject({
      outcome: 'confirmed',
      after: 'since 2026-11-30T00:00:00.000Z',
    });
  });

  it('with a password reset is accepted and not confirmed, until the user has a new password', () => {
    expect(judge('forcePasswordReset', 'successful', adele, 0)).toMatchObject({
      outcome: 'successful',
      reason: expect.stringContaining('can’t be confirmed'),
    });
    expect(judge('forcePasswordReset', 'successful', renewed, 0)).toMatchObject({ outcome: 'confirmed' });
    expect(judge('forcePasswordReset', 'unknown', renewed, 900_000)).toBeUndefined();
    expect(judge('forcePasswordReset', 'rejected', adele, 0)).toMatchObject({ outcome: 'rejected' });
    expect(judge('forcePasswordReset', 'skipped', adele, 0)).toMatchObject({ left: 'refusedForNow' });
  });

  it('that another admin judged otherwise was changed by that admin', () => {
    const dismissed = testAccount({ riskState: 'dismissed' });
    const judgeRisk = (account: SeenAccount, elapsed: number) =>
      judge('markUserAsCompromised', 'successful', account, elapsed, { before: risky });
    expect(judgeRisk(compromised, 0)).toMatchObject({ outcome: 'confirmed' });
    expect(judgeRisk(dismissed, 0)).toBeUndefined();
    expect(judgeRisk(dismissed, 300_000)).toMatchObject({
      outcome: 'changedByOther',
      reason: '“risk dismissed” by now',
    });
    expect(judgeRisk(testAccount({ riskState: 'none' }), 300_000)).toMatchObject({
      outcome: 'contradicted',
      reason: 'Microsoft accepted it, but shows “no risk” 5 min later',
    });
  });

  it('that no longer exists is not found, unless the request was accepted', () => {
    expect(judge('disable', 'unknown', 'gone')).toMatchObject({
      outcome: 'notFound',
      reason: 'The account no longer exists, 60 s later',
    });
    expect(judge('disable', 'successful', 'gone')).toMatchObject({
      outcome: 'successful',
      reason: 'Accepted. The account no longer exists, 60 s later',
    });
  });
});
