import { expect, it } from 'vitest';
import { createGraph } from '../../graph/client.ts';
import {
  baseUrl,
  connectionLost,
  fakeFetch,
  freePacer,
  graphRefusal,
  noon,
  success,
  successOf,
} from '../../graph/test-answers.ts';
import { itemOf, stepOf } from '../../runs/testing/test-runs.ts';
import { commentId } from './plan.ts';
import { commentWork } from './work.ts';

const intent = { kind: 'incident-comment', comment: 'Done' } as const;
const id = commentId('Done');
const incident = (comments: readonly unknown[] = [], rest: object = {}) => ({
  id: '7',
  displayName: 'Lateral movement',
  severity: 'high',
  status: 'active',
  comments,
  ...rest,
});
const ours = { comment: 'Done', createdByDisplayName: 'Sam', createdDateTime: '2026-12-08T12:00:00Z' };
const theirs = { ...ours, createdByDisplayName: 'Kim' };
const planned = itemOf(id, { before: 'not there', reviewed: { merged: 'no', own: '0' } });
const step = stepOf('1', [planned], { targetId: '7', intent });

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
  const sent = () => sendings.map(({ url, init }) => `${init.method} ${url.slice(baseUrl.length)}`);
  return { work: commentWork(graph, intent, () => ['Sam']), sent, sendings };
}

it('reads the comments right before one is added', async () => {
  const { work, sent } = setUp(success(incident([theirs])));
  expect(await work.inspect(step)).toMatchObject([
    { id, phase: 'planned', pre: `among ${noon}`, reviewed: planned.reviewed },
  ]);
  expect(sent()).toEqual(['GET /security/incidents/7']);
});

it('after a 429 sends the same once more, if a read still lacks it', async () => {
  const again = setUp(graphRefusal(429), success({ value: [ours] }));
  expect((await again.work.send(step, [id], { reread: async () => [id] })).kind).toBe('accepted');
  const body = '{"@odata.type":"microsoft.graph.security.alertComment","comment":"Done"}';
  expect(again.sendings.map(({ init }) => init.body)).toEqual([body, body]);
  const done = setUp(graphRefusal(429));
  expect((await done.work.send(step, [id], { reread: async () => [] })).kind).toBe('nothingLeft');
});

it.each([
  ['whose answer is lost', connectionLost],
  ['that a 503 was said of', graphRefusal(503)],
])('sends nothing twice %s', async (_what, answer) => {
  const { work, sent } = setUp(answer);
  expect((await work.send(step, [id], { reread: async () => [id] })).kind).toBe('unknown');
  expect(sent()).toEqual(['POST /security/incidents/7/comments']);
});

it('takes an acceptance for no more than that, and confirms it by reading the comments', async () => {
  const { work } = setUp(success(incident([theirs, ours])));
  expect(work.account([id], await successOf(success({ value: [ours] })))).toEqual([
    { id, phase: 'answered', outcome: 'successful' },
  ]);
  const answered = { ...planned, phase: 'answered', outcome: 'unknown', pre: 'among ' } as const;
  const sent = stepOf('1', [answered], { targetId: '7', intent });
  expect(await work.observe([sent], 2_000)).toEqual([
    { stepId: '1', results: [{ id, phase: 'settled', outcome: 'confirmed', after: 'added' }] },
  ]);
  const { work: gone } = setUp(graphRefusal(404));
  expect(await gone.observe([sent], 2_000)).toMatchObject([{ results: [{ outcome: 'notFound' }] }]);
});

it.each([
  ['is to be added', success(incident([theirs])), undefined],
  ['has come late', success(incident([ours])), 'You have added this comment already'],
  ['may be ours', success(incident([{ comment: 'Done' }])), 'You have added this comment already'],
  ['has no place', success(incident([], { status: 'redirected' })), 'Merged into another incident'],
  ['has no incident', graphRefusal(404), 'The incident no longer exists'],
])('reads a plan afresh: a comment that %s', async (_what, answer, reason) => {
  const { work } = setUp(answer);
  const { targets, titleOf, seenOf } = await work.readAfresh([{ id: '7', name: 'Old', items: [planned] }]);
  expect(targets.map(({ items, leftOut }) => [items.length, leftOut[0]?.reason])).toEqual([
    [reason === undefined ? 1 : 0, reason],
  ]);
  expect(seenOf(targets)).toBeUndefined();
  const { name } = targets[0] ?? { name: '' };
  expect([titleOf(targets), titleOf([])]).toEqual([`Comment on ${name}`, 'Comment on 0 incidents']);
});

it('knows no comment that is in progress, and takes only a missing incident for final', () => {
  const { work } = setUp();
  expect(work.following(planned)).toMatchObject({ outcome: 'unknown' });
  const problem = { title: '', advice: '' };
  expect(work.isFinal({ ...problem, kind: 'notFound' })).toBe(true);
  expect(work.isFinal({ ...problem, kind: 'rejected', status: 400 })).toBe(false);
});
