import type { PlanTarget } from '../../runs/model/run.ts';
import { countOf } from '../../ui/format.ts';
import type { Review } from '../review.ts';
import type { UserIntent } from './intent.ts';
import { isOwn } from './rules.ts';
import { consequencesOf } from './words.ts';

/** More users than these take more than a click. */
const mostUsers = 10;

/** What the dialog says of an action on users. @param username of the person who would send it */
export function reviewUsers(
  { action, via }: Pick<UserIntent, 'action' | 'via'>,
  targets: readonly PlanTarget[],
  username: string,
): Review {
  const users = targets.flatMap(({ items }) => items).map(({ reviewed }) => reviewed);
  const withOwn = users.some(({ user = '' }) => isOwn(user, username));
  const guests = users.filter(({ userType }) => userType === 'Guest').length;
  return {
    // The title has said how many.
    numbers: [],
    summary: '',
    consequences: consequencesOf(action, via),
    warnings: [
      ...(withOwn && action !== 'enable' ? [ownWarnings[action]] : []),
      ...(guests > 0 ? [`${countOf(guests, 'guest')}: only access to your organization changes.`] : []),
    ],
    whyType: whyTypeUsers(targets),
  };
}

export function whyTypeUsers({ length }: readonly unknown[]): readonly string[] {
  return length > mostUsers ? [`Changes ${countOf(length, 'user')}`] : [];
}

const ownWarnings = {
  disable: 'This disables your own account: you can’t sign in again.',
  forcePasswordReset: 'This is your own account: your next sign-in asks for a new password.',
  requireUserToSignInAgain:
    'This is your own account: you’ll be signed out of everything, Actiondesk included.',
  markUserAsCompromised: 'This is your own account: a policy may block you.',
} as const;
