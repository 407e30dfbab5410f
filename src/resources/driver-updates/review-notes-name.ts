import { accountHash } from '../../lib/account-hash.ts';
import type { SnapshotOwner } from './snapshot-database.ts';

/** Of the key in local storage; the rest is the name of the account's notes. */
export const notesPrefix = 'actiondesk.review.';

/** What stands for an account in the key of its review notes: it names no person. */
export function reviewNotesName({ key, tenantId }: SnapshotOwner): Promise<string> {
  return accountHash('review', `${tenantId} ${key}`);
}

/** Deletes what an account parked and reviewed from this browser. */
export async function forgetReviewNotes(owner: SnapshotOwner): Promise<void> {
  const name = await reviewNotesName(owner);
  try {
    localStorage.removeItem(notesPrefix + name);
  } catch {
    // Storage is forbidden: nothing was kept.
  }
}
