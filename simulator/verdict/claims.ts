import * as v from 'valibot';
import { wholeNumber } from '../faults/common.ts';

const item = {
  kind: v.picklist([
    'driverAction',
    'responseAction',
    'syncInventory',
    'taskUpdate',
    'profileChange',
    'profileAssignment',
    'incidentUpdate',
    'incidentComment',
    'userAction',
  ]),
  /** The profile, the task, the incident or the user; anything for a new profile. */
  targetId: v.string(),
  /**
   * The driver; the target itself for the other kinds, and of a new profile the name. A user is named as the request names it:
   * by object id, sign-in name or identity account.
   */
  itemId: v.string(),
};

/** Why an app left an item out. */
export const leftOutReasons = [
  'alreadySo',
  'refusedForNow',
  'cancelled',
  'leftToLater',
  'openElsewhere',
  'notReadable',
] as const;

/** What an app says became of one item. */
export const claim = v.strictObject({
  ...item,
  /**
   * `approve`, `decline` or `suspend`; the status of a task update; what is to be so of a profile, as the JSON of an object:
   * `{"exists":false}`, `{"targets":["group …"]}`; the same of an incident, `{"status":"resolved"}`, and of a user,
   * `{"accountEnabled":false}`, `{"sessionsRevoked":true}`; the text of a comment. Not looked at for the other kinds.
   */
  action: v.optional(v.string(), ''),
  /** ISO 8601; null: as soon as possible. */
  deployAt: v.optional(v.nullable(v.string()), null),
  /** The app's own word for the outcome; null while there is none. */
  outcome: v.nullable(v.string()),
  /** Why it is `skipped`: without a reason that is true it may not be. */
  because: v.optional(v.picklist(leftOutReasons)),
  /** Of every attempt that held the item, in the order they were made. */
  clientRequestIds: v.array(v.string()),
  /** Only what the log holds from this `seq` on. */
  since: v.optional(wholeNumber, 0),
});
export type Claim = v.InferOutput<typeof claim>;

export const verdictRequest = v.strictObject({
  claims: v.array(claim),
  /** For everything that no claim names: only from this `seq` on. */
  since: v.optional(wholeNumber, 0),
  /** What a person selected: each of these must be in a claim. */
  selected: v.optional(v.array(v.strictObject(item)), []),
  /** How many clicks may have sent each item once. Not judged without it. */
  clicks: v.optional(wholeNumber),
});

/** The words that leave an item open. */
const openWords: ReadonlySet<string> = new Set(['planned', 'sending', 'unknown']);

/** The words that say: it is so. */
const appliedWords: ReadonlySet<string> = new Set([
  'successful',
  'confirmed',
  'started',
  'completed',
  'partiallyCompleted',
  'alreadyRunning',
]);

/** The words that say: not by us. `failed` says so of a driver only. */
const notAppliedWords: ReadonlySet<string> = new Set([
  'notApplied',
  'rejected',
  'failed',
  'skipped',
  'notFound',
  'changedByOther',
  'contradicted',
]);

/** What an outcome says. `ended`: a started action is over. `nothing`: no outcome, or a word that nobody knows. */
export type Meaning = 'open' | 'applied' | 'notApplied' | 'ended' | 'nothing';

export function meaningOf({ kind, outcome }: Claim): Meaning {
  if (outcome === null) return 'nothing';
  if (openWords.has(outcome)) return 'open';
  const startsWork = kind === 'responseAction' || kind === 'syncInventory';
  if (outcome === 'failed' && startsWork) return 'ended';
  if (startsWork && (outcome === 'completed' || outcome === 'partiallyCompleted')) return 'ended';
  if (appliedWords.has(outcome)) return 'applied';
  return notAppliedWords.has(outcome) ? 'notApplied' : 'nothing';
}
