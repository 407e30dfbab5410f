import { describe, expect, it } from 'vitest';
import type { Sent } from '../graph/sender.ts';
import { failureOf, graphRefusal, noon, success, successOf } from '../graph/test-answers.ts';
import { anotherAccount, signedOut } from './model/problems.ts';
import { refusedForNow } from './model/retry.ts';
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
} from './testing/test-runner.ts';
import { planOf } from './testing/test-runs.ts';
import type { Work } from './work.ts';

const answer = await successOf(success({}));
const accepted: Sent = { kind: 'accepted', answer };
const throttled = await failureOf(graphRefusal(429));
const cancelled = 'settled skipped: Canceled before it was sent';

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
    await hooks.onWait?.(noon + 17_000, throttled, 'throttled');
    duringWait();
    const left = await hooks.reread();
    if (left.length === 0) return { kind: 'nothingLeft' };
    if (hooks.signal?.aborted) return { kind: 'stopped', answer: throttled };
    await hooks.onSend?.(nextId());
    sendings.push(left.join(' '));
    await hooks.onAnswer?.(answer);
    return accepted;
  };

describe('[U7] cancelling', () => {
  it('[N22] during a sending: its answer counts, nothing further is sent', async () => {
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

  it('is told at once, although an answer is still awaited, and only where something is being sent', async () => {
    const reply = doorOf();
    const { runner } = startedRunner(
      workOf([], accepted, {
        send: async (_step, _ids, hooks) => {
          await hooks.onSend?.(nextId());
          await reply.passed;
          return accepted;
        },
      }),
    );
    const { id } = await runner.start(planOf({ pilot: ['a'], broad: ['b'] }));
    await calm();
    const cancelling = runner.cancel(id);
    await calm();
    const [shown] = runner.runs.get();
    expect(shown && endOf(shown)).toEqual(['sending null', 'planned null']);
    expect(shown?.cancelled).toBe(true);
    reply.open();
    await cancelling;
    expect(endOf(await finished(runner, id))).toEqual(['settled confirmed', cancelled]);

    const { id: over } = await runner.start(planOf({ pilot: ['c'] }));
    await finished(runner, over);
    await runner.cancel(over);
    expect(runner.runs.get()[0]?.cancelled).toBe(false);
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
  it('[N15] is shown, and what is left afterwards is sent', async () => {
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
        results: allOf(['a'], { phase: 'settled', ...refusedForNow }),
      }));
    const { runner } = startedRunner(workOf([], accepted, { send, observe }), {
      account: () => ({ key, tenantId: 'tenant' }),
    });
    const { id } = await runner.start(planOf({ pilot: ['a'], broad: ['b'] }));
    expect(endOf(await finished(runner, id))).toEqual([`settled skipped: ${refusedForNow.reason}`, unsent]);
    expect(sendings).toEqual(['a']);
  });
});

it.each([
  ['ben', anotherAccount],
  [null, signedOut],
])('[A9 A13 SR-17] another account stops the run before the next step', async (next, because) => {
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
