import { describe, expect, it, vi } from 'vitest';
import type { Sent } from '../graph/sender.ts';
import { connectionLost, failureOf, graphRefusal, noon, success, successOf } from '../graph/test-answers.ts';
import { type Problem, ProblemError, toProblem } from '../lib/problem.ts';
import { refusedForNow } from './model/retry.ts';
import { endOf, finished, type Story, startedRunner, workOf } from './testing/test-runner.ts';
import { planOf } from './testing/test-runs.ts';
import type { Work } from './work.ts';

const accepted: Sent = { kind: 'accepted', answer: await successOf(success({})) };
const forbidden: Sent = { kind: 'rejected', answer: await failureOf(graphRefusal(403, 'Forbidden')) };
const unknown: Sent = { kind: 'unknown', answer: await failureOf(connectionLost) };
const following: Sent = {
  kind: 'following',
  answer: await failureOf(graphRefusal(400, 'ActionAlreadyInProgress')),
};
const throttled = await failureOf(graphRefusal(429));
const unavailable = await failureOf(graphRefusal(503));
const signInNeeded: Problem = { kind: 'signInNeeded', title: 'Signed out', advice: 'Sign in.' };

const notFound: Problem = { kind: 'notFound', title: 'Gone', advice: 'Read again.' };
const unsent = 'planned null';
const untouched = 'settled skipped: Microsoft asked to wait; nothing changed';

/** A read that finds everything as it was. */
const nothingChanged: Work['observe'] = async (steps) =>
  steps.map(({ id, items }) => ({
    stepId: id,
    results: items.map((item) => ({
      id: item.id,
      phase: 'settled',
      ...refusedForNow,
    })),
  }));

describe('a run', () => {
  it('reads, sends and accounts for one step after the other, and then settles', async () => {
    const story: Story = [];
    const { runner, touched } = startedRunner(workOf(story, accepted));
    const run = await runner.start(planOf({ pilot: ['a', 'b'], broad: ['c'] }));
    const end = await finished(runner, run.id);
    expect(story).toEqual([
      'inspect pilot',
      'send a b',
      'account a b',
      'inspect broad',
      'send c',
      'account c',
      'observe pilot broad at 2000',
    ]);
    expect(endOf(end)).toEqual(Array(3).fill('settled confirmed'));
    expect(end).toMatchObject({ state: 'done', endedAt: noon + 2_000, waitingUntil: null });
    expect(end.steps.map(({ attempts }) => attempts.length)).toEqual([1, 1]);
    expect(touched.map(({ state }) => state)).toEqual(['running', 'settling']);
  });

  it('shows each phase of a step as it comes', async () => {
    const { runner } = startedRunner(workOf([], accepted));
    const seen: string[] = [];
    runner.runs.subscribe(() => {
      const item = runner.runs.get()[0]?.steps[0]?.items[0];
      const state = `${item?.phase} ${item?.outcome}`;
      if (item && seen.at(-1) !== state) seen.push(state);
    });
    const { id } = await runner.start(planOf({ pilot: ['a'] }));
    await finished(runner, id);
    expect(seen).toEqual(['planned null', 'sending null', 'answered successful', 'settled confirmed']);
  });

  it('sends only what the read before it leaves', async () => {
    const story: Story = [];
    const inspect = async () => [
      { id: 'a', phase: 'settled', outcome: 'skipped', reason: 'Already in that state' } as const,
    ];
    const { runner } = startedRunner(workOf(story, accepted, { inspect }));
    const { id } = await runner.start(planOf({ pilot: ['a', 'b'], broad: ['a'] }));
    const end = await finished(runner, id);
    expect(story.filter((line) => line.startsWith('send'))).toEqual(['send b']);
    expect(endOf(end)[0]).toBe('settled skipped: Already in that state');
    expect(end.steps[1]?.attempts).toEqual([]);
  });

  it('[N1 G12] sends nothing for a step that cannot be read, and goes on with the next', async () => {
    const story: Story = [];
    const inspect = async ({ targetId }: { targetId: string }) => {
      if (targetId === 'pilot') throw new ProblemError(notFound);
      return [];
    };
    const { runner } = startedRunner(workOf(story, accepted, { inspect }));
    const { id } = await runner.start(planOf({ pilot: ['a'], broad: ['b'] }));
    const end = await finished(runner, id);
    expect(story).toContain('send b');
    expect(story).not.toContain('send a');
    expect(endOf(end)).toEqual([
      'settled skipped: Couldn’t check its current state, so nothing was sent',
      'settled confirmed',
    ]);
    expect(end.steps[0]?.problem).toBe(notFound);
    expect(end.state).toBe('done');
  });

  it.each([
    'signInNeeded',
    'consentNeeded',
    'stepUpNeeded',
    'consentRefused',
    'unreachable',
    'unexpected',
  ] as const)('waits for a person when a target cannot be read for what would meet all: %s', async (kind) => {
    const story: Story = [];
    const problem: Problem = { kind, title: 'No', advice: 'Help.' };
    const inspect = () => Promise.reject(new ProblemError(problem));
    const { runner } = startedRunner(workOf(story, accepted, { inspect }));
    const { id } = await runner.start(planOf({ pilot: ['a'], broad: ['b'] }));
    const end = await finished(runner, id);
    expect(endOf(end)).toEqual([unsent, unsent]);
    expect(end).toMatchObject({ state: 'paused', pausedBecause: problem, steps: [{ problem: null }, {}] });
    expect(story).toEqual(['inspect pilot']);
  });

  it('[A1] sends nothing without a token, and says so', async () => {
    const send = () => Promise.reject(new ProblemError(signInNeeded));
    const { runner } = startedRunner(workOf([], accepted, { send }));
    const { id } = await runner.start(planOf({ pilot: ['a'] }));
    const end = await finished(runner, id);
    expect(endOf(end)).toEqual([unsent]);
    expect(end).toMatchObject({ state: 'paused', pausedBecause: signInNeeded, endedAt: null });
    expect(end.steps[0]).toMatchObject({ attempts: [] });
  });

  it('keeps runs apart, the newest first', async () => {
    const { runner } = startedRunner(workOf([], accepted));
    const first = await runner.start(planOf({ pilot: ['a'] }));
    const second = await runner.start(planOf({ pilot: ['b'] }));
    await Promise.all([finished(runner, first.id), finished(runner, second.id)]);
    expect(runner.runs.get().map(({ id }) => id)).toEqual([second.id, first.id]);
  });
});

describe('a run does not begin', () => {
  it.each([
    ['signed out', { account: () => null }, 'signInNeeded'],
    ['offline', { isOnline: () => false }, 'unreachable'],
    ['without a token', { prepare: () => Promise.reject(new ProblemError(signInNeeded)) }, 'signInNeeded'],
  ] as const)('%s', async (_what, options, kind) => {
    const story: Story = [];
    const { runner } = startedRunner(workOf(story, accepted), options);
    const problem = await runner.start(planOf({ pilot: ['a'] })).then(() => undefined, toProblem);
    expect(problem?.kind).toBe(kind);
    expect(runner.runs.get()).toEqual([]);
    expect(story).toEqual([]);
  });
});

describe('what an answer means for the items', () => {
  it.each<[string, Sent, string]>([
    ['refused', forbidden, 'settled rejected: Access denied'],
    ['lost', unknown, 'answered unknown: The connection to Microsoft Graph was lost'],
    ['already running', following, 'answered alreadyRunning'],
    [
      'stopped after a 429, which proves that nothing was done',
      { kind: 'stopped', answer: throttled },
      'settled skipped: Microsoft asked to wait; not resent',
    ],
    [
      'stopped after a 503, which proves nothing',
      { kind: 'stopped', answer: unavailable },
      'answered unknown: Microsoft Graph server error (503)',
    ],
  ])('%s', async (_what, sent, expected) => {
    const { runner } = startedRunner(workOf([], sent, { observe: async () => [] }));
    const { id } = await runner.start(planOf({ pilot: ['a', 'b'] }));
    expect(endOf(await finished(runner, id))).toEqual([expected, expected]);
  });

  it('a pause stops the run and shows its problem', async () => {
    const paused: Sent = { kind: 'paused', answer: throttled, until: noon, problem: signInNeeded };
    const story: Story = [];
    const { runner } = startedRunner(workOf(story, paused, { observe: nothingChanged }));
    const { id } = await runner.start(planOf({ pilot: ['a'], broad: ['b'] }));
    const end = await finished(runner, id);
    expect(endOf(end)).toEqual([untouched, unsent]);
    expect(end.steps[0]?.problem).toBe(signInNeeded);
    expect(end).toMatchObject({ state: 'paused', pausedBecause: signInNeeded, waitingUntil: null });
    expect(story.slice(0, 3)).toEqual(['inspect pilot', 'send a', 'observe pilot at 2000']);
  });

  it('a pause after a 401 leaves its items to one read, which may say otherwise', async () => {
    const answer = await failureOf(graphRefusal(401));
    const paused: Sent = { kind: 'paused', answer, until: noon, problem: signInNeeded };
    const { runner } = startedRunner(workOf([], paused));
    const { id } = await runner.start(planOf({ pilot: ['a'], broad: ['b'] }));
    const end = await finished(runner, id);
    expect(endOf(end)).toEqual(['settled confirmed', unsent]);
    expect(end.steps[0]?.problem).toBe(signInNeeded);
  });

  it('what is not known is never sent again', async () => {
    const story: Story = [];
    const { runner } = startedRunner(workOf(story, unknown, { observe: async () => [] }));
    const { id } = await runner.start(planOf({ pilot: ['a'] }));
    const end = await finished(runner, id);
    await runner.checkAgain(id);
    expect(story.filter((line) => line.startsWith('send'))).toEqual(['send a']);
    expect(end).toMatchObject({ state: 'done' });
    expect(endOf(end)).toEqual(['answered unknown: The connection to Microsoft Graph was lost']);
  });
});

describe('three refusals for a missing right', () => {
  const targets = { p1: ['a'], p2: ['b'], p3: ['c'], p4: ['d'] };

  it('in a row stop the run', async () => {
    const { runner } = startedRunner(workOf([], forbidden, { observe: async () => [] }));
    const { id } = await runner.start(planOf(targets));
    const rejected = 'settled rejected: Access denied';
    const end = await finished(runner, id);
    expect(endOf(end)).toEqual([rejected, rejected, rejected, unsent]);
    expect(end).toMatchObject({ state: 'paused', pausedBecause: { kind: 'forbidden' } });
  });

  it('[A6] with a success between them do not', async () => {
    const send = vi.fn<() => Promise<Sent>>();
    for (const sent of [forbidden, forbidden, accepted, forbidden]) send.mockResolvedValueOnce(sent);
    const { runner } = startedRunner(workOf([], accepted, { send }));
    const { id } = await runner.start(planOf(targets));
    await finished(runner, id);
    expect(send).toHaveBeenCalledTimes(4);
  });

  it('for other reasons do not', async () => {
    const rejected: Sent = { kind: 'rejected', answer: await failureOf(graphRefusal(400)) };
    const story: Story = [];
    const { runner } = startedRunner(workOf(story, rejected));
    const { id } = await runner.start(planOf(targets));
    await finished(runner, id);
    expect(story.filter((line) => line.startsWith('send'))).toHaveLength(4);
  });
});
