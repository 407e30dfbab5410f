import { expect, it } from 'vitest';
import { pollEvery } from './queries.ts';
import { testTask } from './test-task.ts';

const inProgress = testTask({ actionStatus: 'inProgress' });

it('the list refreshes by itself while an action is in progress, and leaves every call to a run that sends', () => {
  expect(pollEvery([testTask(), inProgress], false)).toBe(15_000);
  expect(pollEvery([testTask(), inProgress], true)).toBe(false);
  expect(pollEvery([testTask()], false)).toBe(false);
});
