import { expect, it } from 'vitest';
import { createGraph } from '../../graph/client.ts';
import {
  baseUrl,
  fakeFetch,
  freePacer,
  graphRefusal,
  noContent,
  noon,
  success,
  successOf,
} from '../../graph/test-answers.ts';
import { testAccount } from '../../resources/users/test-account.ts';
import { itemOf, stepOf } from '../../runs/testing/test-runs.ts';
import type { UserIntent } from './intent.ts';
import { planAccount } from './plan.ts';
import { userWork } from './work.ts';

const user = (accountEnabled: boolean) => ({
  id: 'u-1',
  displayName: 'Adele Vance',
  userPrincipalName: 'adele.vance@contoso.example',
  userType: 'Member',
  accountEnabled,
  signInSessionsValidFromDateTime: '2026-11-22T10:00:00Z',
});
const identity = (isEnabled: boolean, identifier = 'ad-2') => ({
  id: 'i-2',
  displayName: 'Backup Service',
  userPrincipalName: 'svc-backup@contoso.example',
  isEnabled,
  accounts: [{ identityProvider: 'activeDirectory', identifier, actions: ['disable'] }],
});

const inEntra: UserIntent = { kind: 'user-action', action: 'disable', via: 'entraID' };
const onPremises: UserIntent = { ...inEntra, via: 'activeDirectory' };
const adele = itemOf('u-1', planAccount('disable', testAccount(), '1'));
const backup = itemOf(
  'ad-2',
  planAccount(
    'disable',
    testAccount({
      via: 'activeDirectory',
      targetId: 'i-2',
      accountId: 'ad-2',
      displayName: 'Backup Service',
      userPrincipalName: 'svc-backup@contoso.example',
      userType: '',
    }),
    '2',
  ),
);
const step = stepOf('1', [adele], { targetId: 'u-1' });
const stepOnPremises = stepOf('1', [backup], { targetId: 'i-2' });

function setUp(intent: UserIntent, ...answers: readonly Response[]) {
  const { fetch, sendings } = fakeFetch(...answers);
  const graph = createGraph({
    pacer: freePacer,
    baseUrl,
    getToken: async () => 'token',
    fetch,
    now: () => noon,
    wait: async () => undefined,
  });
  return { work: userWork(graph, intent), sendings };
}

it('reads the user right before the sending, or the identity', async () => {
  const entra = setUp(inEntra, success(user(true)));
  expect(await entra.work.inspect(step)).toMatchObject([{ id: 'u-1', phase: 'planned', pre: 'enabled' }]);
  const ad = setUp(onPremises, success(identity(true)));
  expect(await ad.work.inspect(stepOnPremises)).toMatchObject([{ id: 'ad-2', phase: 'planned' }]);
  const settled = stepOf('1', [{ ...adele, phase: 'settled' }], { targetId: 'u-1' });
  expect(await setUp(inEntra, success(user(true))).work.inspect(settled)).toEqual([]);
});

it('sends nothing to an account that its user no longer has', async () => {
  const { work } = setUp(onPremises, success(identity(true, 'another')));
  await expect(work.inspect(stepOnPremises)).rejects.toMatchObject({ problem: { kind: 'notFound' } });
});

it.each([
  ['as before', ['u-1'], 2],
  ['changed meanwhile', [], 1],
] as const)('after a 429 sends the same body once more, if the user reads %s', async (_what, left, count) => {
  const { work, sendings } = setUp(inEntra, graphRefusal(429), noContent());
  const sent = await work.send(step, ['u-1'], { reread: async () => left });
  expect(sent.kind).toBe(count === 2 ? 'accepted' : 'nothingLeft');
  expect(sendings).toHaveLength(count);
  for (const { url, init } of sendings) {
    expect(`${init.method} ${url.slice(baseUrl.length)}`).toBe('PATCH /users/u-1');
    expect(init.body).toBe('{"accountEnabled":false}');
  }
});

it('sends to the account in its directory', async () => {
  const { work, sendings } = setUp(onPremises, success({}));
  await work.send(stepOnPremises, ['ad-2'], { reread: async () => ['ad-2'] });
  expect(sendings[0]?.url).toBe(`${baseUrl}/security/identities/identityAccounts/i-2/invokeAction`);
  expect(sendings[0]?.init.body).toContain('"accountId":"ad-2"');
  const without = setUp(onPremises, success({}));
  await without.work.send(stepOnPremises, [], { reread: async () => [] });
  expect(without.sendings[0]?.init.body).toContain('"accountId":""');
});

it('takes an acceptance for no more than that, and confirms it by a read', async () => {
  const { work } = setUp(inEntra, success(user(false)));
  expect(work.account(['u-1'], await successOf(noContent()))).toEqual([
    { id: 'u-1', phase: 'answered', outcome: 'successful' },
  ]);
  const answered = stepOf('1', [{ ...adele, phase: 'answered', outcome: 'successful', pre: 'enabled' }], {
    targetId: 'u-1',
  });
  expect(await work.observe([answered], 2_000)).toMatchObject([
    { stepId: '1', results: [{ id: 'u-1', phase: 'settled', outcome: 'confirmed', after: 'disabled' }] },
  ]);
  const gone = setUp(inEntra, graphRefusal(404));
  expect(await gone.work.observe([answered], 60_000)).toMatchObject([
    { results: [{ outcome: 'successful', reason: expect.stringContaining('no longer exists') }] },
  ]);
  expect(await gone.work.observe([stepOf('2', [], { targetId: 'u-1' })], 0)).toMatchObject([{ results: [] }]);
});

it('asks for what it needs and nothing more', () => {
  expect(setUp({ ...inEntra, action: 'requireUserToSignInAgain' }).work.scopes).toEqual([
    'User.RevokeSessions.All',
    'User.Read.All',
  ]);
  expect(setUp(inEntra).work.scopes).toEqual(['User.EnableDisableAccount.All', 'User.Read.All']);
  expect(setUp(onPremises).work.scopes).toEqual([
    'SecurityIdentitiesActions.ReadWrite.All',
    'SecurityIdentitiesAccount.Read.All',
  ]);
});

it('knows no user whose action is in progress, and takes only a missing one for final', () => {
  const { work } = setUp(inEntra);
  expect(work.following(adele)).toMatchObject({ outcome: 'unknown' });
  const problem = { title: '', advice: '' };
  expect(work.isFinal({ ...problem, kind: 'notFound' })).toBe(true);
  expect(work.isFinal({ ...problem, kind: 'forbidden', status: 403 })).toBe(false);
});

it('offers again what a fresh read shows, with its tasks, and an undo without', async () => {
  const { work } = setUp(inEntra, success(user(true)));
  const fresh = await work.readAfresh([{ id: 'u-1', name: 'Old', items: [adele] }]);
  expect(fresh.targets).toMatchObject([
    { name: 'Adele Vance', items: [{ id: 'u-1', reviewed: { tasks: '1' } }], leftOut: [] },
  ]);
  expect([fresh.titleOf(fresh.targets), fresh.seenOf(fresh.targets)]).toEqual([
    'Disable Adele Vance',
    undefined,
  ]);

  const undo = setUp({ ...inEntra, action: 'enable' }, success(user(false)));
  const { targets } = await undo.work.readAfresh([
    { id: 'u-1', name: 'Old', items: [{ ...adele, before: 'disabled' }] },
  ]);
  expect(targets[0]?.items[0]?.reviewed).toEqual({
    user: 'adele.vance@contoso.example',
    userType: 'Member',
    state: 'disabled',
  });
  const without = setUp(inEntra, success(user(true)));
  const { tasks: _tasks, ...reviewed } = adele.reviewed;
  const bare = await without.work.readAfresh([{ id: 'u-1', name: 'Old', items: [{ ...adele, reviewed }] }]);
  expect(bare.targets[0]?.items[0]?.reviewed).toEqual(reviewed);
});

it('leaves out what a fresh read shows otherwise, or not at all', async () => {
  const { work } = setUp(inEntra, success(user(false)), graphRefusal(404));
  const items = [adele];
  const { targets } = await work.readAfresh([{ id: 'u-1', name: 'Old', items }]);
  expect(targets[0]?.leftOut).toMatchObject([{ reason: 'Already in that state' }]);
  const gone = await work.readAfresh([{ id: 'u-1', name: 'Old', items }]);
  expect(gone.targets).toMatchObject([
    { name: 'Old', items: [], leftOut: [{ reason: 'The account no longer exists' }] },
  ]);
  const none = await work.readAfresh([{ id: 'u-1', name: 'Old', items: [] }]);
  expect(none.targets).toMatchObject([{ name: 'Old', items: [], leftOut: [] }]);
});
