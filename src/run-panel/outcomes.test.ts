import { expect, it } from 'vitest';
import { stateText } from './outcomes.tsx';

const over = { state: 'done', isChecking: false } as const;

it.each([
  ['successful', 'Applied, not confirmed'],
  ['started', 'Started, end not known'],
  ['alreadyRunning', 'Already running, end not known'],
  ['unknown', 'Not known: needs you'],
] as const)('what is over and nobody follows any more is not said to be followed: %s', (outcome, text) => {
  expect(stateText({ phase: 'answered', outcome }, over)).toBe(text);
});

it.each([
  ['successful', 'Applied'],
  ['started', 'Started'],
  ['alreadyRunning', 'Already running'],
  ['unknown', 'Not known yet: checking…'],
] as const)('while somebody looks after it that is left out: %s', (outcome, text) => {
  const item = { phase: 'answered', outcome } as const;
  expect(stateText(item, { state: 'done', isChecking: true })).toBe(text);
  expect(stateText(item, { state: 'settling', isChecking: true })).toBe(text);
});

it('what a read had the last word on is told as it is', () => {
  expect(stateText({ phase: 'settled', outcome: 'successful' }, over)).toBe('Applied');
  expect(stateText({ phase: 'settled', outcome: 'confirmed' }, over)).toBe('Applied, confirmed');
  // A person said so; no read could.
  expect(stateText({ phase: 'settled', outcome: 'unknown' }, over)).toBe('Not known: left at that');
});

it('what waits is told apart from what a pause keeps', () => {
  const item = { phase: 'planned', outcome: null } as const;
  expect(stateText(item, { state: 'running', isChecking: true })).toBe('Waiting');
  expect(stateText(item, { state: 'paused', isChecking: false })).toBe('Not sent: paused');
});
