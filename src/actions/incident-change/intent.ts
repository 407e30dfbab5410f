import { classifications, determinations } from '../../graph/incidents.ts';
import { isKnown } from '../../lib/members.ts';
import type { Intent } from '../../runs/model/run.ts';
import { isPair, restorableStatuses } from './rules.ts';
import { hasTag, readTagList, tagList } from './tags.ts';

export const changeKind = 'incident-change';

/** What is to be so of an incident. Null: stays as it is, and is not sent. */
export type ChangeIntent = {
  readonly kind: typeof changeKind;
  readonly status: string | null;
  /** '' for nobody. */
  readonly owner: string | null;
  /** With its determination, or neither. */
  readonly classification: string | null;
  readonly determination: string | null;
  /** Lists, as `tagList` writes them. */
  readonly addTags: string;
  readonly removeTags: string;
};

/** What a person may change, each part where it is to change: the parts of an intent that are not null. */
export interface Wanted {
  readonly status?: string;
  readonly owner?: string;
  readonly assessment?: { readonly classification: string; readonly determination: string };
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
}

export function changeIntent(wanted: Wanted): ChangeIntent {
  const { status = null, owner, assessment, addTags = [], removeTags = [] } = wanted;
  return {
    kind: changeKind,
    status,
    owner: owner?.trim() ?? null,
    classification: assessment?.classification ?? null,
    determination: assessment?.determination ?? null,
    addTags: tagList(addTags),
    removeTags: tagList(removeTags),
  };
}

/** As long as a name in Entra ID may be, and longer than any that a person types. */
export const longestOwner = 256;

/** True of an intent for an incident whose parts are sound: the history may have been changed by hand. */
export function isChangeIntent(intent: Intent): intent is ChangeIntent {
  const { kind, status, owner, classification, determination, addTags, removeTags } = intent;
  if (kind !== changeKind || Object.keys(intent).length !== 7) return false;
  if (status !== null && !(typeof status === 'string' && isKnown(restorableStatuses, status))) return false;
  if (owner !== null && !(typeof owner === 'string' && owner.length <= longestOwner)) return false;
  if (!isAssessment(classification, determination)) return false;
  const added = typeof addTags === 'string' ? readTagList(addTags) : undefined;
  const removed = typeof removeTags === 'string' ? readTagList(removeTags) : undefined;
  if (!added || !removed || added.some((tag) => hasTag(removed, tag))) return false;
  // Something must change.
  return [status, owner, classification, ...added, ...removed].some((part) => part !== null);
}

function isAssessment(classification: unknown, determination: unknown): boolean {
  if (classification === null) return determination === null;
  return (
    typeof classification === 'string' &&
    typeof determination === 'string' &&
    isKnown(classifications, classification) &&
    isKnown(determinations, determination) &&
    isPair(classification, determination)
  );
}

/** @returns none for a text that is no list: `isChangeIntent` lets none pass */
export function tagsOf({ addTags, removeTags }: Pick<ChangeIntent, 'addTags' | 'removeTags'>): {
  readonly added: readonly string[];
  readonly removed: readonly string[];
} {
  return { added: readTagList(addTags) ?? [], removed: readTagList(removeTags) ?? [] };
}
