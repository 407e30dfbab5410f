import { describe, expect, it } from 'vitest';
import { actionOf } from '../../actions/all.ts';
import { judgeTaskAfterSending, judgeTaskBeforeSending } from '../../actions/response-action/verdicts.ts';
import { itemOf, runOf, stepOf, taskItemOf, taskOf } from '../testing/test-runs.ts';
import { mayRetry, planRetry } from './retry.ts';
import { type LeftOut, type Outcome, wasNotSent } from './run.ts';

const settled = (id: string, outcome: Outcome, left: LeftOut | null = null) =>
  itemOf(id, { phase: 'settled', outcome, left });

describe('mayRetry', () => {
  it.each([
    ['failed', true],
    ['rejected', true],
    ['notApplied', true],
    ['skipped', true],
    ['successful', false],
    ['confirmed', false],
    ['contradicted', false],
    ['changedByOther', false],
    ['notFound', false],
    ['started', false],
    ['completed', false],
    ['partiallyCompleted', false],
    ['alreadyRunning', false],
    ['unknown', false],
  ] as const)('%s: %s', (outcome, expected) => {
    expect(mayRetry(settled('a', outcome))).toBe(expected);
    expect(mayRetry(itemOf('a', { phase: 'answered', outcome }))).toBe(false);
  });

  it.each([
    ['alreadySo', false],
    ['later', false],
    ['canceled', false],
    ['refusedForNow', true],
    [null, true],
  ] as const)('of what was left out goes by why: %s, %s', (left, expected) => {
    expect(mayRetry(settled('a', 'skipped', left))).toBe(expected);
    expect(wasNotSent(settled('a', 'skipped', left))).toBe(expected);
    expect(wasNotSent(settled('a', 'failed', left))).toBe(false);
  });
});

it('mayRetry: not what is final, whatever it is', () => {
  for (const outcome of ['failed', 'rejected', 'skipped'] as const) {
    expect(mayRetry({ ...settled('a', outcome), isFinal: true }), outcome).toBe(false);
  }
});

describe('[U8] planRetry', () => {
  const done = stepOf('1', [settled('a', 'confirmed')]);
  const failed = stepOf('2', [settled('b', 'confirmed'), settled('c', 'failed'), settled('d', 'unknown')]);

  it('[G11] plans what may be tried again, and nothing else', () => {
    const plan = planRetry(runOf([done, failed], { note: 'CHG-1' }), actionOf);
    expect(plan).toMatchObject({
      verb: 'Retry',
      note: 'CHG-1',
    });
    expect(plan?.targets.map(({ id, items }) => [id, items.map((item) => item.id)])).toEqual([
      ['target 2', ['c']],
    ]);
  });

  it('has no plan when nothing may be tried again', () => {
    expect(planRetry(runOf([done]), actionOf)).toBeUndefined();
  });

  it('starts from "failed" for a task whose action failed, so that it is sent', () => {
    const item = taskItemOf('t', { phase: 'settled', outcome: 'failed' });
    const plan = planRetry(runOf([stepOf('1', [item])], { intent: { kind: 'response-action' } }), actionOf);
    const [planned] = plan?.targets[0]?.items ?? [];
    expect(planned?.before).toBe('failed');
    const again = itemOf('t', planned);
    const before = judgeTaskBeforeSending(again, taskOf('t', 'failed', 1), false);
    expect(before).toMatchObject({ phase: 'planned', outcome: null });

    const sent = itemOf('t', { ...again, ...before, phase: 'answered', outcome: 'started' });
    expect(judgeTaskAfterSending(sent, taskOf('t', 'failed', 1), 2_000)).toBeUndefined();
    expect(judgeTaskAfterSending(sent, taskOf('t', 'failed', 2), 60_000)).toMatchObject({
      outcome: 'failed',
    });
  });
});
