import { expect, it } from 'vitest';
import type { Problem } from '../lib/problem.ts';
import { afterSignIn, asksForSignIn } from './sign-in-problems.ts';

const problem: Problem = {
  kind: 'stepUpNeeded',
  title: 'Prove it',
  advice: 'Go.',
  claims: '{}',
  scopes: ['a'],
};

it.each(['signInNeeded', 'stepUpNeeded', 'consentNeeded', 'consentRefused'] as const)(
  'after a return asks for no %s a second time',
  (kind) => {
    expect(afterSignIn({ ...problem, kind })).toEqual({
      kind: 'cancelled',
      title: 'Stopped earlier: Prove it',
      advice: 'You’re signed in again.',
    });
  },
);

it('only problems that the sign-in page solves are over then', () => {
  expect(asksForSignIn(problem)).toBe(true);
  expect(asksForSignIn({ ...problem, kind: 'throttled' })).toBe(false);
});
