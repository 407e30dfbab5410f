import { expect, it } from 'vitest';
import { testTask } from '../incident-tasks/test-task.ts';
import { missingTexts, type ReadSoFar, undatedAmong } from './missing.ts';

const all: ReadSoFar = {
  tasks: 40,
  isWhole: true,
  setAside: 0,
  undated: 0,
  oldFrom: undefined,
  unreadIncidents: 0,
  isHistoryRead: true,
};

it('a hand-over of which all was read lacks nothing', () => {
  expect(missingTexts(all)).toEqual([]);
});

it('whatever could not be read is said', () => {
  const texts = missingTexts({
    tasks: 1,
    isWhole: false,
    setAside: 3,
    undated: 2,
    oldFrom: 0,
    unreadIncidents: 2,
    isHistoryRead: false,
  });
  expect(texts).toEqual([
    'only 1 task could be loaded, and there may be more.',
    '3 tasks couldn’t be read.',
    '2 finished tasks without a date of change: whether it was since then isn’t known.',
    expect.stringMatching(/^the last refresh failed. Tasks are as of .*1970/),
    expect.stringMatching(/^2 incidents couldn’t be loaded/),
    expect.stringMatching(/^the history of this browser/),
  ]);
});

it('tasks that are over without a date are counted: whether they changed can’t be told', () => {
  const undated = { lastModifiedDateTime: null };
  const tasks = [
    testTask(undated),
    testTask({ ...undated, status: 'notRelevant' }),
    testTask({ ...undated, actionStatus: 'completed' }),
    testTask({ actionStatus: 'completed' }),
  ];
  expect(undatedAmong(tasks)).toBe(2);
});
