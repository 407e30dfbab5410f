import { expect, it } from 'vitest';
import { plainWords } from './plain-words.ts';

it.each([
  ['needsReview', 'needs review'],
  ['notStarted', 'not started'],
  ['partiallyCompleted', 'partially completed'],
  ['approved', 'approved'],
  ['HTTPError', 'HTTPError'],
  ['some-thing Else', 'some-thing Else'],
  ['', ''],
])('%j reads as %j', (member, words) => {
  expect(plainWords(member)).toBe(words);
});
