import * as v from 'valibot';
import { graphPath } from '../lib/path.ts';
import type { Graph } from './client.ts';
import { idField, instantField, memberField, readOne, textField } from './rows.ts';
import { scopes } from './scopes.ts';

export const incidentStatuses = ['active', 'resolved', 'inProgress', 'redirected', 'awaitingAction'] as const;
export const severities = ['unknown', 'informational', 'low', 'medium', 'high'] as const;

/** https://learn.microsoft.com/graph/api/resources/security-incident */
const incidentSchema = v.object({
  id: idField,
  displayName: textField,
  severity: memberField(severities),
  status: memberField(incidentStatuses),
  assignedTo: textField,
  createdDateTime: instantField,
  incidentWebUrl: textField,
});

export type Incident = v.InferOutput<typeof incidentSchema>;

/** @throws ProblemError `notFound` among others */
export async function getIncident(graph: Graph, id: string, signal?: AbortSignal): Promise<Incident> {
  const body = await graph.read(graphPath('security', 'incidents', id), {
    scopes: scopes.readIncidents,
    signal,
  });
  return readOne(incidentSchema, body);
}
