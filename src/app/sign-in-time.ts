import { keepDraft, readDraft } from '../lib/drafts.ts';

/**
 * Keeps when the person has signed in, for a hand-over of “what changed since then”. The first page with an engine comes
 * seconds later, which is near enough; a later page, and a permission that is granted meanwhile, is no sign-in.
 */
export function keepSignInTime(): void {
  if (readDraft('signedIn') === undefined) keepDraft('signedIn', Date.now());
}
