import { describe, expect, it, vi } from 'vitest';
import type { Sent } from '../../graph/sender.ts';
import { failureOf, graphRefusal, noon } from '../../graph/test-answers.ts';
import type { Problem } from '../../lib/problem.ts';
import { accepted, setUpDrive } from '../testing/test-context.ts';
import { allOf, calm, doorOf, endOf, nextId } from '../testing/test-runner.ts';
import type { Work } from '../work.ts';
import type { RunContext } from './run-context.ts';
import { sendRun } from './send-run.ts';

const forbidden: Sent = { kind: 'rejected', answer: await failureOf(graphRefusal(403, 'Forbidden')) };
const throttled = await failureOf(graphRefusal(429));
const stopIt: Problem = { kind: 'cancelled', title: 'Stop', advice: 'Ask.' };

const manyIds = (count: number) => Array.from({ length: count }, (_, index) => `d${index}`);

/** Sends that wait for one another, and how many were on their way at once. */
function crowd(lanes: number) {
  const seen = { now: 0, most: 0, order: [] as string[] };
  const send: Work['send'] = async ({ targetId }, ids, hooks) => {
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    seen.order.push(`${targetId} ${ids[0]}`);
    await hooks.onSend?.(nextId());
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    seen.now -= 1;
    return accepted;
  };
  return { seen, changes: { send, lanes } };
}

describe('targets', () => {
  it.each([1, 2, 6])('are sent to %i at once', async (lanes) => {
    const { seen, changes } = crowd(lanes);
    const names = manyIds(8).map((id) => [`target ${id}`, [id]] as const);
    const { context, free, shown } = setUpDrive(Object.fromEntries(names), changes);
    await sendRun(context, free);
    expect(seen.most).toBe(lanes);
    expect(seen.order).toHaveLength(8);
    expect(endOf(shown())).toEqual(Array(8).fill('answered successful'));
  });

  it('get their requests one after the other, in their order', async () => {
    const { seen, changes } = crowd(6);
    const { context, free } = setUpDrive({ pilot: manyIds(250), broad: manyIds(150) }, changes);
    await sendRun(context, free);
    expect(seen.most).toBe(2);
    const of = (target: string) => seen.order.filter((line) => line.startsWith(target));
    expect(of('pilot')).toEqual(['pilot d0', 'pilot d100', 'pilot d200']);
    expect(of('broad')).toEqual(['broad d0', 'broad d100']);
  });
});

describe('a target that another tab sends to just now', () => {
  it('is left out, and the others go on', async () => {
    const { context, story, free, shown } = setUpDrive({ pilot: ['a'], broad: ['b'] });
    await sendRun(context, async (target, work) => (target === 'pilot' ? 'taken' : free(target, work)));
    expect(endOf(shown())).toEqual(['settled skipped: Another tab is sending to it', 'answered successful']);
    expect(story).toEqual(['inspect broad', 'send b', 'account b']);
    expect(shown().state).toBe('running');
  });
});

describe('three refusals for a missing right', () => {
  it('pause the run, and tell of the last', async () => {
    const { context, free, shown } = setUpDrive(
      { p1: ['a'], p2: ['b'], p3: ['c'], p4: ['d'] },
      {},
      forbidden,
    );
    await sendRun(context, free);
    expect(endOf(shown()).map((line) => line.split(':')[0])).toEqual([
      'answered rejected',
      'answered rejected',
      'answered rejected',
      'planned null',
    ]);
    expect(shown()).toMatchObject({ state: 'paused', pausedBecause: { kind: 'forbidden' } });
    expect(context.stop.signal.aborted).toBe(true);
  });

  it('begin again after a step of which nothing was sent', async () => {
    const inspect: Work['inspect'] = async ({ targetId, items }) =>
      targetId === 'p3'
        ? allOf(
            items.map(({ id }) => id),
            { phase: 'settled', outcome: 'skipped' },
          )
        : [];
    const targets = { p1: ['a'], p2: ['b'], p3: ['c'], p4: ['d'], p5: ['e'] };
    const { context, free, shown } = setUpDrive(targets, { inspect }, forbidden);
    await sendRun(context, free);
    expect(shown().state).toBe('running');
    expect(endOf(shown()).filter((line) => line.startsWith('answered rejected'))).toHaveLength(4);
  });
});

describe('a reason to pause', () => {
  it('before the next step: it is not even read, and keeps its items', async () => {
    const { context, free, shown, story } = setUpDrive({ pilot: ['a'], broad: ['b'] });
    const whyPause = vi.fn<RunContext['whyPause']>(() => (story.includes('account a') ? stopIt : undefined));
    await sendRun({ ...context, whyPause }, free);
    expect(story).toEqual(['inspect pilot', 'send a', 'account a']);
    expect(endOf(shown())).toEqual(['answered successful', 'planned null']);
    expect(shown()).toMatchObject({ state: 'paused', pausedBecause: stopIt });
  });

  it('that comes while a request waits for its turn: it does not leave', async () => {
    const { context, free, shown, story } = setUpDrive({ pilot: ['a'], broad: ['b'] });
    const whyPause = () => (story.includes('send a') ? stopIt : undefined);
    await sendRun({ ...context, whyPause }, free);
    expect(endOf(shown())).toEqual(['planned null', 'planned null']);
    expect(shown().steps.map(({ attempts }) => attempts)).toEqual([[], []]);
    expect(shown()).toMatchObject({ state: 'paused', pausedBecause: stopIt });
  });

  it('the first is the one that is told', async () => {
    const send: Work['send'] = async ({ targetId }) => {
      const problem = { ...stopIt, title: targetId };
      return { kind: 'paused', answer: throttled, until: noon, problem };
    };
    const { context, free, shown } = setUpDrive({ pilot: ['a'], broad: ['b'] }, { lanes: 2, send });
    await sendRun(context, free);
    expect(shown().steps.map(({ problem }) => problem?.title)).toEqual(['pilot', 'broad']);
    expect(shown().pausedBecause?.title).toBe('pilot');
  });

  it('is not looked for where nothing is left to be sent', async () => {
    const { context, free, shown } = setUpDrive({ pilot: ['a'] });
    const [step] = shown().steps;
    if (!step) throw new Error('No step');
    await context.record({
      kind: 'items',
      stepId: step.id,
      results: allOf(['a'], { phase: 'settled', outcome: 'skipped' }),
    });
    await sendRun({ ...context, whyPause: () => stopIt }, free);
    expect(shown().state).toBe('running');
  });
});

describe('stopped', () => {
  it('while it waits for a target: nothing is read there any more', async () => {
    const { context, story, free, shown } = setUpDrive({ pilot: ['a'], broad: ['b'] });
    await sendRun(context, async (target, work) => {
      await context.record({ kind: 'cancelled' });
      context.stop.abort();
      return free(target, work);
    });
    expect(story).toEqual([]);
    expect(endOf(shown())).toEqual(Array(2).fill('settled skipped: Canceled before it was sent'));
  });
});

it('an error of our own in one lane lets the others end what they have begun, and nothing more', async () => {
  const begun = doorOf();
  const answer = doorOf();
  const send: Work['send'] = async (_step, _ids, hooks) => {
    await hooks.onSend?.(nextId());
    begun.open();
    await answer.passed;
    return accepted;
  };
  const { context, free, shown } = setUpDrive({ p1: ['a'], p2: ['b'], p3: ['c'] }, { lanes: 2, send });
  const broken = new Error('a mistake');
  const sending = sendRun(context, (target, work) =>
    target === 'p2' ? begun.passed.then(() => Promise.reject(broken)) : free(target, work),
  );
  await calm();
  answer.open();
  await expect(sending).rejects.toBe(broken);
  expect(endOf(shown())).toEqual(['answered successful', 'planned null', 'planned null']);
});

describe('what a person cancels', () => {
  it('is left out although the record of it has not been written yet', async () => {
    const { context, free, shown } = setUpDrive(
      { pilot: ['a'], broad: ['b'] },
      {
        send: async () => {
          context.stop.abort();
          throw new DOMException('Aborted', 'AbortError');
        },
      },
    );
    await sendRun(context, free);
    expect(endOf(shown())).toEqual([
      'settled skipped: Canceled before it was sent',
      'settled skipped: Canceled before it was sent',
    ]);
  });

  it('is not taken for what is paused', async () => {
    const { context, free, shown } = setUpDrive({ pilot: ['a'] });
    await sendRun({ ...context, whyPause: () => stopIt }, free);
    expect(endOf(shown())).toEqual(['planned null']);
  });
});
