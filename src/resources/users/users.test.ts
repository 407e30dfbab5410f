import { describe, expect, it } from 'vitest';
import { createGraph } from '../../graph/client.ts';
import type { Evidence } from '../../graph/evidence.ts';
import { baseUrl, fakeFetch, freePacer, graphRefusal, success } from '../../graph/test-answers.ts';
import type { AccountAction } from '../../graph/users.ts';
import type { Join } from '../incident-tasks/join.ts';
import { testTask } from '../incident-tasks/test-task.ts';
import { findAccount } from './find-account.ts';
import { accountQuery } from './queries.ts';
import { testAccount } from './test-account.ts';
import { type UserRef, userOfTask } from './user-of-task.ts';
import { accountDetail, accountName, directoryText, enabledText, riskText } from './words.ts';

const id = '11111111-1111-4111-8111-111111111111';
const upn = 'megan.bowen@contoso.example';
const sid = 'S-1-5-21-1-2-3-1104';
const taskOf = (identifierValue: string) =>
  testTask({
    actionType: 'disableUser',
    responseAction: { identifierValue, deviceId: '', isolationType: '' },
  });
const join = (given: object, by: Join['by'] = 'target'): Join => {
  const userAccount = {
    displayName: 'Megan Bowen',
    userPrincipalName: upn,
    azureAdUserId: id,
    userSid: sid,
    accountName: 'megan',
    domainName: 'contoso',
    ...given,
  };
  return { by, evidence: { kind: 'user', userAccount } as Evidence };
};

describe('the user of a task', () => {
  const all = { objectId: id, userPrincipalName: upn, sid };

  it.each([upn, 'MEGAN.bowen@contoso.example', ` ${upn} `])(
    'is known in full by its evidence: “%s”',
    (named) => {
      expect(userOfTask(taskOf(named), join({}))).toEqual({
        user: { ...all, userPrincipalName: named.trim() },
      });
    },
  );

  it.each([id, sid])('may be named by an id: %s', (named) => {
    expect(userOfTask(taskOf(named), join({}))).toEqual({ user: all });
  });

  it('is known by what the task says where no evidence says more', () => {
    const alone = { user: { objectId: '', userPrincipalName: upn, sid: '' } };
    expect(userOfTask(taskOf(upn), undefined)).toEqual(alone);
    expect(userOfTask(taskOf(upn), join({}, 'title'))).toEqual(alone);
    const mailbox = { by: 'target', evidence: { kind: 'mailbox', primaryAddress: upn } } as unknown as Join;
    expect(userOfTask(taskOf(upn), mailbox)).toEqual(alone);
    expect(userOfTask(taskOf(upn), join({ userPrincipalName: 'megan@other.example' }))).toEqual(alone);
    expect(userOfTask(taskOf(upn), join({ azureAdUserId: 'x', userSid: 'S-1-12-1-5' }))).toEqual(alone);
  });

  it('is none where the task gives a short name, or nothing', () => {
    expect(userOfTask(taskOf('megan'), join({}))).toHaveProperty('whyNot');
    expect(userOfTask(testTask({ responseAction: null }), join({}, 'title'))).toHaveProperty('whyNot');
  });
});

describe('the account of a user', () => {
  const user = (given: object = {}) => ({
    id,
    displayName: 'Megan Bowen',
    userPrincipalName: upn,
    userType: 'Member',
    accountEnabled: true,
    ...given,
  });
  const identity = (given: object = {}) => ({
    id: 'i-1',
    displayName: 'Megan Bowen',
    userPrincipalName: upn,
    isEnabled: true,
    onPremisesSecurityIdentifier: sid,
    accounts: [
      { identityProvider: 'activeDirectory', identifier: 'ad-1', actions: ['Disable', 'enable'] },
      { identityProvider: 'entraID', identifier: id, actions: ['disable'] },
    ],
    ...given,
  });
  const synced = user({ onPremisesSyncEnabled: true, onPremisesSecurityIdentifier: sid });
  const ref: UserRef = { objectId: id, userPrincipalName: upn, sid: '' };
  const endless = (page: number) =>
    success({ value: [identity()], '@odata.nextLink': `${baseUrl}/security/identities?page=${page}` });

  async function find(given: UserRef, action: AccountAction, ...answers: readonly Response[]) {
    const { fetch, sendings } = fakeFetch(...answers);
    const graph = createGraph({ pacer: freePacer, baseUrl, getToken: async () => 'token', fetch });
    const found = await findAccount(graph, given, action);
    return { found, paths: sendings.map(({ url }) => url.slice(baseUrl.length).split('?')[0]) };
  }

  it('is the one in Entra ID', async () => {
    const { found, paths } = await find(ref, 'disable', success(user()));
    expect(found).toMatchObject({
      account: { via: 'entraID', targetId: id, accountId: id, isEnabled: true },
    });
    expect(paths).toEqual([`/users/${id}`]);
  });

  it('is the one with the security identifier of the task, or of Entra ID alone where the object id tells', async () => {
    for (const inEntra of [user({ onPremisesSecurityIdentifier: sid.toLowerCase() }), user()]) {
      const { found } = await find({ ...ref, sid }, 'disable', success(inEntra));
      expect(found).toMatchObject({ account: { via: 'entraID', accountId: id } });
    }
  });

  it('comes with its risk where an action is about the risk', async () => {
    const risk = success({ id, riskState: 'atRisk' });
    expect((await find(ref, 'markUserAsCompromised', success(user()), risk)).found).toMatchObject({
      account: { riskState: 'atRisk' },
    });
    const none = await find(ref, 'markUserAsCompromised', success(user()), graphRefusal(404));
    expect(none.found).toMatchObject({ account: { riskState: 'none' } });
    await expect(find(ref, 'markUserAsCompromised', success(user()), graphRefusal(403))).rejects.toThrow();
  });

  it('is the one in Active Directory for what Active Directory decides, and for nothing else', async () => {
    const listed = () => success({ value: [identity()] });
    expect((await find(ref, 'disable', success(synced), listed())).found).toMatchObject({
      account: { via: 'activeDirectory', targetId: 'i-1', accountId: 'ad-1' },
    });
    const inCloud = await find(ref, 'requireUserToSignInAgain', success(synced));
    expect(inCloud.found).toMatchObject({ account: { via: 'entraID', isSynced: true } });
  });

  it('is the one of Active Directory or Okta alone where Entra ID doesn’t know the user', async () => {
    const okta = identity({
      accounts: [{ identityProvider: 'okta', identifier: 'o', actions: ['disable'] }],
    });
    const bySid = { objectId: '', userPrincipalName: '', sid };
    expect((await find(bySid, 'disable', success({ value: [okta] }))).found).toMatchObject({
      account: { via: 'okta', accountId: 'o' },
    });
    const byName = { ...ref, objectId: '' };
    const listed = success({ value: [identity()] });
    expect((await find(byName, 'disable', graphRefusal(404), listed)).found).toHaveProperty('account');
  });

  it.each([
    ['another user was read', ref, [success(user({ id: 'x' }))], 'Entra ID knows the user as'],
    ['the user goes by another name', ref, [success(user({ userPrincipalName: 'm@x' }))], 'as m@x'],
    ['Entra ID names no account', ref, [success(user({ onPremisesSyncEnabled: true }))], 'which one it is'],
    [
      'the security identifier is another user’s',
      { ...ref, sid: 'S-1-5-9' },
      [success(synced)],
      'another security identifier',
    ],
    [
      'a sign-in name has passed to a user of Entra ID alone',
      { ...ref, objectId: '', sid },
      [success(user())],
      'another security identifier',
    ],
    // Who has the sign-in name in Active Directory now may be somebody else: no second read.
    ['the object id is gone', { ...ref, sid }, [graphRefusal(404)], 'The user may have been deleted'],
    [
      'nobody is known',
      { ...ref, objectId: '' },
      [graphRefusal(404), success({ value: [] })],
      'doesn’t know',
    ],
    ['the task names nobody', { objectId: '', userPrincipalName: '', sid: '' }, [], 'doesn’t know the user'],
    [
      'a row can’t be read',
      ref,
      [success(synced), success({ value: [identity(), { id: 7 }] })],
      'Couldn’t be told apart',
    ],
    [
      'an account of the user can’t be read',
      ref,
      [success(synced), success({ value: [identity({ accounts: [...identity().accounts, 7] })] })],
      'Couldn’t be told apart',
    ],
    [
      'the list never ends',
      ref,
      [success(synced), ...[1, 2, 3, 4, 5, 6].map((page) => endless(page))],
      'Couldn’t be told apart',
    ],
    [
      'the filter was not heeded',
      ref,
      [success(synced), success({ value: [identity({ onPremisesSecurityIdentifier: 'S-1-5-9' })] })],
      'Defender for Identity doesn’t know',
    ],
    [
      'two could be the one',
      ref,
      [success(synced), success({ value: [identity(), identity({ id: 'i-2' })] })],
      'several accounts',
    ],
    [
      'the account takes no such action',
      ref,
      [success(synced), success({ value: [identity({ accounts: [] })] })],
      'No account of the user takes',
    ],
  ] as const)('is none where %s', async (_what, given, answers, reason) => {
    const { found } = await find(given, 'disable', ...answers);
    expect(found).toMatchObject({ whyNot: expect.stringContaining(reason) });
  });

  it('is none where a permission is missing: that is told, and nobody else is asked', async () => {
    await expect(find(ref, 'disable', graphRefusal(403))).rejects.toMatchObject({
      problem: { kind: 'forbidden', advice: expect.stringContaining('User Administrator') },
    });
  });

  it('has a key for each user and action', () => {
    const { fetch } = fakeFetch();
    const graph = createGraph({ pacer: freePacer, baseUrl, getToken: async () => 'token', fetch });
    expect(accountQuery(graph, ref, 'disable').queryKey).toEqual([
      'users',
      'account',
      'disable',
      id,
      upn,
      '',
    ]);
  });
});

it('an account has words', () => {
  const bare = testAccount({ displayName: '', userPrincipalName: '', via: 'okta' });
  expect([accountName(bare), accountDetail(bare)]).toEqual(['User without a name', 'Okta']);
  expect([bare, testAccount(), testAccount({ isSynced: true })].map(directoryText)).toEqual([
    'Okta',
    'Entra ID, cloud only',
    'Entra ID, synced from Active Directory',
  ]);
  expect([true, false, null].map(enabledText)).toEqual(['Enabled', 'Disabled', 'State not shown']);
  expect([riskText('dismissed'), riskText('later')]).toEqual(['Risk dismissed', 'later']);
});
