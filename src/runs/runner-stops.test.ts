import { describe, expect, it, vi } from 'vitest';
import type { Sent } from '../graph/sender.ts';
import { connectionLost, failureOf, graphRefusal, noon, success, successOf } from '../graph/test-answers.ts';
import { ProblemError, toProblem } from '../lib/problem.ts';
import { waitFor } from '../lib/wait.ts';
import { anotherAccount, signedOut } from './problems.ts';
import { refusedUntouched } from './retry.ts';
import type { Runner } from './runner.ts';
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
} from './test-runner.ts';
import { planOf } from './test-runs.ts';
import type { Work } from './work.ts';

const answer = await successOf(success({}));
const accepted: Sent = { kind: 'accepted', answer };
const throttled = await failureOf(graphRefusal(429));
const lost = await failureOf(connectionLost);
const cancelled = 'settled skipped: Cancelled before it was sent';

/** Cancels the one run there is, while its work is under way. */
function cancelOnly(runner: Runner): void {
  const [run] = runner.runs.get();
  if (run) runner.cancel(run.id);
}

/** Sends, is refused by a 429, waits, reads again, and sends what is left: as the Graph client does. */
const sendTwice =
  (duringWait: () => void, sendings: string[]): Work['send'] =>
  async (_step, ids, hooks) => {
    await hooks.onSend?.(nextId());
    sendings.push(ids.join(' '));
    await hooks.onAnswer?.(throttled);
    await hooks.onWait?.(noon + 17_000, throttled);
    duringWait();
    const left = await hooks.reread();
    if (left.length === 0) return { kind: 'nothingLeft' };
    if (hooks.signal?.aborted) return { kind: 'stopped', answer: throttled };
    await hooks.onSend?.(nextId());
    sendings.push(left.join(' '));
    await hooks.onAnswer?.(answer);
    return accepted;
  };

describe('cancelling', () => {
  it('during a sending: its answer counts, nothing further is sent', async () => {
    const story: Story = [];
    const { runner } = startedRunner(
      workOf(story, accepted, {
        send: async (_step, _ids, hooks) => {
          await hooks.onSend?.(nextId());
          cancelOnly(runner);
          return accepted;
        },
      }),
    );
    const { id } = await runner.start(planOf({ pilot: ['a'], broad: ['b', 'c'] }));
    const end = await finished(runner, id);
    expect(endOf(end)).toEqual(['settled confirmed', cancelled, cancelled]);
    expect(end.cancelled).toBe(true);
    expect(story).not.toContain('inspect broad');
  });

  it('during the read before a sending: nothing is sent', async () => {
    const story: Story = [];
    const inspect = async () => {
      cancelOnly(runner);
      return [];
    };
    const { runner } = startedRunner(workOf(story, accepted, { inspect }));
    const { id } = await runner.start(planOf({ pilot: ['a'] }));
    expect(endOf(await finished(runner, id))).toEqual([cancelled]);
    expect(story).toEqual(['inspect pilot']);
  });

  it('while a token is fetched: nothing is sent, and that is no problem', async () => {
    const send: Work['send'] = async (_step, _ids, hooks) => {
      cancelOnly(runner);
      hooks.signal?.throwIfAborted();
      return accepted;
    };
    const { runner } = startedRunner(workOf([], accepted, { send }));
    const { id } = await runner.start(planOf({ pilot: ['a'] }));
    const end = await finished(runner, id);
    expect(endOf(end)).toEqual([cancelled]);
    expect(end.steps[0]?.problem).toBeNull();
  });
});

describe('a wait', () => {
  it('is shown, and what is left afterwards is sent', async () => {
    const sendings: string[] = [];
    let shown: unknown;
    const send = sendTwice(() => {
      const [run] = runner.runs.get();
      shown = { until: run?.waitingUntil, retryAt: run?.steps[0]?.problem?.retryAt };
    }, sendings);
    let reads = 0;
    const inspect = async () => {
      reads += 1;
      return reads < 2 ? [] : allOf(['a'], { phase: 'settled', outcome: 'confirmed' });
    };
    const { runner } = startedRunner(workOf([], accepted, { send, inspect }));
    const { id } = await runner.start(planOf({ pilot: ['a', 'b'] }));
    const end = await finished(runner, id);
    expect(shown).toEqual({ until: noon + 17_000, retryAt: noon + 17_000 });
    expect(sendings).toEqual(['a b', 'b']);
    expect(endOf(end)).toEqual(['settled confirmed', 'settled confirmed']);
    expect(end).toMatchObject({ waitingUntil: null, steps: [{ problem: null }] });
    expect(end.steps[0]?.attempts).toHaveLength(2);
  });

  it('after which nothing is left sends nothing', async () => {
    const sendings: string[] = [];
    let reads = 0;
    const inspect = async () => {
      reads += 1;
      return reads < 2 ? [] : allOf(['a'], { phase: 'settled', outcome: 'changedByOther' });
    };
    const send = sendTwice(() => undefined, sendings);
    const { runner } = startedRunner(workOf([], accepted, { send, inspect }));
    const { id } = await runner.start(planOf({ pilot: ['a'] }));
    expect(endOf(await finished(runner, id))).toEqual(['settled changedByOther']);
    expect(sendings).toEqual(['a']);
  });

  it.each([
    ['is cancelled', cancelled],
    ['another person signs in', 'planned null'],
  ])('during which %s sends nothing', async (what, unsent) => {
    const sendings: string[] = [];
    let key = 'anna';
    const send = sendTwice(() => {
      if (what === 'is cancelled') cancelOnly(runner);
      else key = 'ben';
    }, sendings);
    const observe: Work['observe'] = async (steps) =>
      steps.map(({ id }) => ({
        stepId: id,
        results: allOf(['a'], { phase: 'settled', outcome: 'skipped', reason: refusedUntouched }),
      }));
    const { runner } = startedRunner(workOf([], accepted, { send, observe }), {
      account: () => ({ key, tenantId: 'tenant' }),
    });
    const { id } = await runner.start(planOf({ pilot: ['a'], broad: ['b'] }));
    expect(endOf(await finished(runner, id))).toEqual([`settled skipped: ${refusedUntouched}`, unsent]);
    expect(sendings).toEqual(['a']);
  });
});

it.each([
  ['ben', anotherAccount],
  [null, signedOut],
])('another account stops the run before the next step', async (next, because) => {
  let key: string | null = 'anna';
  const story: Story = [];
  const work = workOf(story, accepted, {
    account: (ids) => {
      key = next;
      return allOf(ids, { phase: 'answered', outcome: 'successful' });
    },
  });
  const { runner } = startedRunner(work, { account: () => (key === null ? null : { key, tenantId: 't' }) });
  const { id } = await runner.start(planOf({ pilot: ['a'], broad: ['b'] }));
  const end = await finished(runner, id);
  expect(endOf(end)).toEqual(['settled confirmed', 'planned null']);
  expect(end).toMatchObject({ state: 'paused', pausedBecause: because });
  expect(story).not.toContain('inspect broad');
});

describe('settling', () => {
  it('reads on schedule until everything is settled', async () => {
    const story: Story = [];
    const readAt = [2_000, 5_000, 15_000];
    const observe: Work['observe'] = async (steps, elapsed) =>
      elapsed < 5_000
        ? []
        : steps.map(({ id }) => ({
            stepId: id,
            results: allOf(['a'], { phase: 'settled', outcome: 'notApplied' }),
          }));
    const { runner, now } = startedRunner(
      workOf(story, { kind: 'unknown', answer: lost }, { readAt, observe }),
    );
    const { id } = await runner.start(planOf({ pilot: ['a'] }));
    expect(endOf(await finished(runner, id))).toEqual(['settled notApplied']);
    expect(story.slice(-2)).toEqual(['observe pilot at 2000', 'observe pilot at 5000']);
    expect(now()).toBe(noon + 5_000);
  });

  it('goes on when a read fails', async () => {
    let reads = 0;
    const observe: Work['observe'] = async ([step]) => {
      reads += 1;
      if (reads === 1) throw new ProblemError(lost.problem);
      const results = allOf(['a'], { phase: 'settled', outcome: 'confirmed' });
      return step ? [{ stepId: step.id, results }] : [];
    };
    const { runner } = startedRunner(workOf([], accepted, { observe }));
    const { id } = await runner.start(planOf({ pilot: ['a'] }));
    expect(endOf(await finished(runner, id))).toEqual(['settled confirmed']);
  });

  it('looks after what is in doubt while the rest still waits to be sent', async () => {
    const halfMinute = doorOf();
    const broad = doorOf();
    let now = noon;
    let waits = 0;
    const work = workOf([], { kind: 'unknown', answer: lost });
    const slow: Work = {
      ...work,
      async send(step, ids, hooks) {
        if (step.targetId === 'broad') await broad.passed;
        return work.send(step, ids, hooks);
      },
    };
    const { runner } = startedRunner(slow, {
      now: () => now,
      wait(_milliseconds, signal) {
        if (!signal) return Promise.resolve();
        waits += 1;
        return waits === 1 ? halfMinute.passed : waitFor(600_000, signal);
      },
    });
    const { id } = await runner.start(planOf({ pilot: ['a'], broad: ['b'] }));
    await calm();
    const shown = () => runner.runs.get().find((run) => run.id === id);
    expect(shown()?.steps[0]?.items[0]).toMatchObject({ phase: 'answered', outcome: 'unknown' });
    now += 30_000;
    halfMinute.open();
    await vi.waitFor(() => expect(shown()?.steps[0]?.items[0]?.outcome).toBe('confirmed'));
    expect(shown()).toMatchObject({ state: 'running', steps: [{}, { items: [{ phase: 'planned' }] }] });
    broad.open();
    expect(endOf(await finished(runner, id))).toEqual(['settled confirmed', 'settled confirmed']);
  });

  it('counts time by its schedule when the clock is set back', async () => {
    const story: Story = [];
    let now = noon;
    const { runner } = startedRunner(workOf(story, accepted, { observe: async () => [] }), {
      now: () => now,
      wait: async () => {
        now -= 3_600_000;
      },
    });
    const { id } = await runner.start(planOf({ pilot: ['a'] }));
    await finished(runner, id);
    expect(story.slice(-2)).toEqual(['observe pilot at 2000', 'observe pilot at 5000']);
  });

  it('leaves what no read could settle open, for a person to check again', async () => {
    let isReadable = false;
    const observe: Work['observe'] = async (steps) => {
      if (!isReadable) throw new ProblemError(lost.problem);
      return steps.map(({ id }) => ({
        stepId: id,
        results: allOf(['a'], { phase: 'settled', outcome: 'confirmed' }),
      }));
    };
    const story: Story = [];
    const { runner, touched } = startedRunner(workOf(story, { kind: 'unknown', answer: lost }, { observe }));
    const { id } = await runner.start(planOf({ pilot: ['a'] }));
    expect(endOf(await finished(runner, id))).toEqual([expect.stringMatching(/^answered unknown/)]);

    expect(await runner.checkAgain(id).then(() => undefined, toProblem)).toBe(lost.problem);
    isReadable = true;
    const touchedBefore = touched.length;
    await runner.checkAgain(id);
    expect(endOf(await finished(runner, id))).toEqual(['settled confirmed']);
    expect(story.at(-1)).toBe('observe pilot at 5000');
    expect(touched).toHaveLength(touchedBefore + 1);

    const reads = story.length;
    await runner.checkAgain(id);
    expect(story).toHaveLength(reads);
  });
});
