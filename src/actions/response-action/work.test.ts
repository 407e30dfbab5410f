import { describe, expect, it } from 'vitest';
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
import { stepOf, taskItemOf } from '../../runs/testing/test-runs.ts';
import type { WorkHooks } from '../../runs/work.ts';
import { taskWork } from './work.ts';

const listed = (id: string, actionStatus: string) => ({
  id,
  status: 'open',
  actionType: 'isolateDevice',
  actionStatus,
});
const planned = taskItemOf('t', { before: 'notStarted' });
const attempt = { clientRequestId: 'c-1', ids: ['a'], sentAt: '', endedAt: '' };

function setUp(...answers: readonly Response[]) {
  const { fetch, sendings } = fakeFetch(...answers);
  const wait = async () => undefined;
  const work = taskWork(
    createGraph({ pacer: freePacer, baseUrl, getToken: async () => 'token', fetch, now: () => noon, wait }),
  );
  return { work, sendings };
}

it('reads a task before it is started, and follows one that runs', async () => {
  const { work } = setUp(success(listed('t', 'notStarted')), success(listed('t', 'inProgress')));
  const step = stepOf('1', [planned], { targetId: 't' });
  expect(await work.inspect(step)).toEqual([
    {
      ...{ id: 't', phase: 'planned', outcome: null, pre: 'notStarted no date' },
      ...{ name: 't', reviewed: planned.reviewed },
    },
  ]);
  expect(await work.inspect(step)).toMatchObject([{ id: 't', phase: 'answered', outcome: 'alreadyRunning' }]);
});

it('leaves out a task that another analyst has done meanwhile, and asks only for what is planned', async () => {
  const { work } = setUp(success(listed('t', 'completed')));
  const done = taskItemOf('u', { phase: 'settled', outcome: 'completed' });
  const step = stepOf('1', [planned, done], { targetId: 't' });
  expect(await work.inspect(step)).toMatchObject([{ id: 't', phase: 'settled' }]);
});

it('after a refusal follows whatever the task does', async () => {
  const { work } = setUp(success(listed('t', 'completed')));
  const step = stepOf('1', [planned], { targetId: 't', attempts: [attempt] });
  expect(await work.inspect(step)).toMatchObject([{ phase: 'answered', outcome: 'alreadyRunning' }]);
});

describe('sending after a 429', () => {
  const step = stepOf('1', [planned], { targetId: 't' });
  const hooksOf = (left: readonly string[]): WorkHooks => ({ reread: async () => left });

  it('goes on when the task is still to be started', async () => {
    const { work, sendings } = setUp(graphRefusal(429), noContent());
    expect(await work.send(step, ['t'], hooksOf(['t']))).toMatchObject({ kind: 'accepted' });
    expect(sendings).toHaveLength(2);
  });

  it('ends when another analyst started it meanwhile', async () => {
    const { work, sendings } = setUp(graphRefusal(429));
    expect(await work.send(step, ['t'], hooksOf([]))).toEqual({ kind: 'nothingLeft' });
    expect(sendings).toHaveLength(1);
  });
});

it.each([noContent(), success({}, 202), success({})])(
  'takes a success for started, never for done',
  async (response) => {
    const { work } = setUp();
    expect(work.account(['t'], await successOf(response))).toEqual([
      { id: 't', phase: 'answered', outcome: 'started' },
    ]);
  },
);

it('learns in the end of a task that is not listed any more', async () => {
  const { work } = setUp(success({ value: [] }));
  const item = taskItemOf('t', { pre: 'notStarted no date', phase: 'answered', outcome: 'unknown' });
  expect(await work.observe([stepOf('1', [item])], 600_000)).toMatchObject([
    { results: [{ id: 't', phase: 'settled', outcome: 'notFound' }] },
  ]);
});

it('learns nothing from a row that was set aside', async () => {
  const { work } = setUp(success({ value: [{ ...listed('t', 'failed'), actionStatus: null }] }));
  const item = taskItemOf('t', { pre: 'notStarted no date', phase: 'answered', outcome: 'unknown' });
  expect(await work.observe([stepOf('1', [item])], 600_000)).toEqual([{ stepId: '1', results: [] }]);
});

it('follows all tasks of a run by one read of the list', async () => {
  const { work, sendings } = setUp(success({ value: [listed('a', 'completed'), listed('b', 'inProgress')] }));
  const steps = ['a', 'b', 'c'].map((id) =>
    stepOf(id, [taskItemOf(id, { before: 'notStarted', phase: 'answered', outcome: 'started' })]),
  );
  expect(await work.observe(steps, 2_000)).toEqual([
    {
      stepId: 'a',
      results: [{ id: 'a', phase: 'settled', outcome: 'completed', reason: '', after: 'completed' }],
    },
    { stepId: 'b', results: [] },
    { stepId: 'c', results: [] },
  ]);
  expect(sendings).toHaveLength(1);
});
