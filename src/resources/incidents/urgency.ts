import { type Incident, severities } from '../../graph/incidents.ts';

/** What orders incidents. */
export type Urgency = Pick<Incident, 'severity' | 'createdDateTime'>;

/** The most severe first, then the oldest. An incident that has not been read comes after all that have. */
export function compareUrgency(a: Urgency | undefined, b: Urgency | undefined): number {
  return rankOf(b) - rankOf(a) || compareAges(a?.createdDateTime, b?.createdDateTime);
}

/** A severity that this version does not know ranks below those that it knows. */
function rankOf(incident: Urgency | undefined): number {
  return incident ? (severities as readonly string[]).indexOf(incident.severity) + 1 : -1;
}

function compareAges(a: number | null | undefined, b: number | null | undefined): number {
  const [one, other] = [a ?? Number.MAX_SAFE_INTEGER, b ?? Number.MAX_SAFE_INTEGER];
  return one - other;
}
