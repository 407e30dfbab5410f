import type { Problem, ProblemKind } from '../lib/problem.ts';

const ofSignIn: readonly ProblemKind[] = ['signInNeeded', 'stepUpNeeded', 'consentNeeded', 'consentRefused'];

/** True for a problem that the sign-in page solves. */
export function asksForSignIn({ kind }: Problem): boolean {
  return ofSignIn.includes(kind);
}

/**
 * A problem that asked for a sign-in, once the page has come back from the sign-in page: the next request shows whether
 * that was enough. Until then the problem asks for nothing.
 */
export function afterSignIn({ title }: Problem): Problem {
  return { kind: 'cancelled', title: `Stopped earlier: ${title}`, advice: 'You’re signed in again.' };
}
