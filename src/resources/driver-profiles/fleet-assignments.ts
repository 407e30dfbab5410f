import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Graph } from '../../graph/client.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { inLanes } from '../../lib/lanes.ts';
import { toProblem } from '../../lib/problem.ts';
import { includedIn } from './assignments.ts';
import { assignmentsQuery } from './assignments-query.ts';
import { profileKeys } from './queries.ts';

/** Which groups get each profile. */
export interface FleetAssignments {
  /** Ids of groups by the id of the profile; the excluded ones are left out. */
  readonly groupsOf: ReadonlyMap<string, readonly string[]>;
  /** The profiles whose assignments could not be read: what they share with others isn't known. */
  readonly failed: readonly DriverProfile[];
}

/** So many profiles are read side by side, as with their drivers. */
const atOnce = 8;

/** The assignments of all profiles. One that can't be read is a gap, and keeps none of the others from being read. */
export function fleetAssignmentsQuery(
  graph: Graph,
  queryClient: QueryClient,
  profiles: readonly DriverProfile[],
) {
  return queryOptions({
    queryKey: profileKeys.fleetAssignments(profiles.map(({ id }) => id)),
    async queryFn(): Promise<FleetAssignments> {
      const groupsOf = new Map<string, readonly string[]>();
      const failed: DriverProfile[] = [];
      await inLanes(profiles, atOnce, async (profile) => {
        try {
          groupsOf.set(
            profile.id,
            includedIn(await queryClient.fetchQuery(assignmentsQuery(graph, profile.id))),
          );
        } catch (error) {
          // One that was deleted meanwhile shares nothing with anybody.
          if (toProblem(error).kind !== 'notFound') failed.push(profile);
        }
      });
      return { groupsOf, failed };
    },
    enabled: profiles.length > 0,
  });
}
