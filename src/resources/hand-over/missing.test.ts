import { expect, it } from 'vitest';
import { missingTexts, type ReadSoFar } from './missing.ts';

const all: ReadSoFar = {
  tasks: 40,
  isWhole: true,
  setAside: 0,
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
    oldFrom: 0,
    unreadIncidents: 2,
    isHistoryRead: false,
  });
  expect(texts).toEqual([
    'only 1 task could be loaded, and there may be more.',
    '3 tasks couldn’t be read.',
    expect.stringMatching(/^the last refresh failed. Tasks are as of .*1970/),
    expect.stringMatching(/^2 incidents couldn’t be loaded/),
    expect.stringMatching(/^the history of this browser/),
  ]);
});
