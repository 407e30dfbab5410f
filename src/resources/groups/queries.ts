import { queryOptions } from '@tanstack/react-query';
import type { Graph } from '../../graph/client.ts';
import { type Group, getGroup, searchGroups } from '../../graph/groups.ts';
import { inLanes } from '../../lib/lanes.ts';
import { toProblem } from '../../lib/problem.ts';

/** Keys of the reads. */
export const groupKeys = {
  search: (words: string) => ['groups', 'search', words],
  names: (ids: readonly string[]) => ['groups', 'names', ...ids],
} as const;

/** Fewer letters find too many groups to be of use. */
export const fewestLetters = 2;

/** Groups with a word of their name that begins so. */
export function groupSearchQuery(graph: Graph, words: string) {
  return queryOptions({
    queryKey: groupKeys.search(words),
    queryFn: ({ signal }) => searchGroups(graph, words, signal),
    enabled: words.length >= fewestLetters,
  });
}

/** A group by its id; `gone`: it was deleted. */
export type NamedGroup = Group | 'gone';

/** So many groups are read side by side. */
const atOnce = 4;

/** What groups are called, by their ids; they are read one by one, since the permission allows no more. */
export function groupNamesQuery(graph: Graph, ids: readonly string[]) {
  const sorted = [...new Set(ids)].sort();
  return queryOptions({
    queryKey: groupKeys.names(sorted),
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, NamedGroup>> => {
      const named = new Map<string, NamedGroup>();
      await inLanes(sorted, atOnce, async (id) => {
        named.set(id, await orGone(getGroup(graph, id, signal)));
      });
      return named;
    },
    enabled: sorted.length > 0,
  });
}

async function orGone(reading: Promise<Group>): Promise<NamedGroup> {
  try {
    return await reading;
  } catch (error) {
    if (toProblem(error).kind === 'notFound') return 'gone';
    throw error;
  }
}
