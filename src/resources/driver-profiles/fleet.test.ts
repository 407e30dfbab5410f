import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import type { Graph } from '../../graph/client.ts';
import { ProblemError } from '../../lib/problem.ts';
import { type Fleet, fleetQuery } from './fleet.ts';

afterEach(() => vi.restoreAllMocks());

const refused = new ProblemError({ kind: 'forbidden', title: 'Not allowed', advice: '' });

/** A Graph with so many profiles of one driver each; `deny` names the one whose drivers are refused. */
function graphOf(count: number, deny = '') {
  let open = 0;
  let most = 0;
  const asked: string[] = [];
  async function* readPages(path: string): AsyncGenerator<readonly unknown[]> {
    asked.push(path);
    if (!path.endsWith('/driverInventories')) {
      yield Array.from({ length: count }, (_, index) => ({ id: `p${index}`, approvalType: 'manual' }));
      return;
    }
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setTimeout(resolve));
    open -= 1;
    if (path.includes(`/${deny}/`)) throw refused;
    yield [{ id: `driver of ${path}`, approvalStatus: 'needsReview', category: 'recommended' }];
  }
  const graph = { readPages } as unknown as Graph; // a fleet only reads pages
  return { graph, asked, mostAtOnce: () => most };
}

it('reads the drivers of all profiles, eight profiles at a time, and tells of them as they come', async () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 500));
  const { graph, mostAtOnce } = graphOf(20);
  const client = new QueryClient();
  const told: number[] = [];
  const observer = new QueryObserver<Fleet>(client, fleetQuery(graph, client));
  const end = observer.subscribe(({ data }) => told.push(data?.read ?? -1));
  const fleet = await client.fetchQuery(fleetQuery(graph, client));
  end();
  expect(fleet.read).toBe(20);
  expect(fleet.profiles.map(({ drivers }) => drivers?.length)).toEqual(Array(20).fill(1));
  expect(mostAtOnce()).toBe(8);
  expect(told.filter((read) => read > 0 && read < 20).length).toBeGreaterThan(1);
});

it('tells of profiles that come at once together, so that the page is drawn between', async () => {
  vi.spyOn(performance, 'now').mockReturnValue(0);
  const { graph } = graphOf(20);
  const client = new QueryClient();
  const told: number[] = [];
  const observer = new QueryObserver<Fleet>(client, fleetQuery(graph, client));
  const end = observer.subscribe(({ data }) => told.push(data?.read ?? -1));
  await client.fetchQuery(fleetQuery(graph, client));
  end();
  expect(told.filter((read) => read > 0 && read < 20).length).toBe(1);
  expect(told.at(-1)).toBe(20);
});

it('a profile that can’t be read is a named gap: the others are there', async () => {
  const { graph } = graphOf(3, 'p1');
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { profiles, read } = await client.fetchQuery(fleetQuery(graph, client));
  expect(read).toBe(3);
  expect(profiles.map(({ problem }) => problem?.kind)).toEqual([undefined, 'forbidden', undefined]);
  expect(profiles[1]?.drivers).toBeUndefined();
});

it('what was read lately is not read again', async () => {
  const { graph, asked } = graphOf(2);
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } });
  await client.fetchQuery(fleetQuery(graph, client));
  await client.fetchQuery({ ...fleetQuery(graph, client), staleTime: 0 });
  expect(asked).toHaveLength(3);
});
