import { type Posted, postedAt } from '../../dialogs/hand-over/seen.ts';
import { commentsDraft, type IncidentDraft } from '../../dialogs/incidents/incident-draft.ts';
import type { Instant } from '../../lib/instant.ts';
import { asComment } from '../../resources/hand-over/as-text.ts';
import { type HandOver, hasNews } from '../../resources/hand-over/hand-over.ts';
import { formatNear } from '../../ui/format-near.ts';

/**
 * One comment for each incident. Left out until a person ticks them: those that are on their incident already, word by word, and
 * those with which nothing is left to do and nothing has changed.
 *
 * @param posted of `postedIn`
 */
export function handOverComments(
  given: HandOver,
  by: string,
  posted: ReadonlyMap<string, readonly Posted[]>,
): IncidentDraft {
  const comments: Record<string, string> = {};
  const leaveOut: Record<string, string> = {};
  for (const incident of given.incidents) {
    const { incidentId } = incident.group;
    if (incidentId === '') continue;
    const text = asComment(incident, given, by);
    comments[incidentId] = text;
    const at = postedAt(posted.get(incidentId), text);
    if (at !== undefined) leaveOut[incidentId] = postedText(at, given.now);
    else if (!incident.isOpen && !hasNews(incident)) leaveOut[incidentId] = 'not open, and nothing changed';
  }
  return commentsDraft(comments, leaveOut);
}

/** "posted 09:12" */
function postedText(at: Instant, now: Instant): string {
  return `posted ${formatNear(at, now)}`;
}
