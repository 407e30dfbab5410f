import * as v from 'valibot';
import { graphPath } from '../lib/path.ts';
import type { Graph, ReadOptions } from './client.ts';
import { commentSchema, incidentEntries } from './incidents.ts';
import { decisiveListField, looseText } from './lists.ts';
import { readOne } from './rows.ts';
import { scopes } from './scopes.ts';

/**
 * Both lists decide what is sent: Graph replaces the tags as a whole, and a missing comment is sent once more. So this read
 * takes up to 2,000 entries of each list, and counts those beyond.
 */
const most = 2_000;

const stateSchema = v.object({
  ...incidentEntries,
  /** The sign-in name or the name of who changed it last; '' where Graph doesn’t tell. */
  lastModifiedBy: looseText,
  customTags: decisiveListField(v.string(), most),
  comments: decisiveListField(commentSchema, most),
});

/** What a change of an incident, or a comment on it, rests on. */
export type IncidentState = v.InferOutput<typeof stateSchema>;

/**
 * Reads an incident for an action on it: without its alerts.
 * https://learn.microsoft.com/graph/api/security-incident-get
 *
 * @throws ProblemError `notFound` among others
 */
export async function getIncidentState(
  graph: Graph,
  id: string,
  options: Pick<ReadOptions, 'signal' | 'onWait'> = {},
): Promise<IncidentState> {
  const body = await graph.read(graphPath('security', 'incidents', id), {
    scopes: scopes.readIncidents,
    ...options,
  });
  return readOne(stateSchema, body);
}
