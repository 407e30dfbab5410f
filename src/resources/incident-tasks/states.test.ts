import { describe, expect, it } from 'vitest';
import { isStuck, progressOf } from './progress.ts';
import { hasFailed, isWaiting } from './states.ts';
import { testTask } from './test-task.ts';

const minute = 60_000;

describe('isWaiting', () => {
  it.each([
    ['open', 'notStarted', true],
    ['inProgress', 'notStarted', true],
    ['open', 'inProgress', false],
    ['completed', 'notStarted', false],
    ['notRelevant', 'notStarted', false],
  ])('status %s with action %s: %s', (status, actionStatus, expected) => {
    expect(isWaiting(testTask({ status, actionStatus }))).toBe(expected);
  });
});

it.each([
  ['failed', true],
  ['partiallyCompleted', true],
  ['completed', false],
  ['inProgress', false],
])('an action that is %s has failed: %s', (actionStatus, expected) => {
  expect(hasFailed({ actionStatus })).toBe(expected);
});

describe('an action is stuck', () => {
  it.each([
    [30, undefined, false],
    [31, undefined, true],
    [31, 1, true],
    [31, 7, false],
    [36, 7, true],
  ])('after %s minutes, where %s is usual: %s', (age, usual, expected) => {
    expect(isStuck(age * minute, usual && usual * minute)).toBe(expected);
  });
});

describe('the progress of a task', () => {
  const running = testTask({ actionStatus: 'inProgress', lastModifiedDateTime: 10 * minute });
  const none = { usual: {}, started: {} };

  it('counts from the last change, or from the start that this browser knows', () => {
    expect(progressOf(running, none, 12 * minute)).toMatchObject({ age: 2 * minute, isStartedHere: false });
    const times = { usual: { isolateDevice: minute }, started: { [running.id]: 2 * minute } };
    expect(progressOf(running, times, 50 * minute)).toEqual({
      since: 2 * minute,
      isStartedHere: true,
      age: 48 * minute,
      usual: minute,
      isStuck: true,
    });
  });

  it('is never negative where a clock is behind', () => {
    expect(progressOf(running, none, 0)).toMatchObject({ age: 0, isStuck: false });
  });

  it('is none where nothing is in progress, or no time is known', () => {
    expect(progressOf(testTask(), none, 0)).toBeUndefined();
    expect(progressOf({ ...running, lastModifiedDateTime: null }, none, 0)).toBeUndefined();
  });
});
