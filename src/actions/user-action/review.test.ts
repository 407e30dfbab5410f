import { describe, expect, it } from 'vitest';
import { accountActions } from '../../graph/users.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { testAccount } from '../../resources/users/test-account.ts';
import { userAction } from './action.ts';
import { planUsers } from './plan.ts';
import { consequencesOf } from './words.ts';

const targetsOf = (...accounts: readonly Parameters<typeof testAccount>[0][]) =>
  planUsers(
    'requireUserToSignInAgain',
    accounts.map((given) => ({ task: testTask(), account: testAccount(given) })),
    '',
  ).targets;
const person = (username: string) => ({ username, importantDevices: [] });
const intentOf = (action: string) => ({ kind: 'user-action', action, via: 'entraID' });

describe('the dialog', () => {
  it('says what each action does in each directory', () => {
    for (const action of accountActions) {
      for (const via of ['entraID', 'activeDirectory', 'okta'] as const) {
        expect(consequencesOf(action, via).join(' ')).not.toBe('');
      }
    }
    expect(consequencesOf('disable', 'activeDirectory')[1]).toContain('30 minutes');
    expect(consequencesOf('enable', 'activeDirectory')).toHaveLength(2);
    expect(consequencesOf('enable', 'entraID')).toHaveLength(1);
  });

  it('warns of one’s own account, and of guests', () => {
    const targets = targetsOf({}, { targetId: 'g', userType: 'Guest', userPrincipalName: 'g@x.example' });
    const warnings = (action: string, username: string) =>
      userAction.review(intentOf(action), targets, undefined, person(username)).warnings;
    const own = 'ADELE.vance@contoso.example';
    expect(warnings('requireUserToSignInAgain', own)).toEqual([
      'This is your own account: you’ll be signed out of everything, Actiondesk included.',
      '1 guest: only access to your organization changes.',
    ]);
    expect(warnings('enable', own)).toHaveLength(1);
    expect(warnings('disable', 'sam@contoso.example')).toHaveLength(1);
    const { reviewed: _none, ...item } = targets[0]?.items[0] ?? {
      id: '',
      name: '',
      detail: '',
      before: '',
      reviewed: {},
    };
    const bare = [
      { ...targets[0], id: 'x', name: '', intent: { kind: '' }, items: [{ ...item, reviewed: {} }] },
    ];
    expect(userAction.review(intentOf('disable'), bare, undefined, person('')).warnings).toEqual([]);
  });

  it('asks for more than a click where many users are acted on', () => {
    const many = targetsOf(...Array.from({ length: 11 }, (_, index) => ({ targetId: `u-${index}` })));
    const review = (targets: typeof many, action = 'enable') =>
      userAction.review(intentOf(action), targets, undefined, person('')).whyType;
    expect(review(many)).toEqual(['Changes 11 users']);
    expect(review(many.slice(1))).toEqual([]);
    expect(review(many.slice(0, 2), 'disable')).toEqual(['Disables users: 2 users in all']);
    expect(review(many.slice(0, 1), 'disable')).toEqual([]);
    expect(userAction.whyType?.(many)).toEqual(['Changes 11 users']);
  });
});
