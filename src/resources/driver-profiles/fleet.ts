import {
  type QueryClient,
  queryOptions,
  experimental_streamedQuery as streamedQuery,
} from '@tanstack/react-query';
import type { Graph } from '../../graph/client.ts';
import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { type Problem, toProblem } from '../../lib/problem.ts';
import { waitFor } from '../../lib/wait.ts';
import { driversQuery, profileKeys, profilesQuery } from './queries.ts';

/** A profile with its drivers. */
export interface FleetProfile {
  readonly profile: DriverProfile;
  /** Undefined until they have been read. */
  readonly drivers: readonly Driver[] | undefined;
  /** Why the drivers could not be read: the other profiles are there without this one. */
  readonly problem: Problem | undefined;
}

/** The drivers of every profile, as far as they have been read. */
export interface Fleet {
  readonly profiles: readonly FleetProfile[];
  /** How many profiles have been read, those that could not be read among them. */
  readonly read: number;
}

const noFleet: Fleet = { profiles: [], read: 0 };

/** So many profiles are read side by side: more gain nothing, as Graph takes few requests at a time. */
const atOnce = 8;

/**
 * Whatever shows the fleet merges, sorts and draws all of it for each part: between two parts lies a while, in ms. Sixty
 * profiles that come one after the other would keep a page from ever being drawn.
 */
const pause = 400;

/**
 * The drivers of every profile. The lists are those of the profiles' own pages: what one of them has read lately is not
 * read again.
 */
export function fleetQuery(graph: Graph, queryClient: QueryClient) {
  return queryOptions({
    queryKey: profileKeys.fleet,
    queryFn: streamedQuery<Fleet, Fleet>({
      streamFn: () => readFleet(graph, queryClient),
      reducer: (_before, read) => read,
      initialValue: noFleet,
      refetchMode: 'replace',
    }),
  });
}

/** @throws ProblemError when the profiles themselves can't be read */
async function* readFleet(graph: Graph, queryClient: QueryClient): AsyncGenerator<Fleet> {
  const { rows } = await queryClient.fetchQuery(profilesQuery(graph));
  const found = new Map<string, Pick<FleetProfile, 'drivers' | 'problem'>>();
  const nothing = { drivers: undefined, problem: undefined };
  const fleet = (): Fleet => ({
    profiles: rows.map((profile) => ({ profile, ...(found.get(profile.id) ?? nothing) })),
    read: found.size,
  });
  yield fleet();

  async function read(profileId: string): Promise<string> {
    try {
      const drivers = await queryClient.fetchQuery(driversQuery(graph, profileId));
      found.set(profileId, { drivers: drivers.rows, problem: undefined });
    } catch (error) {
      found.set(profileId, { drivers: undefined, problem: toProblem(error) });
    }
    return profileId;
  }

  const left = rows.map(({ id }) => id);
  const underWay = new Map<string, Promise<string>>();
  let toldAt = Number.NEGATIVE_INFINITY;
  let isTold = true;
  while (left.length > 0 || underWay.size > 0) {
    for (const id of left.splice(0, atOnce - underWay.size)) underWay.set(id, read(id));
    // What has come is told after the pause, however long the next profile takes.
    const pauseOver = isTold ? [] : [waitFor(toldAt + pause - performance.now())];
    const come = await Promise.race([...underWay.values(), ...pauseOver]);
    if (come !== undefined) {
      underWay.delete(come);
      isTold = false;
    }
    const isLast = left.length === 0 && underWay.size === 0;
    if (!isLast && performance.now() - toldAt < pause) continue;
    yield fleet();
    toldAt = performance.now();
    isTold = true;
  }
}
