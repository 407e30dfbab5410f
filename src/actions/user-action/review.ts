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
    whyType: whyType(targets.length, action === 'disable'),
  };
}

/** By what all of it does: more than one user who can no longer sign in, as when tasks disable them, or many users. */
export function whyTypeUsers(targets: readonly Pick<PlanTarget, 'intent'>[]): readonly string[] {
  return whyType(
    targets.length,
    targets.some(({ intent }) => intent.action === 'disable'),
  );
}

function whyType(users: number, disables: boolean): readonly string[] {
  if (disables && users > 1) return [`Disables users: ${countOf(users, 'user')} in all`];
  return users > mostUsers ? [`Changes ${countOf(users, 'user')}`] : [];
}

const ownWarnings = {
  disable: 'This disables your own account: you can’t sign in again.',
  forcePasswordReset: 'This is your own account: your next sign-in asks for a new password.',
  requireUserToSignInAgain:
    'This is your own account: you’ll be signed out of everything, Actiondesk included.',
  markUserAsCompromised: 'This is your own account: a policy may block you.',
} as const;
