import type { Outcome } from '../../src/runs/model/run.ts';

/**
 * The words that browser tests look for on screen. They are written here a second time, and not imported from the product,
 * so that a test notices when a word changes; each stands here once, so that changing it on purpose is one line.
 */

/** The result of an item, as the panel "Results" and the history show it. */
export const results: Readonly<Record<Outcome, string>> = {
  successful: 'Accepted',
  confirmed: 'Confirmed',
  completed: 'Completed',
  started: 'Started',
  partiallyCompleted: 'Partially completed',
  failed: 'Failed',
  rejected: 'Rejected',
  notFound: 'Not found',
  unknown: 'Unknown',
  alreadyRunning: 'Already in progress',
  changedByOther: 'Changed since you decided',
  skipped: 'Skipped',
  contradicted: 'Accepted, not reflected',
  notApplied: 'Not applied',
};

/** What stands in place of a result while it can still change, or where it never came. */
export const itemStates = {
  waiting: 'Waiting',
  sending: 'Sending…',
  notSent: 'Not sent',
  checking: 'Unknown, checking…',
  needsAttention: 'Unknown, needs attention',
  notTracked: 'Unknown, not tracked',
  notConfirmed: 'Accepted, not confirmed',
  endUnknown: 'Started, result unknown',
  canceled: 'Canceled',
} as const;

/** Microsoft accepted the request; whether the check that confirms it has run already is a matter of seconds. */
export const acceptedOrConfirmed = new RegExp(`${results.successful}|${results.confirmed}`);

/** How far a run is. */
export const runStates = {
  running: 'Running',
  paused: 'Interrupted',
  settling: 'Checking',
  done: 'Finished',
  elsewhere: 'In another tab',
} as const;

/** The approval status of a driver. */
export const driverStatuses = {
  needsReview: 'Needs review',
  approved: 'Approved',
  declined: 'Declined',
  suspended: 'Paused',
} as const;

/** The status of an incident task's action. */
export const actionStatuses = {
  notStarted: 'Not started',
  inProgress: 'In progress',
  completed: 'Completed',
  partiallyCompleted: 'Partially completed',
  failed: 'Failed',
} as const;

/** The status of an incident task itself, as a person sets it. */
export const taskStatuses = { completed: 'Completed' } as const;

/** Accessible names of regions and grids, and the heads of columns. */
export const names = {
  results: 'Results',
  resultGrid: 'Result of each item',
  resultColumn: 'Result',
  reasonColumn: 'Reason',
  triedColumn: 'Last tried',
  skipped: 'Skipped',
  runs: 'Runs',
  profiles: 'Driver profiles',
  drivers: 'Drivers',
  tasks: 'Incident tasks',
} as const;

/** Names of buttons; a count may follow. */
export const buttons = {
  refresh: 'Refresh',
  retry: 'Retry',
  resume: 'Resume',
  checkAgain: 'Check again',
  cancelRemaining: 'Cancel remaining',
  stopTracking: 'Stop tracking',
  pause: 'Pause',
  pauseThese: 'Pause these drivers',
  stillHere: 'Continue',
} as const;

/** The decision of a run that follows another, as the dialog's title and button say it; in numbers where they matter. */
export const decisions = {
  again: / again\??$/,
  approveAgain: 'Approve 1 driver again',
  remaining:
    /^(Approve|Decline|Pause|Change date of|Run|Set|Sync|Create|Edit|Delete|Assign|Comment on|Classify|Change|Change tags of|Disable|Enable|Force a password reset for|Require sign-in of|Mark) the remaining /,
  approveRemaining: (count: number) => `Approve the remaining ${count} ${count === 1 ? 'driver' : 'drivers'}`,
  runRemaining: (count: number) => `Run the remaining ${count} ${count === 1 ? 'action' : 'actions'}`,
  datePassed: 'This run’s date has passed. Start again from the profile.',
} as const;

/** Sentences that more than one test waits for. */
export const texts = {
  checkingCurrentState: 'Checking current state…',
  canceled: /Canceled: \d+ not sent/,
  deferred: 'Microsoft asked to wait; nothing changed',
  waiting: 'Microsoft Graph asked to wait',
  pageClosed: 'The page closed before everything was sent',
  runningElsewhere: 'Running in another tab',
  updatedJustNow: 'Updated just now',
  loading: 'Loading…',
  refreshing: 'Refreshing…',
  errorHere: 'Something went wrong in Actiondesk',
  pageNotFound: 'Page not found',
  pageFailed: 'This page can’t be shown',
  permissionNeeded: 'Permission needed',
  permissionNotGranted: 'The permission wasn’t granted',
  verifyIdentity: 'Verify your identity to continue',
  sessionEnded: 'Your session has ended',
  alreadyInProgress: 'The action is already in progress',
  accessDenied: 'Access denied',
} as const;
