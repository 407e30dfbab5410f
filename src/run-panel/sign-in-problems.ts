import type { Problem, ProblemKind } from '../lib/problem.ts';

const ofSignIn: readonly ProblemKind[] = ['signInNeeded', 'stepUpNeeded', 'consentNeeded', 'consentRefused'];

/**
 * What is said of a sign-in that was needed, once the page has been left for it and come back: whether it was enough,
 * the next request tells. Until then it asks for nothing any more.
 */
export function afterSignIn(problem: Problem): Problem {
  if (!ofSignIn.includes(problem.kind)) return problem;
  return {
    kind: 'cancelled',
    title: `It stopped at: ${problem.title}`,
    advice:
      'What is left can be sent with the sign-in of now: "Resume" or "Retry" reads it again and shows it first.',
  };
}
