import type { Problem } from '../../lib/problem.ts';

/** Why a run doesn't start, or doesn't continue. What a person can do next is said where the run shows. */

export const signedOut: Problem = {
  kind: 'signInNeeded',
  title: 'You’re signed out',
  advice: 'Sign in again. Nothing more was sent.',
};

export const anotherAccount: Problem = {
  kind: 'signInNeeded',
  title: 'Another account is signed in',
  advice: 'A run continues only with the account that started it. Nothing more was sent.',
};

export const offline: Problem = {
  kind: 'unreachable',
  title: 'You’re offline',
  advice: 'Nothing was sent, and nothing is queued. Try again when you’re online.',
};

export const asleep: Problem = {
  kind: 'cancelled',
  title: 'The computer slept, or its clock changed, during the run',
  advice: 'Things may have changed since. Nothing more is sent automatically.',
};

export const takenElsewhere: Problem = {
  kind: 'cancelled',
  title: 'Another tab is handling this run',
  advice: 'See that tab. Its progress also shows here.',
};

/** @param until epoch ms: when Graph would have taken the request */
export function waitsTooLong(until: number): Problem {
  return {
    kind: 'throttled',
    title: 'Microsoft Graph asked for a long wait',
    advice: 'Nothing more is sent automatically.',
    retryAt: until,
  };
}

/** A read that a sending depends on took too long and was given up. */
export const readTooSlow: Problem = {
  kind: 'throttled',
  title: 'Couldn’t load the current state within 10 minutes',
  advice: 'Nothing more is sent automatically.',
};

/** True for a problem that every target would meet, not only the one that met it. */
export function concernsAll({ kind }: Problem): boolean {
  return [
    'signInNeeded',
    'consentNeeded',
    'stepUpNeeded',
    'consentRefused',
    'throttled',
    'unreachable',
    'cancelled',
    'unexpected',
  ].includes(kind);
}
