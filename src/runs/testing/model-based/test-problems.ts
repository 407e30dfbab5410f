import type { Problem } from '../../../lib/problem.ts';

/** For tests: why a token cannot be had, as the sign-in tells it. */
export const tokenProblems = {
  stepUp: {
    kind: 'stepUpNeeded',
    title: 'Your organisation asks for another proof of who you are',
    advice: 'Sign in again.',
    claims: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}',
  },
  consent: { kind: 'consentNeeded', title: 'A permission is missing', advice: 'Grant it.', scopes: ['A.B'] },
  /** Also where the hidden sign-in does not come back in time. */
  signIn: { kind: 'signInNeeded', title: 'Your sign-in has ended', advice: 'Sign in again.' },
  /** Also where it answers 429. */
  noService: { kind: 'unreachable', title: 'The sign-in service could not be used', advice: 'Try again.' },
} as const satisfies Record<string, Problem>;
export type TokenProblem = keyof typeof tokenProblems;
