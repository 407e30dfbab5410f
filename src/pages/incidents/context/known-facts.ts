import type { IncidentDetails } from '../../../graph/incident-details.ts';
import type { Incident } from '../../../graph/incidents.ts';
import { changedLater, incidentIn } from '../opened.ts';

/** What is known of an incident beside its alerts. */
export interface KnownFacts
  extends Pick<
    Incident,
    | 'summary'
    | 'classification'
    | 'determination'
    | 'assignedTo'
    | 'comments'
    | 'commentsLeftOut'
    | 'olderComments'
    | 'customTags'
  > {
  /** Undefined where only the list's read knows the incident. */
  readonly more:
    | Pick<IncidentDetails, 'description' | 'recommendedActions' | 'resolvingComment' | 'redirectIncidentId'>
    | undefined;
}

/**
 * What two reads of an incident say together: each fact comes from the one with the later change, and what only the
 * incident's own read has comes from that.
 *
 * @param whole of the incident's own read
 * @param incident as the head of the page shows it: the newer of this read and the list's
 */
export function knownFacts(
  whole: IncidentDetails | undefined,
  incident: Incident | undefined,
): KnownFacts | undefined {
  if (!whole) return incident && { ...incident, more: undefined };
  const newer = incident && changedLater(whole, incident) <= 0 ? incident : incidentIn(whole);
  return { ...newer, more: whole };
}
