import { queryOptions } from '@tanstack/react-query';
import type { Graph } from '../../graph/client.ts';
import { readAssignments } from '../../graph/profile-assignments.ts';
import { assignedOf } from './assignments.ts';
import { profileKeys } from './queries.ts';

/** What a profile is assigned to. In a file for itself: the start of the app reads profiles, and no assignments. */
export function assignmentsQuery(graph: Graph, profileId: string) {
  return queryOptions({
    queryKey: profileKeys.assignments(profileId),
    queryFn: async ({ signal }) => assignedOf(await readAssignments(graph, profileId, signal)),
  });
}
