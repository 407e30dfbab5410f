import { describe, expect, it } from 'vitest';
import { driverWork } from '../actions/driver-approval/work.ts';
import { createGraph } from '../graph/client.ts';
import type { Sent } from '../graph/sender.ts';
import {
  baseUrl,
  connectionLost,
  fakeFetch,
  freePacer,
  graphRefusal,
  noon,
  proxyRefusal,
  success,
  successOf,
} from '../graph/test-answers.ts';
import { ProblemError, toProblem } from '../lib/problem.ts';
import { journalProblem } from './journal/journal.ts';
import { asleep } from './model/problems.ts';
import { createMemoryJournal } from './testing/test-journal.ts';
import { allOf, endOf, finished, nextId, type Story, startedRunner, workOf } from './testing/test-runner.ts';
import { bareFacts, planOf } from './testing/test-runs.ts';
import type { Work } from './work.ts';

const yes = await successOf(success({}));
const accepted: Sent = { kind: 'accepted', answer: yes };
const full = journalProblem(new DOMException('made up', 'QuotaExceededError'));
const sendingsOf = (story: Story) => story.filter((line) => line.startsWith('send'));

/** A journal that cannot be written from the moment on that something of this kind is to be. */
function journalFullAt(kind: string) {
  const journal = createMemoryJournal();
  journal.failing = (what) => {
    if (what !== kind) return;
    journal.failing = () => {
      throw new ProblemError(full);
    };
    journal.failing(what);
  };
  return journal;
}

/** Drivers over a Graph with these answers. */
function graphOf(...answers: readonly (Response | Error)[]) {
  const { fetch, sendings } = fakeFetch(...answers);
  const graph = createGraph({
    pacer: freePacer,
    baseUrl,
    getToken: async () => 'token',
    fetch,
    now: () => noon,
    random: () => 0,
    wait: async () => undefined,
  });
  const work = driverWork(graph, { kind: 'driver-approval', action: 'approve', deployAt: null });
  return { work, posts: () => sendings.filter(({ init }) => init.method === 'POST').length };
}
const inventory = () => success({ value: [{ id: 'a', approvalStatus: 'needsReview', category: 'other' }] });

describe('without a record nothing is sent', () => {
  it.each(['begin', 'hashOf'])('a run that cannot be recorded does not begin: %s', async (what) => {
    const journal = journalFullAt('begin');
    if (what === 'hashOf') journal.hashOf = () => Promise.reject(new ProblemError(full));
    const story: Story = [];
    const { runner } = startedRunner(workOf(story, accepted), { journal });
    const problem = await runner
      .start(planOf({ pilot: ['a'] }, {}, bareFacts))
      .then(() => undefined, toProblem);
    expect(problem).toBe(full);
    expect(runner.runs.get()).toEqual([]);
    expect(story).toEqual([]);
  });

  it('a request that cannot be recorded does not leave; the run waits for a person', async () => {
    const { work, posts } = graphOf(inventory());
    const { runner } = startedRunner(work, { journal: journalFullAt('sending') });
    const { id } = await runner.start(planOf({ pilot: ['a'] }, {}, bareFacts));
    const end = await finished(runner, id);
    expect(posts()).toBe(0);
    expect(endOf(end)).toEqual(['planned null']);
    expect(end).toMatchObject({ state: 'paused', pausedBecause: full, steps: [{ attempts: [] }] });
    expect(runner.trouble.get()).toBe(full);
  });

  it('an answer that cannot be recorded is shown, and nothing further is sent', async () => {
    const story: Story = [];
    const { runner } = startedRunner(workOf(story, accepted), { journal: journalFullAt('answered') });
    const { id } = await runner.start(planOf({ pilot: ['a'], broad: ['b'] }, {}, bareFacts));
    const end = await finished(runner, id);
    expect(sendingsOf(story)).toEqual(['send a', 'send b']);
    // Of the second only the attempt to send is in the story: its hook has refused it.
    expect(end.steps.map(({ attempts }) => attempts.length)).toEqual([1, 0]);
    expect(endOf(end)).toEqual(['settled confirmed', 'planned null']);
    expect(end.pausedBecause).toBe(full);
  });
});

it('a request is in the journal before it leaves, and its answer before it is shown', async () => {
  const journal = createMemoryJournal();
  const kept: unknown[] = [];
  const send: Work['send'] = async (_step, _ids, hooks) => {
    await hooks.onSend?.('c-1');
    kept.push((await journal.read('id-2'))?.run.steps[0]);
    await hooks.onAnswer?.(yes);
    kept.push((await journal.read('id-2'))?.run.steps[0]?.attempts);
    return accepted;
  };
  const { runner } = startedRunner(workOf([], accepted, { send }), { journal });
  const { id } = await runner.start(planOf({ pilot: ['a'] }, {}, bareFacts));
  const end = await finished(runner, id);
  const attempt = { clientRequestId: 'c-1', ids: ['a'], sentAt: new Date(noon).toISOString() };
  expect(kept[0]).toMatchObject({ items: [{ phase: 'sending' }], attempts: [attempt] });
  expect((await journal.read(id))?.run).toEqual(end);
  expect(await journal.readOpen('tenant', new Set())).toEqual([]);
});

it.each([
  ['a success', success({ successfulDriverIds: ['a'] }), { requestId: 'r-1', status: 200 }],
  ['a refusal', graphRefusal(400, 'BadRequest'), { requestId: 'r-1', status: 400, code: 'BadRequest' }],
  ['a lost connection', connectionLost, { doubt: 'The connection to Microsoft Graph was lost' }],
  [
    'a page of HTML',
    new Response('<html>', { status: 200 }),
    { status: 200, doubt: expect.stringMatching(/Unexpected response format/) },
  ],
  [
    'a refusal that a proxy wrote',
    proxyRefusal(403),
    { status: 403, doubt: expect.stringMatching(/doesn’t look like Microsoft Graph’s/) },
  ],
])('[SR-32] the record of %s holds what support asks for, and no more', async (_what, answer, known) => {
  const { work } = graphOf(inventory(), answer, inventory());
  const { runner } = startedRunner(work, { wait: () => new Promise(() => undefined) });
  const { id } = await runner.start(planOf({ pilot: ['a'] }, {}, bareFacts));
  const [step] = (await runner.whenSent(id)).steps;
  const at = new Date(noon).toISOString();
  const base = { clientRequestId: expect.any(String), ids: ['a'], sentAt: at, endedAt: at };
  expect(step?.attempts).toStrictEqual([{ ...base, ...known }]);
});

it('[B12] a run whose record is deleted goes on to its end, and is recorded again', async () => {
  const journal = createMemoryJournal();
  const send: Work['send'] = async (_step, _ids, hooks) => {
    await hooks.onSend?.(nextId());
    journal.clear();
    return accepted;
  };
  const { runner } = startedRunner(workOf([], accepted, { send }), { journal });
  const { id } = await runner.start(planOf({ pilot: ['a'], broad: ['b'] }, {}, bareFacts));
  const end = await finished(runner, id);
  expect(endOf(end)).toEqual(['settled confirmed', 'settled confirmed']);
  expect((await journal.read(id))?.run).toEqual(end);
});

describe('a run asks a person', () => {
  it('[B7] when the computer slept between two requests', async () => {
    let now = noon;
    const story: Story = [];
    const account: Work['account'] = (ids) => {
      now += 8 * 3_600_000;
      return allOf(ids, { phase: 'answered', outcome: 'successful' });
    };
    const { runner } = startedRunner(workOf(story, accepted, { account }), { now: () => now });
    const { id } = await runner.start(planOf({ pilot: ['a'], broad: ['b'] }, {}, bareFacts));
    const end = await finished(runner, id);
    expect(endOf(end)).toEqual(['settled confirmed', 'planned null']);
    expect(end).toMatchObject({ state: 'paused', pausedBecause: asleep });
    expect(sendingsOf(story)).toEqual(['send a']);
  });

  it('[B7] when the computer slept while a request waited for its time', async () => {
    let now = noon;
    const send: Work['send'] = async (_step, _ids, hooks) => {
      await hooks.onWait?.(now + 17_000, undefined, 'pacing');
      now += 8 * 3_600_000;
      await hooks.onSend?.(nextId());
      return accepted;
    };
    const { runner } = startedRunner(workOf([], accepted, { send }), { now: () => now });
    const { id } = await runner.start(planOf({ pilot: ['a'] }, {}, bareFacts));
    const end = await finished(runner, id);
    expect(end).toMatchObject({ state: 'paused', pausedBecause: asleep, steps: [{ attempts: [] }] });
  });

  it('after it has sent again three times', async () => {
    const times = (count: number, answer: () => Response) => Array.from({ length: count }, answer);
    const again = times(4, () => graphRefusal(429)).flatMap((refusal) => [inventory(), refusal]);
    const { work, posts } = graphOf(...again, inventory());
    const { runner } = startedRunner(work);
    const { id } = await runner.start(planOf({ pilot: ['a'] }, {}, bareFacts));
    const end = await finished(runner, id);
    expect(posts()).toBe(4);
    expect(endOf(end)).toEqual(['settled skipped: Microsoft asked to wait; nothing changed']);
    expect(end).toMatchObject({ state: 'paused', pausedBecause: { kind: 'throttled' } });
  });
});

describe('an error of our own', () => {
  it('leaves what was sent to be read, and sends nothing further', async () => {
    const account = () => {
      throw new Error('a mistake');
    };
    const { runner } = startedRunner(workOf([], accepted, { account }));
    const { id } = await runner.start(planOf({ pilot: ['a'], broad: ['b'] }, {}, bareFacts));
    expect(endOf(await runner.whenSent(id))).toEqual([
      'answered unknown: Something went wrong in Actiondesk before the response came',
      'settled skipped: Something went wrong in Actiondesk before it was sent',
    ]);
    const end = await finished(runner, id);
    expect(endOf(end)[0]).toBe('settled confirmed');
    expect(end).toMatchObject({
      state: 'done',
      steps: [{ problem: { kind: 'unexpected', raw: 'Error: a mistake' } }, {}],
    });
  });
});
