import * as v from 'valibot';
import { graphPath } from '../lib/path.ts';
import type { ActionRequest, Graph, ReadOptions } from './client.ts';
import { evidenceSchema } from './evidence.ts';
import {
  type classifications,
  commentsField,
  type determinations,
  incidentEntries,
  type incidentStatuses,
  severities,
} from './incidents.ts';
import { listField, looseText, textsField } from './lists.ts';
import { idField, instantField, memberField, readOne } from './rows.ts';
import { sameAgain } from './same-again.ts';
import { scopes } from './scopes.ts';
import type { SendHooks, Sent } from './sender.ts';

export const alertStatuses = ['unknown', 'new', 'inProgress', 'resolved'] as const;

/** The most that is read of one incident; what is left out is counted. */
const most = { alerts: 500, evidence: 200, tags: 200 };

/** https://learn.microsoft.com/graph/api/resources/security-alert */
const alertSchema = v.object({
  id: idField,
  title: looseText,
  description: looseText,
  category: looseText,
  severity: v.fallback(memberField(severities), ''),
  status: v.fallback(memberField(alertStatuses), ''),
  serviceSource: looseText,
  /** What found it: `antivirus`, `microsoftDefenderForEndpoint`. */
  detectionSource: looseText,
  productName: looseText,
  threatDisplayName: looseText,
  alertWebUrl: looseText,
  /** Of MITRE ATT&CK: `T1566` or `T1566.002`. */
  mitreTechniques: textsField(50),
  createdDateTime: v.fallback(instantField, null),
  firstActivityDateTime: v.fallback(instantField, null),
  lastActivityDateTime: v.fallback(instantField, null),
  evidence: listField(evidenceSchema, most.evidence),
});

export type Alert = v.InferOutput<typeof alertSchema>;

/** https://learn.microsoft.com/graph/api/resources/security-incident */
const detailsSchema = v.object({
  ...incidentEntries,
  description: looseText,
  recommendedActions: looseText,
  resolvingComment: looseText,
  redirectIncidentId: looseText,
  lastModifiedBy: looseText,
  systemTags: textsField(most.tags),
  comments: commentsField,
  alerts: listField(alertSchema, most.alerts),
});

/** An incident with all that its workspace shows. */
export type IncidentDetails = v.InferOutput<typeof detailsSchema>;

type DetailsOptions = Pick<ReadOptions, 'signal' | 'onWait'> & {
  /** False where the alerts were refused: then the rest can still be read, and there are none. */
  readonly withAlerts?: boolean;
};

const root = ['security', 'incidents'] as const;

/**
 * Reads an incident with its alerts and their evidence.
 * https://learn.microsoft.com/graph/api/security-incident-get
 *
 * @throws ProblemError `notFound`, and `forbidden` where the alerts may not be read, among others
 */
export async function getIncidentDetails(
  graph: Graph,
  id: string,
  { withAlerts = true, ...options }: DetailsOptions = {},
): Promise<IncidentDetails> {
  const body = await graph.read(graphPath(...root, id), {
    scopes: scopes.readIncidents,
    ...(withAlerts && { query: { $expand: 'alerts' } }),
    ...options,
  });
  return readOne(detailsSchema, body);
}

/** What a person may change of an incident: members that are left out stay as they are. The tags are the whole list. */
export interface IncidentChange {
  readonly status?: (typeof incidentStatuses)[number];
  readonly classification?: (typeof classifications)[number];
  readonly determination?: (typeof determinations)[number];
  /** Null for nobody. */
  readonly assignedTo?: string | null;
  readonly customTags?: readonly string[];
  readonly resolvingComment?: string;
}

/** What changes an incident. @throws ProblemError `badInput` for an id that could not be one */
export function incidentChangeRequest(id: string, change: IncidentChange): ActionRequest {
  return { method: 'PATCH', path: graphPath(...root, id), body: { ...change } };
}

/**
 * Changes an incident. Success (200) gives the whole incident.
 * https://learn.microsoft.com/graph/api/security-incident-update
 *
 * @param hooks.reread gives undefined where nothing is left to be sent, or the body to be sent then
 */
export function changeIncident(
  graph: Graph,
  id: string,
  change: IncidentChange,
  hooks: SendHooks,
): Promise<Sent> {
  return graph.act('setState', incidentChangeRequest(id, change), scopes.changeIncidents, hooks);
}

/** What adds a comment to an incident. @throws ProblemError `badInput` for an id that could not be one */
export function incidentCommentRequest(id: string, comment: string): ActionRequest {
  const body = { '@odata.type': 'microsoft.graph.security.alertComment', comment };
  return { method: 'POST', path: graphPath(...root, id, 'comments'), body };
}

/**
 * Adds a comment; sent twice, it is there twice. Success (200) gives all comments.
 * https://learn.microsoft.com/graph/api/security-incident-post-comments
 *
 * @param hooks.reread gives undefined where nothing is left to be sent
 */
export function addIncidentComment(
  graph: Graph,
  id: string,
  comment: string,
  hooks: SendHooks,
): Promise<Sent> {
  const request = incidentCommentRequest(id, comment);
  return graph.act('create', request, scopes.changeIncidents, sameAgain(hooks, request.body));
}
