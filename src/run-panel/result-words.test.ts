import { describe, expect, it } from 'vitest';
import type { Item, RunState } from '../runs/model/run.ts';
import { itemOf, runOf, stepOf } from '../runs/testing/test-runs.ts';
import type { Offered } from './offered.ts';
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

describe('the advice', () => {
  const failed = itemOf('a', { phase: 'settled', outcome: 'failed' });
  const nothing: Offered = {
    ...{ toResume: 0, toRetry: 0, toUndo: 0, toCheck: 0, toLeave: 0 },
    ...{ mayCancel: false, whyNot: undefined },
  };
  const runWith = (state: RunState, ...items: readonly Item[]) => runOf([stepOf('1', items)], { state });
  const whyNot = 'This run’s date has passed. Start again from the profile.';

  it('names Retry only where another try may help', () => {
    const adviceOf = (...items: readonly Item[]) =>
      adviceFor(runWith('done', ...items), 'failed', { ...nothing, toRetry: 1 });
    expect(adviceOf(failed, { ...failed, isFinal: true })).toContain('Retry');
    expect(adviceOf({ ...failed, isFinal: true })).not.toContain('Retry');
  });

  it('does not wait for the end of a run that is over, and names only commands that are there', () => {
    expect(adviceFor(runWith('running', failed), 'failed', nothing)).toMatch(/^When the run finishes, Retry/);
    expect(adviceFor(runWith('done', failed), 'failed', { ...nothing, toRetry: 1 })).toMatch(
      /^Retry checks these again and sends only them\./,
    );
    expect(adviceFor(runWith('done', failed), 'failed', nothing)).not.toContain('Retry');
    const unknown = itemOf('a', { phase: 'answered', outcome: 'unknown' });
    expect(adviceFor(runWith('settling', unknown), 'unknown', { ...nothing, toCheck: 1 })).toMatch(
      /Use Check again to look now\.$/,
    );
    expect(adviceFor(runWith('running', unknown), 'unknown', nothing)).not.toContain('Check again');
  });

  it('says why neither Resume nor Retry can send a date that is past', () => {
    const late = { ...nothing, toResume: 1, toRetry: 1, whyNot };
    expect(adviceFor(runWith('paused', itemOf('a')), 'notSent', late)).toBe(`Nothing was changed. ${whyNot}`);
    expect(adviceFor(runWith('done', failed), 'failed', late)).toContain(whyNot);
  });
});
