import { describe, expect, it } from 'vitest';
import type { Item } from '../runs/model.ts';
import { itemOf, runOf, stepOf } from '../runs/test-runs.ts';
import { adviceFor, resultOf, resultOrder, resultText, stateText } from './result-words.ts';

const over = { state: 'done', cancelled: false, isChecking: false } as const;
const itemWith = (rest: Partial<Item>) =>
  ({ phase: 'answered', outcome: null, left: null, ...rest }) as const;

it.each([
  ['successful', 'Accepted, not confirmed'],
  ['started', 'Started, result unknown'],
  ['alreadyRunning', 'Already in progress, result unknown'],
  ['unknown', 'Unknown, needs attention'],
] as const)('a result that is no longer followed says so: %s', (outcome, text) => {
  expect(stateText(itemWith({ outcome }), over)).toBe(text);
});

it.each([
  ['successful', 'Accepted'],
  ['started', 'Started'],
  ['alreadyRunning', 'Already in progress'],
  ['unknown', 'Unknown, checking…'],
] as const)('a result that is still followed is shown without that: %s', (outcome, text) => {
  const item = itemWith({ outcome });
  expect(stateText(item, { ...over, isChecking: true })).toBe(text);
  expect(stateText(item, { ...over, state: 'settling', isChecking: true })).toBe(text);
});

it('a settled result stands as it is', () => {
  expect(stateText(itemWith({ phase: 'settled', outcome: 'successful' }), over)).toBe('Accepted');
  expect(stateText(itemWith({ phase: 'settled', outcome: 'confirmed' }), over)).toBe('Confirmed');
  expect(stateText(itemWith({ phase: 'settled', outcome: 'unknown' }), over)).toBe('Unknown, not tracked');
});

describe('what was not sent', () => {
  const planned = itemWith({ phase: 'planned' });
  const beingChecked = itemWith({ phase: 'answered', outcome: 'skipped' });
  const deferred = itemWith({ phase: 'settled', outcome: 'skipped', left: 'refusedForNow' });

  it('waits while the run is sending', () => {
    expect(resultOf(planned, { state: 'running', cancelled: false })).toBe('waiting');
  });

  it.each([
    ['never sent', planned],
    ['deferred, being checked', beingChecked],
    ['deferred, unchanged', deferred],
  ])('is one result in an interrupted run, as Resume takes all of it: %s', (_what, item) => {
    expect(stateText(item, { ...over, state: 'paused' })).toBe('Not sent');
  });

  it('was canceled where the person canceled the run', () => {
    const canceled = { ...over, cancelled: true };
    for (const item of [beingChecked, deferred]) expect(stateText(item, canceled)).toBe('Canceled');
    expect(stateText(itemWith({ phase: 'settled', outcome: 'skipped', left: 'canceled' }), over)).toBe(
      'Canceled',
    );
  });

  it('is skipped for any other reason', () => {
    expect(stateText(itemWith({ phase: 'settled', outcome: 'skipped' }), over)).toBe('Skipped');
    expect(stateText(deferred, over)).toBe('Skipped');
  });
});

it('every result has its place in the order and a text of at most four words', () => {
  expect(new Set(resultOrder).size).toBe(resultOrder.length);
  for (const result of resultOrder) expect(resultText(result).split(' ').length).toBeLessThanOrEqual(4);
});

it('the advice names Retry only where another try may help', () => {
  const failed = itemOf('a', { phase: 'settled', outcome: 'failed' });
  const adviceOf = (...items: readonly Item[]) =>
    adviceFor(runOf([stepOf('1', items)], { state: 'done' }), 'failed');
  expect(adviceOf(failed, { ...failed, isFinal: true })).toContain('Retry');
  expect(adviceOf({ ...failed, isFinal: true })).not.toContain('Retry');
});
