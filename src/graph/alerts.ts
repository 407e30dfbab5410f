import * as v from 'valibot';
import { graphPath } from '../lib/path.ts';
import { capText } from '../lib/problem.ts';
import type { Graph } from './client.ts';
import { type Evidence, readEvidence } from './evidence.ts';
import { type Incident, incidentSchema, severities } from './incidents.ts';
import { idField, instantField, memberField, type Rows, readOne, readRows, type SetAside } from './rows.ts';
import { scopes } from './scopes.ts';

export const alertStatuses = ['unknown', 'new', 'inProgress', 'resolved'] as const;

/** More than these are not kept: what an answer says beyond is counted. */
export const mostAlerts = 500;
export const mostEvidence = 500;
const mostTechniques = 100;
const longestText = 10_000;

const text = v.fallback(
  v.pipe(
    v.nullish(v.string(), ''),
    v.transform((given) => capText(given, longestText)),
  ),
  '',
);
const instant = v.fallback(instantField, null);

const techniques = v.pipe(
  v.fallback(v.nullish(v.array(v.unknown()), []), []),
  v.transform((given) => {
    const ids = given.filter((id) => typeof id === 'string').map((id) => capText(id.trim(), 100));
    return [...new Set(ids)].slice(0, mostTechniques);
  }),
);

/** The evidence of an alert. */
export interface EvidenceRows {
  readonly rows: readonly Evidence[];
  readonly setAside: readonly SetAside[];
  /** How many pieces came beyond those that are kept. */
  readonly more: number;
}

const evidenceField = v.pipe(
  v.fallback(v.nullish(v.array(v.unknown()), []), []),
  v.transform((given): EvidenceRows => {
    const read = given.slice(0, mostEvidence).map(readEvidence);
    return {
      rows: read.filter((each): each is Evidence => 'kind' in each),
      setAside: read.filter((each): each is SetAside => !('kind' in each)),
      more: Math.max(0, given.length - mostEvidence),
    };
  }),
);

/** https://learn.microsoft.com/graph/api/resources/security-alert */
const alertSchema = v.object({
  id: idField,
  title: text,
  description: text,
  severity: v.fallback(memberField(severities), 'unknown'),
  status: v.fallback(memberField(alertStatuses), 'unknown'),
  category: text,
  mitreTechniques: techniques,
  serviceSource: text,
  detectionSource: text,
  productName: text,
  actorDisplayName: text,
  threatDisplayName: text,
  threatFamilyName: text,
  recommendedActions: text,
  alertWebUrl: text,
  createdDateTime: instant,
  firstActivityDateTime: instant,
  lastActivityDateTime: instant,
  resolvedDateTime: instant,
  evidence: evidenceField,
});

export type Alert = v.InferOutput<typeof alertSchema>;

/** An incident with its alerts and their evidence. */
export interface IncidentWithAlerts {
  readonly incident: Incident;
  /** Broken alerts are set aside; complete only when the answer held all of them. */
  readonly alerts: Rows<Alert>;
}

const expanded = v.looseObject({ alerts: v.fallback(v.nullish(v.array(v.unknown()), null), null) });

/**
 * Reads an incident with its alerts in one request. Where the person may read incidents but no alerts, Graph refuses the
 * whole of it: then `getIncident` still gives the incident.
 * https://learn.microsoft.com/graph/api/security-incident-get
 *
 * @throws ProblemError `notFound`, `forbidden` among others
 */
export async function getIncidentWithAlerts(
  graph: Graph,
  id: string,
  signal?: AbortSignal,
): Promise<IncidentWithAlerts> {
  const body = await graph.read(graphPath('security', 'incidents', id), {
    scopes: scopes.readIncidents,
    query: { $expand: 'alerts' },
    signal,
  });
  const incident = readOne(incidentSchema, body);
  const { alerts, ...rest } = readOne(expanded, body);
  const given = alerts ?? [];
  const rows = readRows(alertSchema, given.slice(0, mostAlerts));
  const isComplete = alerts !== null && given.length <= mostAlerts && !('alerts@odata.nextLink' in rest);
  return { incident, alerts: { ...rows, isComplete } };
}
