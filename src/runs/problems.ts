import type { Problem } from '../lib/problem.ts';

/** Why a run does not begin, or does not go on. */

export const signedOut: Problem = {
  kind: 'signInNeeded',
  title: 'You are signed out',
  advice: 'Sign in again. Nothing further was sent.',
};

export const anotherAccount: Problem = {
  kind: 'signInNeeded',
  title: 'Another account is signed in',
  advice: 'A run goes on only with the account that started it. Nothing further was sent.',
};

export const offline: Problem = {
  kind: 'unreachable',
  title: 'This computer is offline',
  advice: 'Nothing was sent, and nothing is sent by itself later. Start again when the network is back.',
};

export const asleep: Problem = {
  kind: 'cancelled',
  title: 'This computer slept, or its clock was set, in the middle of the run',
  advice: 'Much may have changed since. "Resume" reads the rest again and shows it before it is sent.',
};

export const takenElsewhere: Problem = {
  kind: 'cancelled',
  title: 'Another tab is on this run',
  advice: 'Look at that tab; what happens there is shown here too.',
};

/** @param until epoch ms: when Graph would have taken the request */
export function waitsTooLong(until: number): Problem {
  return {
    kind: 'throttled',
    title: 'Microsoft Graph asks for a longer wait than a run takes upon itself',
    advice: 'Nothing more is sent by itself. "Resume" reads the rest again once the time has come.',
    retryAt: until,
  };
}

/** A read that a sending depends on was kept waiting, and given up. */
export const readTooSlow: Problem = {
  kind: 'throttled',
  title: 'What there is now could not be read within ten minutes',
  advice: 'Nothing more is sent by itself. "Resume" reads the rest again.',
};

/** True for what every target would meet in the same way, and not the one alone that met it. */
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
