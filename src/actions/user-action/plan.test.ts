import { describe, expect, it } from 'vitest';
import { accountActions } from '../../graph/users.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { testAccount } from '../../resources/users/test-account.ts';
import { itemOf } from '../../runs/testing/test-runs.ts';
import { userAction } from './action.ts';
import { isUserIntent, type UserIntent } from './intent.ts';
import { planUsers } from './plan.ts';
import { taskIdsOf } from './reviewed.ts';
import { whyNotAccount, whyNotUser } from './rules.ts';
import { isLater, stateOf, userStateName } from './state.ts';
import { decisionFor, roleFor } from './words.ts';

const task = (id: string, given = {}) => testTask({ id, actionType: 'disableUser', ...given });
const adele = testAccount();
const backup = testAccount({
  via: 'activeDirectory',
  targetId: 'i-2',
  accountId: 'ad-2',
  displayName: '',
  userPrincipalName: 'svc-backup@contoso.example',
  userType: '',
});

describe('a plan', () => {
  it('is one request for each account, however many tasks ask for it', () => {
    const plan = planUsers(
      'disable',
      [
        { task: task('1'), account: adele },
        { task: task('2', { incident: null }), account: backup },
        { task: task('3'), account: adele },
      ],
      ' CHG-1 ',
    );
    expect(plan).toMatchObject({ title: 'Disable 2 users', note: 'CHG-1' });
    expect(plan.targets).toEqual([
      {
        id: 'u-1',
        name: 'Adele Vance',
        intent: { kind: 'user-action', action: 'disable', via: 'entraID' },
        items: [
          {
            id: 'u-1',
            name: 'Adele Vance',
            detail: 'adele.vance@contoso.example',
            before: 'enabled',
            reviewed: {
              user: 'adele.vance@contoso.example',
              userType: 'Member',
              state: 'enabled',
              tasks: '1 3',
            },
            incident: '2972395',
          },
        ],
      },
      {
        id: 'i-2',
        name: 'svc-backup@contoso.example',
        intent: { kind: 'user-action', action: 'disable', via: 'activeDirectory' },
        items: [
          expect.objectContaining({
            id: 'ad-2',
            detail: 'svc-backup@contoso.example, Active Directory',
            incident: '',
          }),
        ],
      },
    ]);
    expect(plan.targets.flatMap(({ items }) => items.map(taskIdsOf))).toEqual([['1', '3'], ['2']]);
    expect(taskIdsOf({ reviewed: {} })).toEqual([]);
  });

  it('that takes back what its task has done carries out no task', () => {
    const done = task('1', { status: 'completed', actionStatus: 'completed' });
    const account = testAccount({ isEnabled: false });
    const [undo] = planUsers('enable', [{ task: done, account }], '').targets;
    expect(undo?.items).toMatchObject([{ before: 'disabled', incident: '2972395' }]);
    expect(undo?.items.flatMap(taskIdsOf)).toEqual([]);
    const asked = task('2', { actionType: 'enableUser' });
    const [both] = planUsers(
      'enable',
      [done, asked].map((one) => ({ task: one, account })),
      '',
    ).targets;
    expect(both?.items.flatMap(taskIdsOf)).toEqual(['2']);
  });

  it('names the only user', () => {
    expect(planUsers('disable', [{ task: task('1'), account: adele }], '').title).toBe('Disable Adele Vance');
    expect(planUsers('disable', [], '').title).toBe('Disable 0 users');
  });

  it('says in words what it does', () => {
    expect(accountActions.map((action) => decisionFor(action, '2 users'))).toEqual([
      'Disable 2 users',
      'Enable 2 users',
      'Force a password reset for 2 users',
      'Require sign-in of 2 users',
      'Mark 2 users as compromised',
    ]);
  });
});

describe('an account', () => {
  it.each([
    ['disable', {}, undefined],
    ['disable', { isEnabled: false }, 'Already disabled'],
    ['disable', { isEnabled: null }, 'Microsoft Graph doesn’t show whether the account is enabled'],
    ['disable', { userType: 'Guest' }, undefined],
    ['enable', {}, 'Already enabled'],
    ['enable', { isEnabled: false }, undefined],
    ['requireUserToSignInAgain', { sessionsFrom: null }, undefined],
    [
      'requireUserToSignInAgain',
      { userType: 'Guest' },
      'Only a guest’s own organization can end the sessions',
    ],
    ['forcePasswordReset', {}, undefined],
    [
      'forcePasswordReset',
      { userType: 'Guest' },
      'Only a guest’s own organization can ask for a new password',
    ],
    ['markUserAsCompromised', { riskState: 'none' }, undefined],
    ['markUserAsCompromised', { riskState: 'confirmedCompromised' }, 'Already confirmed as compromised'],
  ] as const)('takes an action or says why not: %s of %j', (action, given, reason) => {
    expect(whyNotAccount(action, testAccount(given))).toBe(reason);
    expect(whyNotUser(action, testAccount(given), 'sam@contoso.example')).toBe(reason);
  });

  it('that a person works with is not disabled by that person', () => {
    const own = 'Adele.Vance@contoso.example';
    expect(whyNotUser('disable', adele, own)).toContain('your own account');
    expect(whyNotUser('requireUserToSignInAgain', adele, own)).toBeUndefined();
    expect(whyNotUser('disable', testAccount({ userPrincipalName: '' }), '')).toBeUndefined();
  });

  it('has a state for each action, and words for it', () => {
    const risky = testAccount({ riskState: 'atRisk' });
    expect(accountActions.map((action) => userStateName(stateOf(action, risky)))).toEqual([
      'Enabled',
      'Enabled',
      'Since 2026-09-01T00:00:00.000Z',
      'Since 2026-11-22T10:00:00.000Z',
      'At risk',
    ]);
    const bare = testAccount({ isEnabled: null, sessionsFrom: null, passwordFrom: null });
    expect(accountActions.map((action) => stateOf(action, bare))).toEqual(Array(5).fill('notShown'));
    expect(['disabled', 'notShown', 'of a later version', ''].map(userStateName)).toEqual([
      'Disabled',
      'Not shown',
      'of a later version',
      '',
    ]);
  });

  it('shows a later time only where both times are known', () => {
    const [early, late] = ['since 2026-11-22T10:00:00.000Z', 'since 2026-11-22T10:00:00.001Z'];
    expect([isLater(late, early), isLater(early, late), isLater(early, early)]).toEqual([true, false, false]);
    expect([isLater(late, 'notShown'), isLater('notShown', early), isLater(late, 'since then')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('the action', () => {
  const intentOf = (action: UserIntent['action'], via: UserIntent['via'] = 'entraID'): UserIntent => ({
    kind: 'user-action',
    action,
    via,
  });

  it.each([
    [{ kind: 'user-action', action: 'disable', via: 'entraID' }, true],
    [{ kind: 'user-action', action: 'delete', via: 'entraID' }, false],
    [{ kind: 'user-action', action: 1, via: 'entraID' }, false],
    [{ kind: 'user-action', action: 'disable', via: null }, false],
    [{ kind: 'user-action', action: 'disable', via: 'ldap' }, false],
    [{ kind: 'user', action: 'disable', via: 'entraID' }, false],
    [{ kind: 'user-action', action: 'disable', via: 'entraID', user: 'x' }, false],
  ])('knows its intents: %j', (intent, isSound) => {
    expect(isUserIntent(intent)).toBe(isSound);
  });

  it('takes disabling and enabling back once they are confirmed, and nothing else', () => {
    const undo = (action: UserIntent['action'], outcome: 'confirmed' | 'successful' = 'confirmed') =>
      userAction.undo?.(intentOf(action, 'okta'), { before: '', outcome });
    expect(undo('disable')).toEqual({ intent: intentOf('enable', 'okta'), before: 'disabled' });
    expect(undo('enable')).toEqual({ intent: intentOf('disable', 'okta'), before: 'enabled' });
    expect(undo('disable', 'successful')).toBeUndefined();
    expect(undo('requireUserToSignInAgain')).toBeUndefined();
    const strange = { kind: 'user-action', action: 'delete', via: 'okta' };
    expect(userAction.undo?.(strange, { before: '', outcome: 'confirmed' })).toBeUndefined();
  });

  it('shows the request that it sends', () => {
    expect(userAction.requestOf(intentOf('disable'), 'u-1', ['u-1'])).toEqual({
      method: 'PATCH',
      path: '/users/u-1',
      body: { accountEnabled: false },
    });
    expect(userAction.requestOf(intentOf('disable', 'activeDirectory'), 'i-2', ['ad-2'])).toEqual({
      method: 'POST',
      path: '/security/identities/identityAccounts/i-2/invokeAction',
      body: { accountId: 'ad-2', action: 'disable', identityProvider: 'activeDirectory' },
    });
    expect(userAction.requestOf(intentOf('disable', 'okta'), 'i-2', [])).toMatchObject({
      body: { accountId: '' },
    });
    expect(() => userAction.requestOf({ kind: 'user-action' }, 'u-1', [])).toThrow('no intent for users');
  });

  it('is named for records, and never waits in a plan', () => {
    const intent = intentOf('forcePasswordReset');
    expect(userAction.nameFor(intent, itemOf('u'))).toBe('Force password reset');
    expect(userAction.graphNameFor(intent, itemOf('u'))).toBe('forcePasswordReset');
    expect(userAction.canBeStaged({ intent, target: { id: 'u' }, item: itemOf('u') })).toBe(false);
    expect([userAction.dateText(intent), userAction.lastMoment(intent)]).toEqual(['', null]);
    expect(userAction.mayTurnFailure({ pre: '' })).toBe(true);
    expect(userAction.nextStep({ problem: null }, { incident: '' })).toMatchObject({
      text: 'Look for the user in Entra',
    });
    expect([roleFor('disable', 'entraID'), roleFor('markUserAsCompromised', 'entraID')]).toEqual([
      'User Administrator',
      'Security Administrator',
    ]);
    expect(roleFor('disable', 'activeDirectory')).toBe('Security Administrator');
  });
});
