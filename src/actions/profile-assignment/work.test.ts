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
import { assignmentWork } from './work.ts';

const group = 'aaaaaaaa-0000-4000-8000-000000000000';
const before = { before: 'none', reviewed: { groups: 'none' } };
const item = itemOf('p', before);
const step = stepOf('1', [item], { targetId: 'p' });
const assignmentTo = (groupId: string) => ({
  id: `p_${groupId}`,
  target: { '@odata.type': '#microsoft.graph.groupAssignmentTarget', groupId },
});
const assigned = (...groupIds: readonly string[]) => success({ value: groupIds.map(assignmentTo) });

function setUp(...answers: readonly (Response | Error)[]) {
  const { fetch, sendings } = fakeFetch(...answers);
  const graph = createGraph({
    pacer: freePacer,
    baseUrl,
    getToken: async () => 'token',
    fetch,
    now: () => noon,
    wait: async () => undefined,
  });
  return { work: assignmentWork(graph, [{ mode: 'include', groupId: group }]), sendings };
}

it('reads the list right before it is replaced', async () => {
  const { work } = setUp(assigned());
  expect(await work.inspect(step)).toMatchObject([{ phase: 'planned', reviewed: { groups: 'none' } }]);
});

it.each([
  ['as before', ['p'], 2],
  ['changed meanwhile', [], 1],
] as const)('after a 429 sends the same list once more, if it reads %s', async (_what, left, count) => {
  const { work, sendings } = setUp(graphRefusal(429), noContent());
  const sent = await work.send(step, ['p'], { reread: async () => left });
  expect(sent.kind).toBe(count === 2 ? 'accepted' : 'nothingLeft');
  expect(sendings).toHaveLength(count);
  for (const { url, init } of sendings) {
    expect(url.slice(baseUrl.length)).toBe('/deviceManagement/windowsDriverUpdateProfiles/p/assign');
    expect(JSON.parse(String(init.body))).toEqual({
      assignments: [{ target: { '@odata.type': '#microsoft.graph.groupAssignmentTarget', groupId: group } }],
    });
  }
});

it('sends nothing twice whose answer is lost', async () => {
  const { work, sendings } = setUp(connectionLost);
  expect(await work.send(step, ['p'], { reread: async () => ['p'] })).toMatchObject({ kind: 'unknown' });
  expect(sendings).toHaveLength(1);
});

it('takes an acceptance for no more than that, and confirms it by reading', async () => {
  const { work } = setUp(assigned(group.toUpperCase()));
  expect(work.account(['p'], await successOf(noContent()))).toEqual([
    { id: 'p', phase: 'answered', outcome: 'successful' },
  ]);
  const answered = stepOf('1', [{ ...item, phase: 'answered', outcome: 'successful' }], { targetId: 'p' });
  expect(await work.observe([answered], 2_000)).toMatchObject([{ results: [{ outcome: 'confirmed' }] }]);
});

it('a profile that was deleted is not found', async () => {
  const { work } = setUp(graphRefusal(404));
  const answered = stepOf('1', [{ ...item, phase: 'answered', outcome: 'unknown' }], { targetId: 'p' });
  expect(await work.observe([answered], 2_000)).toMatchObject([{ results: [{ outcome: 'notFound' }] }]);
});

it.each([
  ['', [] as string[], ['Change the assignments of Pilot', 1, undefined]],
  ['with the list already', [group], ['', 0, 'Already in that state']],
] as const)('reads a plan afresh %s', async (_what, groups, wanted) => {
  const profile = success({ id: 'p', displayName: 'Pilot', approvalType: 'manual' });
  const { work } = setUp(profile, assigned(...groups));
  const { targets, titleOf, seenOf } = await work.readAfresh([{ id: 'p', name: 'Old', items: [item] }]);
  expect(seenOf(targets)).toBeUndefined();
  const sent = targets.filter(({ items }) => items.length > 0);
  expect([titleOf(sent), sent.length, targets[0]?.leftOut[0]?.reason]).toEqual(wanted);
  expect(targets[0]?.name).toBe('Pilot');
});

const listed = 'bbbbbbbb-0000-4000-8000-000000000000';

it.each<[string, object, { before: string; reason: RegExp; open?: 'unread' }]>([
  [
    'one assignment can’t be read',
    { id: 'x' },
    { before: 'none', reason: /couldn’t be read/, open: 'unread' },
  ],
  [
    'one assignment is to all devices',
    { id: 'x', target: { '@odata.type': '#microsoft.graph.allDevicesAssignmentTarget' } },
    { before: 'none', reason: /All devices/ },
  ],
  [
    'the groups have changed',
    assignmentTo(listed),
    { before: `include:${listed}`, reason: /1 group included now/ },
  ],
])('leaves a profile out of a plan where %s', async (_what, row, { before: seen, reason, open }) => {
  const profile = success({ id: 'p', displayName: 'Pilot', approvalType: 'manual' });
  const rows = [assignmentTo(listed), row];
  const { work } = setUp(profile, success({ value: rows }));
  const { targets } = await work.readAfresh([{ id: 'p', name: 'Pilot', items: [item] }]);
  const [left] = targets[0]?.leftOut ?? [];
  expect(targets[0]?.items).toEqual([]);
  expect([left?.item.before, left?.open]).toEqual([seen, open]);
  expect(left?.reason).toMatch(reason);
});

it('knows no assignment that is in progress, and takes only a missing profile for final', () => {
  const { work } = setUp();
  expect(work.following(item)).toMatchObject({ outcome: 'unknown' });
  const problem = { title: '', advice: '' };
  expect(work.isFinal({ ...problem, kind: 'notFound' })).toBe(true);
  expect(work.isFinal({ ...problem, kind: 'rejected', status: 400 })).toBe(false);
});
