import {
  CancelledError,
  hashKey,
  type QueryClient,
  queryOptions,
  experimental_streamedQuery as streamedQuery,
} from '@tanstack/react-query';
import type { Graph } from '../../graph/client.ts';
import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { type Problem, toProblem } from '../../lib/problem.ts';
import { createTurns } from '../../lib/turns.ts';
import { waitFor } from '../../lib/wait.ts';
import { driversQuery, profileKeys, profilesQuery } from './queries.ts';

/** A profile with its drivers. */
export interface FleetProfile {
  readonly profile: DriverProfile;
  /** All of them. Undefined until they have been read. */
  readonly drivers: readonly Driver[] | undefined;
  /**
   * The drivers of its first pages, while others are still to come. Rows and their number include these drivers; nothing is
   * decided, exported or compared by them.
   */
  readonly soFar?: readonly Driver[] | undefined;
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
 * Whatever shows the fleet merges, sorts and draws what has come: between two times lies a while, in ms. Hundreds of pages
 * that come one after the other would keep a page from ever being drawn.
 */
const pause = 400;

/**
 * The drivers of every profile: first the first page of each, then profile after profile. The lists are those of the
 * profiles' own pages: what one of them has read lately is not read again.
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
  const entryOf = (profile: DriverProfile): FleetProfile => ({
    profile,
    ...(found.get(profile.id) ?? {
      drivers: undefined,
      soFar: queryClient.getQueryData(driversQuery(graph, profile.id).queryKey)?.rows,
      problem: undefined,
    }),
  });
  const fleet = (): Fleet => ({ profiles: rows.map(entryOf), read: found.size });
  yield fleet();

  let hasNews = false;
  let isOver = false;
  let wake = () => {};
  const tell = () => {
    hasNews = true;
    wake();
  };
  const queries = queryClient.getQueryCache();
  const turns = createTurns(atOnce);

  /** The pages of one profile, each in its turn. */
  async function* inTurn<Page>(pages: AsyncGenerator<Page>, id: string, place: number) {
    const key = hashKey(profileKeys.drivers(id));
    for (let isFirst = true; ; isFirst = false) {
      const end = await turns.take(() => {
        // A person looks at this profile's own page.
        if (queries.get(key)?.getObserversCount()) return -1;
        return isFirst ? place : rows.length + place;
      });
      let page: IteratorResult<Page, unknown>;
      try {
        page = await pages.next();
      } finally {
        end();
      }
      if (page.done) return;
      yield page.value;
      tell();
    }
  }

  /** The drivers of one profile, from a read that was neither left nor ended half-way. */
  async function readWhole(id: string, place: number): Promise<readonly Driver[]> {
    const query = driversQuery(graph, id, (pages) => inTurn(pages, id, place));
    const key = hashKey(query.queryKey);
    const stateNow = () => queries.get(key)?.state;
    for (let isFirst = true; ; isFirst = false) {
      const before = stateNow()?.dataUpdateCount;
      const reading = isFirst
        ? queryClient.fetchQuery(query)
        : queryClient.fetchQuery({ ...query, staleTime: 0 });
      const isFresh = stateNow()?.fetchStatus === 'idle';
      const { rows, isComplete } = await reading;
      // The profile's own page shared the read, and was left, or a change ended it: these are the rows from before.
      const isNew = isFresh || stateNow()?.dataUpdateCount !== before;
      if (isComplete && isNew && !stateNow()?.isInvalidated) return rows;
    }
  }

  async function read(id: string, place: number): Promise<void> {
    try {
      const drivers = await readWhole(id, place);
      found.set(id, { drivers, problem: undefined });
    } catch (error) {
      // The same, before the first page had come.
      if (error instanceof CancelledError && error.revert) return read(id, place);
      found.set(id, { drivers: undefined, problem: toProblem(error) });
    }
    tell();
  }

  const all = Promise.all(rows.map(({ id }, place) => read(id, place))).then(() => {
    isOver = true;
    tell();
  });
  let toldAt = Number.NEGATIVE_INFINITY;
  while (!isOver) {
    if (!hasNews) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const left = toldAt + pause - performance.now();
    if (left > 0) await Promise.race([all, waitFor(left)]);
    hasNews = false;
    yield fleet();
    toldAt = performance.now();
  }
}
