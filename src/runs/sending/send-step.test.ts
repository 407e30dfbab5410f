import { describe, expect, it } from 'vitest';
import { failureOf, graphRefusal, noon } from '../../graph/test-answers.ts';
import { type Problem, ProblemError } from '../../lib/problem.ts';
import { notKnownYet } from '../model/left-out.ts';
import type { ItemResult } from '../model/reducer.ts';
import { accepted, setUpDrive } from '../testing/test-context.ts';
import { allOf, calm, doorOf, endOf, nextId } from '../testing/test-runner.ts';
import type { Work, WorkHooks } from '../work.ts';
import type { RunContext } from './run-context.ts';
import { sendStep } from './send-step.ts';

const throttled = await failureOf(graphRefusal(429));
const gone: Problem = { kind: 'notFound', title: 'Gone', advice: 'Look.' };
const impatient = { mayRepeat: () => true, mayWait: (milliseconds: number) => milliseconds <= 600_000 };

/** As the Graph client ends a request that its caller does not want any more. */
const whenAborted = ({ signal }: WorkHooks) => {
  if (signal?.aborted) throw signal.reason;
};

describe('a wait for its turn that is too long for a run', () => {
  it('pauses it before anything is sent, and says until when', async () => {
    const send: Work['send'] = async (_step, _ids, hooks) => {
      await hooks.onWait?.(noon + 36_000_000, undefined, 'pacing');
      whenAborted(hooks);
      return accepted;
    };
    const { context, shown } = setUpDrive({ pilot: ['a'] }, { send });
    expect(await sendStep({ ...context, allowance: impatient }, 'step-1')).toBeUndefined();
    expect(endOf(shown())).toEqual(['planned null']);
    expect(shown()).toMatchObject({
      state: 'paused',
      waitingUntil: null,
      pausedBecause: { kind: 'throttled', retryAt: noon + 36_000_000 },
    });
  });

  it('pauses it after a refusal too, and what was refused is read', async () => {
    const send: Work['send'] = async (_step, _ids, hooks) => {
      await hooks.onSend?.(nextId());
      await hooks.onAnswer?.(throttled);
      await hooks.onWait?.(noon + 5_000, throttled, 'throttled');
      // Its own wait was short; then another run's refusal closed the gate for hours.
      await hooks.onWait?.(noon + 36_000_000, throttled, 'throttled');
      return { kind: 'stopped', answer: throttled };
    };
    const { context, shown } = setUpDrive({ pilot: ['a'] }, { send });
    await sendStep({ ...context, allowance: impatient }, 'step-1');
    expect(endOf(shown())).toEqual(['answered skipped: Microsoft asked to wait; not resent']);
    expect(shown()).toMatchObject({ state: 'paused', pausedBecause: { retryAt: noon + 36_000_000 } });
  });

  it('that is not too long is told, the longest of all steps, until it is over', async () => {
    const doors = { pilot: doorOf(), broad: doorOf() };
    const send: Work['send'] = async ({ targetId }, _ids, hooks) => {
      const isPilot = targetId === 'pilot';
      await hooks.onWait?.(noon + (isPilot ? 9_000 : 5_000), undefined, isPilot ? 'throttled' : 'pacing');
      await (isPilot ? doors.pilot : doors.broad).passed;
      await hooks.onSend?.(nextId());
      return accepted;
    };
    const { context, shown } = setUpDrive({ pilot: ['a'], broad: ['b'] }, { send });
    const patient = { ...context, allowance: impatient };
    const all = shown().steps.map(({ id }) => sendStep(patient, id));
    await calm();
    expect(shown()).toMatchObject({ waitingUntil: noon + 9_000, waitingBecause: 'throttled' });
    doors.pilot.open();
    await calm();
    expect(shown()).toMatchObject({ waitingUntil: noon + 5_000, waitingBecause: 'pacing' });
    doors.broad.open();
    await Promise.all(all);
    expect(shown()).toMatchObject({ state: 'running', waitingUntil: null });
    expect(shown()).not.toHaveProperty('waitingBecause');
  });
});

describe('a wait of the read before a sending', () => {
  const waitThen =
    (milliseconds: number, results: readonly ItemResult[]): Work['inspect'] =>
    async (_step, signal, onWait) => {
      onWait?.(noon + milliseconds, 'pacing');
      await calm();
      signal?.throwIfAborted();
      return results;
    };

  it('is told as a wait of the run, until the read is there', async () => {
    const seen: unknown[] = [];
    const left: ItemResult = { id: 'a', phase: 'settled', outcome: 'changedByOther' };
    const { context, shown } = setUpDrive({ pilot: ['a'] }, { inspect: waitThen(5_000, [left]) });
    const record: RunContext['record'] = async (...events) => {
      await context.record(...events);
      seen.push(shown().waitingUntil);
    };
    await sendStep({ ...context, record, allowance: impatient }, 'step-1');
    expect(seen).toEqual([noon + 5_000, null]);
  });

  it('that is too long for a run pauses it at once, and says until when', async () => {
    const { context, shown } = setUpDrive({ pilot: ['a'] }, { inspect: waitThen(36_000_000, []) });
    await sendStep({ ...context, allowance: impatient }, 'step-1');
    expect(endOf(shown())).toEqual(['planned null']);
    expect(shown()).toMatchObject({
      state: 'paused',
      waitingUntil: null,
      pausedBecause: { kind: 'throttled', retryAt: noon + 36_000_000 },
    });
  });
});

describe('a read before a sending', () => {
  it('asks first what other runs have sent, so that what they settle meanwhile is not older than it', async () => {
    const { context, story } = setUpDrive({ pilot: ['a'] });
    const openElsewhere = async ({ targetId: target }: { readonly targetId: string }) => {
      story.push(`ask ${target}`);
      return new Set<string>();
    };
    await sendStep({ ...context, openElsewhere }, 'step-1');
    expect(story.slice(0, 2)).toEqual(['ask pilot', 'inspect pilot']);
  });

  it('asks again after it, since a long read may have kept a record from being seen', async () => {
    const { context, shown } = setUpDrive({ pilot: ['a'] });
    const asked: string[] = [];
    const openElsewhere = async ({ targetId: target }: { readonly targetId: string }) => {
      asked.push(target);
      return new Set(asked.length === 1 ? [] : ['a']);
    };
    expect(await sendStep({ ...context, openElsewhere }, 'step-1')).toBeUndefined();
    expect(asked).toEqual(['pilot', 'pilot']);
    expect(endOf(shown())).toEqual([`settled skipped: ${notKnownYet}`]);
  });

  it('leaves out what another run has sent', async () => {
    const inspect: Work['inspect'] = async () => [
      { id: 'a', phase: 'planned', outcome: null, pre: 'as it was' },
      { id: 'b', phase: 'planned', outcome: null, pre: 'as it was' },
    ];
    const { context, shown } = setUpDrive({ pilot: ['a', 'b'] }, { inspect });
    await sendStep({ ...context, openElsewhere: async () => new Set(['a']) }, 'step-1');
    expect(endOf(shown())).toEqual([`settled skipped: ${notKnownYet}`, 'answered successful']);
    expect(shown().steps[0]?.items.map(({ pre }) => pre)).toEqual(['', 'as it was']);
  });

  it('forgets how an item was that is left out before anything was sent: there is nothing to find out of it', async () => {
    let reads = 0;
    const inspect: Work['inspect'] = async () => {
      reads += 1;
      return reads === 1
        ? [{ id: 'a', phase: 'planned', outcome: null, pre: 'as it was' }]
        : [{ id: 'a', phase: 'settled', outcome: 'changedByOther' }];
    };
    const send: Work['send'] = async (_step, _ids, hooks) => {
      await hooks.reread();
      return { kind: 'nothingLeft' };
    };
    const { context, shown } = setUpDrive({ pilot: ['a'] }, { inspect, send });
    await sendStep(context, 'step-1');
    expect(shown().steps[0]?.items[0]).toMatchObject({ outcome: 'changedByOther', pre: '' });
  });

  it('of items that were sent before reads them again, and keeps how they were', async () => {
    const inspect: Work['inspect'] = async ({ items, attempts }) =>
      items
        .filter(({ phase }) => phase === 'planned')
        .map(({ id }) =>
          attempts.length === 0
            ? { id, phase: 'planned', outcome: null, pre: 'as it was' }
            : { id, phase: 'settled', outcome: 'changedByOther' },
        );
    const send: Work['send'] = async (_step, _ids, hooks) => {
      await hooks.onSend?.(nextId());
      // The token was not good, and room for the next sending came late: no wait was told in between.
      expect(endOf(shown())).toEqual(['sending null']);
      expect(await hooks.reread()).toEqual([]);
      return { kind: 'nothingLeft' };
    };
    const { context, shown } = setUpDrive({ pilot: ['a'] }, { inspect, send });
    await sendStep(context, 'step-1');
    expect(shown().steps[0]?.items[0]).toMatchObject({
      phase: 'settled',
      outcome: 'changedByOther',
      pre: 'as it was',
    });
  });
});

describe('a target that is gone when it is read again', () => {
  it('is left out when nothing was sent, and the run goes on', async () => {
    const send: Work['send'] = async () => {
      throw new ProblemError(gone);
    };
    const { context, shown } = setUpDrive({ pilot: ['a'] }, { send });
    await sendStep(context, 'step-1');
    expect(endOf(shown())).toEqual([
      'settled skipped: Couldn’t check its current state, so nothing was sent',
    ]);
    expect(shown()).toMatchObject({ state: 'running', steps: [{ problem: gone }] });
  });

  it('is told after a refusal, and the run goes on', async () => {
    const send: Work['send'] = async () => ({
      kind: 'paused',
      answer: throttled,
      until: noon,
      problem: gone,
    });
    const { context, shown } = setUpDrive({ pilot: ['a'] }, { send });
    await sendStep(context, 'step-1');
    expect(endOf(shown())).toEqual(['answered skipped: Microsoft asked to wait; not resent']);
    expect(shown()).toMatchObject({ state: 'running', steps: [{ problem: gone }] });
  });
});

it.each([
  ['signInNeeded', 'paused'],
  ['consentNeeded', 'paused'],
  ['stepUpNeeded', 'paused'],
  ['consentRefused', 'paused'],
  ['throttled', 'paused'],
  ['unreachable', 'paused'],
  ['cancelled', 'paused'],
  ['unexpected', 'paused'],
  ['notFound', 'running'],
  ['forbidden', 'running'],
  ['serverFault', 'running'],
  ['untrusted', 'running'],
] as const)('a first read that ends with %s leaves the run %s', async (kind, state) => {
  const inspect: Work['inspect'] = () => Promise.reject(new ProblemError({ ...gone, kind }));
  const { context, shown, story } = setUpDrive({ pilot: ['a'] }, { inspect });
  await sendStep(context, 'step-1');
  expect(shown().state).toBe(state);
  expect(endOf(shown())).toEqual([
    state === 'paused'
      ? 'planned null'
      : 'settled skipped: Couldn’t check its current state, so nothing was sent',
  ]);
  expect(story).toEqual(['inspect pilot']);
});

it('what is left when a run may not go on after a read stays with it', async () => {
  const inspect: Work['inspect'] = async ({ items }) =>
    allOf(
      items.map(({ id }) => id),
      { phase: 'planned', outcome: null },
    );
  let isSignedIn = true;
  const send: Work['send'] = async (_step, _ids, hooks) => {
    isSignedIn = false;
    await hooks.reread();
    whenAborted(hooks);
    return accepted;
  };
  const { context, shown } = setUpDrive({ pilot: ['a'] }, { inspect, send });
  const signedOut: Problem = { kind: 'signInNeeded', title: 'Signed out', advice: 'Sign in.' };
  await sendStep({ ...context, whyPause: () => (isSignedIn ? undefined : signedOut) }, 'step-1');
  expect(shown()).toMatchObject({ state: 'paused', pausedBecause: signedOut });
  expect(endOf(shown())).toEqual(['planned null']);
});
