import { expect, it } from 'vitest';
import type { Problem } from '../lib/problem.ts';
import { afterSignIn } from './sign-in-problems.ts';

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
      title: 'It stopped at: Prove it',
      advice: expect.stringContaining('"Resume"'),
    });
  },
);

it('leaves any other problem as it is', () => {
  const throttled: Problem = { ...problem, kind: 'throttled' };
  expect(afterSignIn(throttled)).toBe(throttled);
});
