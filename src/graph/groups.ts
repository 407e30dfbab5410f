import * as v from 'valibot';
import { graphPath } from '../lib/path.ts';
import type { Graph } from './client.ts';
import { idField, type Rows, readOne, readRows, textField } from './rows.ts';
import { scopes } from './scopes.ts';

/** https://learn.microsoft.com/graph/api/resources/group */
const groupSchema = v.object({ id: idField, displayName: textField, description: textField });

/** A group of the directory, as far as an assignment needs it. */
export type Group = v.InferOutput<typeof groupSchema>;

const selected = 'id,displayName,description';

/** The most that a search gives: who has not found a group among so many types more letters. */
export const mostFound = 20;

/**
 * Finds groups with a word of their name that begins so.
 * https://learn.microsoft.com/graph/search-query-parameter
 *
 * @throws ProblemError `consentNeeded` among others
 */
export async function searchGroups(graph: Graph, words: string, signal?: AbortSignal): Promise<Rows<Group>> {
  const pages = graph.readPages(graphPath('groups'), {
    scopes: scopes.readGroups,
    // Quotes and backslashes in a clause are escaped as in JSON.
    query: { $search: JSON.stringify(`displayName:${words}`), $select: selected, $top: `${mostFound}` },
    consistency: 'eventual',
    signal,
  });
  for await (const page of pages) return { ...readRows(groupSchema, page), isComplete: true };
  return { rows: [], setAside: [], isComplete: true };
}

/** @throws ProblemError `notFound` for a group that was deleted, `consentNeeded` among others */
export async function getGroup(graph: Graph, id: string, signal?: AbortSignal): Promise<Group> {
  const query = { $select: selected };
  return readOne(
    groupSchema,
    await graph.read(graphPath('groups', id), { scopes: scopes.readGroups, query, signal }),
  );
}
