import type { IncidentChange } from '../../graph/incident-details.ts';
import { classifications, determinations } from '../../graph/incidents.ts';
import { isKnown } from '../../lib/members.ts';
import { type ChangeIntent, tagsOf } from './intent.ts';
import { restorableStatuses } from './rules.ts';
import { mergedTags } from './tags.ts';

/**
 * What is sent: only the members that a person has changed.
 *
 * @param tags all tags that the incident has right before the sending
 */
export function bodyOf(intent: ChangeIntent, tags: readonly string[]): IncidentChange {
  const { status, owner, classification, determination } = intent;
  const { added, removed } = tagsOf(intent);
  return {
    ...(status !== null && isKnown(restorableStatuses, status) && { status }),
    ...(owner !== null && { assignedTo: owner === '' ? null : owner }),
    ...(classification !== null && isKnown(classifications, classification) && { classification }),
    ...(determination !== null && isKnown(determinations, determination) && { determination }),
    ...(added.length + removed.length > 0 && { customTags: mergedTags(tags, added, removed) }),
  };
}
