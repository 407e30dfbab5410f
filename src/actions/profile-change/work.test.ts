import { expect, it } from 'vitest';
import { createGraph } from '../../graph/client.ts';
import {
  baseUrl,
  connectionLost,
  fakeFetch,
  freePacer,
  graphRefusal,
  noContent,
  noon,
  success,
  successOf,
} from '../../graph/test-answers.ts';
import { itemOf, stepOf } from '../../runs/testing/test-runs.ts';
import type { ProfileIntent } from './intent.ts';
import { profileWork } from './work.ts';

const row = (facts: Record<string, unknown> = {}) => ({
  id: 'p',
  displayName: 'Pilot',
  description: 'IT',
  approvalType: 'manual',
  newUpdates: 0,
  ...facts,
});
const values = { displayName: 'Pilot', description: 'IT', deferral: null };
const intents = {
  create: { kind: 'profile-change', change: 'create', approvalType: 'manual', ...values },
  edit: { kind: 'profile-change', change: 'edit', ...values, description: 'Volunteers' },
  delete: { kind: 'profile-change', change: 'delete' },
} as const satisfies Record<string, ProfileIntent>;

const reviewed = { displayName: 'Pilot', description: 'IT', deferral: '', approvalType: 'manual' };
const items = {
  create: itemOf('Pilot', { before: 'not there', reviewed: { namesakes: '0' } }),
  edit: itemOf('p', { before: '["Pilot","IT",null]', reviewed }),
  delete: itemOf('p', { before: 'there', reviewed }),
};
const stepFor = (change: keyof typeof items, rest: Parameters<typeof itemOf>[1] = {}) =>
  stepOf('1', [{ ...items[change], ...rest }], {
    targetId: change === 'create' ? 'windowsDriverUpdateProfiles' : 'p',
    intent: intents[change],
  });

function setUp(change: keyof typeof items, ...answers: readonly (Response | Error)[]) {
  const { fetch, sendings } = fakeFetch(...answers);
  const graph = createGraph({
    pacer: freePacer,
    baseUrl,
    getToken: async () => 'token',
    fetch,
    now: () => noon,
    wait: async () => undefined,
  });
  const sent = () =>
    sendings.map(({ url, init }) => `${init.method} ${url.slice(baseUrl.length)} ${init.body ?? ''}`.trim());
  return { work: profileWork(graph, intents[change]), sent };
}

const root = '/deviceManagement/windowsDriverUpdateProfiles';
const list = (...rows: readonly unknown[]) => success({ value: rows });

it.each([
  ['create', () => list(row({ id: 'q', displayName: 'Broad' }))],
  ['edit', () => success(row())],
  ['delete', () => success(row())],
] as const)('reads right before a profile is changed: %s', async (change, answer) => {
  const { work } = setUp(change, answer());
  expect(await work.inspect(stepFor(change))).toMatchObject([{ phase: 'planned' }]);
  expect(await work.inspect(stepFor(change, { phase: 'settled' })).catch(() => [])).toEqual([]);
});

it.each([
  ['create', `POST ${root} {"approvalType":"manual","displayName":"Pilot","description":"IT"}`],
  ['edit', `PATCH ${root}/p {"displayName":"Pilot","description":"Volunteers"}`],
  ['delete', `DELETE ${root}/p`],
] as const)('after a 429 sends the same once more: %s', async (change, request) => {
  const { work, sent } = setUp(change, graphRefusal(429), change === 'delete' ? noContent() : success({}));
  const { kind } = await work.send(stepFor(change), ['p'], { reread: async () => ['p'] });
  expect(kind).toBe('accepted');
  expect(sent()).toEqual([request, request]);
});

it.each(['create', 'edit', 'delete'] as const)(
  'sends nothing twice whose answer is lost: %s',
  async (change) => {
    const { work, sent } = setUp(change, connectionLost);
    const { kind } = await work.send(stepFor(change), ['p'], { reread: async () => ['p'] });
    expect(kind).toBe('unknown');
    expect(sent()).toHaveLength(1);
  },
);

it('a 503 says of a creation that nobody knows, since lists lag behind', async () => {
  const { work, sent } = setUp('create', graphRefusal(503));
  expect(await work.send(stepFor('create'), ['Pilot'], { reread: async () => ['Pilot'] })).toMatchObject({
    kind: 'unknown',
  });
  expect(sent()).toHaveLength(1);
});

it('keeps the id that the answer gives a new profile', async () => {
  const { work } = setUp('create');
  const answered = { id: 'Pilot', phase: 'answered', outcome: 'successful' };
  expect(work.account(['Pilot'], await successOf(success({ id: 'n' }, 201)))).toEqual([
    { ...answered, after: 'created n' },
  ]);
  expect(work.account(['Pilot'], await successOf(success({ value: { id: 'n' } }, 201)))).toEqual([
    { ...answered, after: 'created n' },
  ]);
  expect(work.account(['Pilot'], await successOf(success({}, 201)))).toEqual([answered]);
});

it.each([
  ['create', () => list(row({ id: 'n' })), { pre: 'among q' }],
  ['edit', () => success(row({ description: 'Volunteers' })), {}],
  ['delete', () => graphRefusal(404), {}],
] as const)('finds out by reading what has come of it: %s', async (change, answer, rest) => {
  const { work } = setUp(change, answer());
  const step = stepFor(change, { phase: 'answered', outcome: 'unknown', ...rest });
  expect(await work.observe([step], 2_000)).toMatchObject([
    { stepId: '1', results: [{ phase: 'settled', outcome: 'confirmed' }] },
  ]);
});

it('an edit of a profile that was deleted is not found', async () => {
  const { work } = setUp('edit', graphRefusal(404));
  const step = stepFor('edit', { phase: 'answered', outcome: 'successful' });
  expect(await work.observe([step], 2_000)).toMatchObject([{ results: [{ outcome: 'notFound' }] }]);
});

it('reads a plan afresh, and says what is left out', async () => {
  const afresh = async (change: keyof typeof items, ...answers: readonly Response[]) => {
    const { work } = setUp(change, ...answers);
    const { targets, titleOf, seenOf } = await work.readAfresh([
      { id: 'p', name: 'Old name', items: [items[change]] },
    ]);
    expect(seenOf(targets)).toBeUndefined();
    const reasons = targets.flatMap(({ leftOut }) => leftOut.map(({ reason }) => reason));
    return [targets.map(({ name }) => name).join(), titleOf(targets), ...reasons];
  };
  expect(await afresh('create', list())).toEqual(['Old name', 'Create the profile Pilot']);
  expect(await afresh('create', list(row({ id: 'n' })))).toEqual([
    'Old name',
    '',
    'A profile with this name and these values exists',
  ]);
  expect(await afresh('edit', success(row()))).toEqual(['Pilot', 'Edit the profile Pilot']);
  expect(await afresh('edit', success(row({ displayName: 'Broad' })))).toEqual([
    'Broad',
    '',
    'Name changed from “Pilot” to “Broad”; skipped',
  ]);
  expect(await afresh('delete', success(row()))).toEqual(['Pilot', 'Delete the profile Pilot']);
  expect(await afresh('delete', graphRefusal(404))).toEqual(['Old name', '', 'The profile no longer exists']);
});

it('takes only a missing profile for final, and nothing for being in progress', () => {
  const { work } = setUp('edit');
  expect(work.following(items.edit)).toMatchObject({ outcome: 'unknown' });
  expect(work.account(['p'], { kind: 'ok', status: 200, body: {}, exchange: {} as never })).toMatchObject([
    { outcome: 'successful' },
  ]);
  const problem = { title: '', advice: '' };
  expect(work.isFinal({ ...problem, kind: 'notFound' })).toBe(true);
  expect(work.isFinal({ ...problem, kind: 'rejected', status: 400 })).toBe(false);
  expect([setUp('create').work.lanes, work.lanes]).toEqual([1, 2]);
});
