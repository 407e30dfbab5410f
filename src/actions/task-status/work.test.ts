import { expect, it } from 'vitest';
import { createGraph } from '../../graph/client.ts';
import {
  baseUrl,
  fakeFetch,
  freePacer,
  graphRefusal,
  noon,
  success,
  successOf,
} from '../../graph/test-answers.ts';
import { itemOf, stepOf } from '../../runs/testing/test-runs.ts';
import { statusWork } from './work.ts';

const task = (status: string) => ({
  id: 't',
  displayName: 'Call the user',
  status,
  actionType: 'text',
  actionStatus: 'notStarted',
  lastModifiedDateTime: '2026-12-08T12:00:00Z',
});
const facts = { status: 'open', actionStatus: 'notStarted' };
const planned = itemOf('t', { before: 'open', reviewed: facts });
const step = stepOf('1', [planned], { targetId: 't' });

function setUp(...answers: readonly Response[]) {
  const { fetch, sendings } = fakeFetch(...answers);
  const graph = createGraph({
    pacer: freePacer,
    baseUrl,
    getToken: async () => 'token',
    fetch,
    now: () => noon,
    wait: async () => undefined,
  });
  const shared: unknown[] = [];
  const work = statusWork(graph, { kind: 'task-status', status: 'completed' }, ({ rows }) =>
    shared.push(rows),
  );
  return { work, sendings, shared };
}

it('reads the task right before its status is set', async () => {
  const { work } = setUp(success(task('open')));
  expect(await work.inspect(step)).toMatchObject([{ id: 't', phase: 'planned', reviewed: facts }]);
});

it.each([
  ['as before', ['t'], 2],
  ['changed meanwhile', [], 1],
] as const)('after a 429 sends the same body once more, if the task reads %s', async (_what, left, count) => {
  const { work, sendings } = setUp(graphRefusal(429), success(task('completed')));
  const sent = await work.send(step, ['t'], { reread: async () => left });
  expect(sent.kind).toBe(count === 2 ? 'accepted' : 'nothingLeft');
  expect(sendings).toHaveLength(count);
  for (const { url, init } of sendings) {
    expect(`${init.method} ${url.slice(baseUrl.length)}`).toBe('PATCH /security/incidentTasks/t');
    expect(init.body).toBe('{"status":"completed"}');
  }
});

it('takes an acceptance for no more than that, and confirms it by one read of the list', async () => {
  const { work, shared } = setUp(success({ value: [task('completed')] }));
  expect(work.account(['t'], await successOf(success(task('completed'))))).toEqual([
    { id: 't', phase: 'answered', outcome: 'successful' },
  ]);
  const answered = stepOf('1', [{ ...planned, phase: 'answered', outcome: 'successful' }], { targetId: 't' });
  expect(await work.observe([answered], 2_000)).toEqual([
    { stepId: '1', results: [{ id: 't', phase: 'settled', outcome: 'confirmed', after: 'completed' }] },
  ]);
  // The page that shows the list needs no read of its own.
  expect(shared).toMatchObject([[{ id: 't', status: 'completed' }]]);
});

it('knows no status that is in progress, and takes only a missing task for final', () => {
  const { work } = setUp();
  expect(work.following(planned)).toMatchObject({ outcome: 'unknown' });
  const problem = { title: '', advice: '' };
  expect(work.isFinal({ ...problem, kind: 'notFound' })).toBe(true);
  expect(work.isFinal({ ...problem, kind: 'rejected', status: 400 })).toBe(false);
});
