import { afterEach, describe, expect, it, vi } from 'vitest';
import { actionOf } from '../actions/all.ts';
import type { Sent } from '../graph/sender.ts';
import { failureOf, graphRefusal, noon, success, successOf } from '../graph/test-answers.ts';
import { type Problem, ProblemError, toProblem } from '../lib/problem.ts';
import { planRest, refusedForNow } from './model/retry.ts';
import type { Run } from './model/run.ts';
import { createRunner } from './runner.ts';
import { createMemoryJournal, createMemoryLocks } from './testing/test-journal.ts';
import {
  allOf,
  calm,
  doorOf,
  endOf,
  finished,
  nextId,
  type Story,
  startedRunner,
  workOf,
} from './testing/test-runner.ts';
import { planOf } from './testing/test-runs.ts';
import type { Work } from './work.ts';

const accepted: Sent = { kind: 'accepted', answer: await successOf(success({})) };
const throttled = await failureOf(graphRefusal(429));
const stopIt: Problem = { kind: 'signInNeeded', title: 'Signed out', advice: 'Sign in.' };
const cancelled = 'settled skipped: Canceled before it was sent';
const later = 'settled skipped: Sent by a later run instead';

function restOf(run: Run) {
  const rest = planRest(run);
  if (!rest) throw new Error('Nothing is left');
  return rest;
}

/** Work that is stopped by a problem at its second target, as long as it is there. */
function stoppableWork(story: Story, changes: Partial<Work> = {}) {
  let problem: Problem | undefined = stopIt;
  const send: Work['send'] = async ({ targetId }, _ids, hooks) => {
    if (targetId === 'broad' && problem) throw new ProblemError(problem);
    await hooks.onSend?.(nextId());
    return accepted;
  };
  const work = workOf(story, accepted, { send, ...changes });
  return {
    work,
    solve: () => {
      problem = undefined;
    },
  };
}

describe('the rest of a paused run', () => {
  it('is sent by a new run, and left out of the old one, which is over', async () => {
    const story: Story = [];
    const { work, solve } = stoppableWork(story);
    const { runner } = startedRunner(work);
    const first = await runner.start(planOf({ pilot: ['a'], broad: ['b'] }));
    const paused = await finished(runner, first.id);
    expect(endOf(paused)).toEqual(['settled confirmed', 'planned null']);

    solve();
    const { plan } = await runner.preview(restOf(paused));
    const second = await runner.start(plan ?? planOf({}), first.id);
    const old = runner.runs.get().find(({ id }) => id === first.id);
    expect(old && endOf(old)).toEqual(['settled confirmed', later]);
    expect(old).toMatchObject({ state: 'done', endedAt: expect.any(Number), pausedBecause: null });
    expect(endOf(await finished(runner, second.id))).toEqual(['settled confirmed']);
    expect(story.filter((line) => line.startsWith('send'))).toEqual(['send a', 'send b', 'send b']);
  });

  it('is sent although the first run still waits for an answer', async () => {
    const answer = doorOf();
    const sends: Work['send'] = async ({ targetId }, _ids, hooks) => {
      if (targetId === 'broad' && isStopped) throw new ProblemError(stopIt);
      await hooks.onSend?.(nextId());
      if (targetId === 'pilot') await answer.passed;
      return accepted;
    };
    let isStopped = true;
    const { runner } = startedRunner(workOf([], accepted, { lanes: 2, send: sends }));
    const first = await runner.start(planOf({ pilot: ['a'], broad: ['b'] }));
    await calm();
    isStopped = false;
    const { plan } = await runner.preview(restOf(runner.runs.get()[0] ?? first));
    const second = await runner.start(plan ?? planOf({}), first.id);
    expect(endOf(await finished(runner, second.id))).toEqual(['settled confirmed']);
    expect(runner.runs.get().map(endOf)[1]).toEqual(['sending null', 'planned null']);
    answer.open();
    expect(endOf(await finished(runner, first.id))).toEqual(['settled confirmed', later]);
  });

  it.each(['in another tab', 'nowhere'])(
    'does not keep the new run from beginning when the old is %s',
    async (where) => {
      const locks = createMemoryLocks();
      const { work } = stoppableWork([]);
      const { runner } = startedRunner(work, { locks });
      const first = await runner.start(planOf({ broad: ['b'] }));
      await finished(runner, first.id);
      const other = doorOf();
      void locks.open().hold(`actiondesk/run/${first.id}`, () => other.passed);
      const id = where === 'nowhere' ? 'no such run' : first.id;
      const second = await runner.start(planOf({ pilot: ['a'] }), id);
      expect(endOf(await finished(runner, second.id))).toEqual(['settled confirmed']);
      expect(endOf(await finished(runner, first.id))).toEqual(['planned null']);
      other.open();
    },
  );
});

describe('cancelling a paused run', () => {
  it('leaves out its rest, and it is over', async () => {
    const { work } = stoppableWork([]);
    const { runner } = startedRunner(work);
    const { id } = await runner.start(planOf({ pilot: ['a'], broad: ['b', 'c'] }));
    await finished(runner, id);
    await runner.cancel(id);
    const end = await finished(runner, id);
    expect(endOf(end)).toEqual(['settled confirmed', cancelled, cancelled]);
    expect(end.state).toBe('done');
  });

  it('while it still finds out what became of the others: that goes on', async () => {
    const reading = doorOf();
    const { work } = stoppableWork([]);
    const { runner } = startedRunner(work, { wait: () => reading.passed });
    const { id } = await runner.start(planOf({ pilot: ['a'], broad: ['b'] }));
    await runner.whenSent(id);
    await runner.cancel(id);
    const [run] = runner.runs.get();
    expect(run && endOf(run)).toEqual(['answered successful', cancelled]);
    reading.open();
    const end = await finished(runner, id);
    expect(endOf(end)).toEqual(['settled confirmed', cancelled]);
    expect(end.state).toBe('done');
  });

  it('while a target is still being read: what was left out stays so', async () => {
    const reading = doorOf();
    const shown: string[] = [];
    const { runner } = startedRunner(
      workOf([], accepted, {
        lanes: 2,
        async inspect({ targetId }) {
          if (targetId === 'pilot') throw new ProblemError(stopIt);
          await reading.passed;
          return allOf(['b'], { phase: 'planned', outcome: null, pre: 'as it was' });
        },
      }),
    );
    const { id } = await runner.start(planOf({ pilot: ['a'], broad: ['b'] }));
    await calm();
    runner.runs.subscribe(() => {
      for (const run of runner.runs.get()) shown.push(...endOf(run).slice(1));
    });
    const cancelling = runner.cancel(id);
    await calm();
    reading.open();
    await cancelling;
    expect(endOf(await finished(runner, id))).toEqual([cancelled, cancelled]);
    const leftOut = shown.indexOf(cancelled);
    expect(shown.slice(leftOut).filter((text) => text !== cancelled)).toEqual([]);
  });

  it('takes first what another tab has written of it', async () => {
    const journal = createMemoryJournal();
    const { work } = stoppableWork([]);
    const { runner } = startedRunner(work, { journal });
    const { id } = await runner.start(planOf({ broad: ['b', 'c'] }));
    const paused = await finished(runner, id);
    const kept = await journal.read(id);
    const [step] = paused.steps;
    if (!kept || !step) throw new Error('Nothing is kept');
    const results = allOf(['b'], { phase: 'settled', outcome: 'confirmed' });
    await journal.append(paused, kept.next, [{ kind: 'items', stepId: step.id, results }]);
    await runner.cancel(id);
    expect(endOf(await finished(runner, id))).toEqual(['settled confirmed', cancelled]);
  });
});

describe('"check again"', () => {
  it('of a paused run reads what is open, and leaves it paused', async () => {
    const paused: Sent = { kind: 'paused', answer: throttled, until: noon, problem: stopIt };
    let isReadable = false;
    const observe: Work['observe'] = async (steps) =>
      steps.map(({ id }) => ({
        stepId: id,
        results: isReadable ? allOf(['a'], { phase: 'settled', ...refusedForNow }) : [],
      }));
    const unknown: Sent = { ...paused, answer: await failureOf(graphRefusal(503)) };
    const { runner } = startedRunner(workOf([], unknown, { observe }));
    const { id } = await runner.start(planOf({ pilot: ['a'], broad: ['b'] }));
    await runner.whenSent(id);
    await calm();
    const [before] = runner.runs.get();
    expect(before && endOf(before)[0]).toMatch(/^answered unknown/);
    isReadable = true;
    await runner.checkAgain(id);
    const end = await finished(runner, id);
    expect(endOf(end)).toEqual([`settled skipped: ${refusedForNow.reason}`, 'planned null']);
    expect(end).toMatchObject({ state: 'paused', pausedBecause: stopIt });
  });

  it('of a run that is not there is an error of our own', async () => {
    const { runner } = startedRunner(workOf([], accepted));
    const problem = await runner.checkAgain('nowhere').then(() => undefined, toProblem);
    expect(problem).toMatchObject({ kind: 'unexpected', raw: 'Error: There is no run nowhere' });
  });
});

describe('outside tests', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('the browser says whether it is online, the clock what time it is, and ids are random', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'], now: noon });
    vi.stubGlobal('navigator', { onLine: false });
    const runner = createRunner({
      workFor: () => workOf([], accepted),
      actionOf,
      prepare: async () => undefined,
      account: () => ({ key: 'anna', tenantId: 'tenant' }),
      onChanged: () => undefined,
      journal: createMemoryJournal(),
      locks: createMemoryLocks(),
    });
    const start = () => runner.start(planOf({ pilot: ['a'] }));
    expect(await start().then(() => undefined, toProblem)).toMatchObject({ kind: 'unreachable' });
    vi.stubGlobal('navigator', { onLine: true });
    const run = await start();
    expect(run.startedAt).toBe(noon);
    expect(run.id).toMatch(/^[0-9a-f-]{36}$/);
    await runner.whenSent(run.id);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await finished(runner, run.id)).toMatchObject({ state: 'done', endedAt: noon + 2_000 });
  });
});
