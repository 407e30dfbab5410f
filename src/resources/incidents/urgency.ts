import { type Incident, severities } from '../../graph/incidents.ts';
import type { Instant } from '../../lib/instant.ts';
import { isKnown } from '../../lib/members.ts';
import { deadlineOf } from './deadline.ts';

/** What orders incidents. */
export interface Urgency extends Pick<Incident, 'severity' | 'createdDateTime'> {
  /** A comment names a deadline that is near, or was passed lately. */
  readonly isDue?: boolean;
}

/** In ms: a deadline that is further away changes no order. */
const near = 86_400_000;

/** The reader's, such as "Europe/Berlin". */
export const readerTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What orders an incident at this time; undefined for one that has not been read. */
export function urgencyOf(incident: Incident | undefined, now: Instant): Urgency | undefined {
  if (!incident) return undefined;
  const { severity, createdDateTime, comments } = incident;
  const deadline = deadlineOf(comments, readerTimeZone);
  return { severity, createdDateTime, isDue: deadline !== undefined && Math.abs(deadline.at - now) < near };
}

/** The most severe first, then those with a deadline near, then the oldest. An incident that has not been read comes after all that have. */
export function compareUrgency(a: Urgency | undefined, b: Urgency | undefined): number {
  return (
    rankOf(b) - rankOf(a) ||
    Number(b?.isDue ?? false) - Number(a?.isDue ?? false) ||
    compareAges(a?.createdDateTime, b?.createdDateTime)
  );
}

/** A severity that this version does not know may be the highest: it ranks with that. */
function rankOf(incident: Urgency | undefined): number {
  if (!incident) return -1;
  const { severity } = incident;
  return isKnown(severities, severity) ? severities.indexOf(severity) : severities.length - 1;
}

function compareAges(a: number | null | undefined, b: number | null | undefined): number {
  const [one, other] = [a ?? Number.MAX_SAFE_INTEGER, b ?? Number.MAX_SAFE_INTEGER];
  return one - other;
}
