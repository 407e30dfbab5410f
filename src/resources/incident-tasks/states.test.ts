import { describe, expect, it } from 'vitest';
import { isWaiting } from './states.ts';
import { testTask } from './test-task.ts';

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
