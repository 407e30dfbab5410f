import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Graph } from '../../graph/client.ts';
import { ProblemError } from '../../lib/problem.ts';
import { readAgain } from '../read-again.ts';
import { type Fleet, fleetQuery } from './fleet.ts';
import { driversQuery, profileKeys } from './queries.ts';

afterEach(() => vi.restoreAllMocks());

const refused = new ProblemError({ kind: 'forbidden', title: 'Not allowed', advice: '' });

/** A Graph with so many profiles of so many pages of one driver; `deny` names the one whose second page is refused. */
function graphOf(count: number, { pages = 1, deny = '', onAsk = (_page: string) => {} } = {}) {
  let open = 0;
  let most = 0;
  const asked: string[] = [];
  async function* readPages(path: string): AsyncGenerator<readonly unknown[]> {
    if (!path.endsWith('/driverInventories')) {
      asked.push('profiles');
      yield Array.from({ length: count }, (_, index) => ({ id: `p${index}`, approvalType: 'manual' }));
      return;
    }
    const profile = path.split('/').at(-2) ?? '';
    for (let page = 1; page <= pages; page += 1) {
      asked.push(`${profile} ${page}`);
      onAsk(`${profile} ${page}`);
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve));
      open -= 1;
      if (profile === deny && page === pages) throw refused;
      yield [{ id: `driver ${page} of ${profile}`, approvalStatus: 'needsReview', category: 'recommended' }];
    }
  }
  const graph = { readPages } as unknown as Graph; // a fleet only reads pages
  return { graph, asked, mostAtOnce: () => most };
}

/** What is told of a fleet while it is read. */
async function toldOf(graph: Graph, client: QueryClient) {
  const told: Fleet[] = [];
  const observer = new QueryObserver<Fleet>(client, fleetQuery(graph, client));
  const end = observer.subscribe(({ data }) => data && told.push(data));
  const fleet = await client.fetchQuery(fleetQuery(graph, client));
  end();
  return { told, fleet };
}

const noRetries = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });

describe('the drivers of all profiles', () => {
  it('are read eight pages at a time, and told of as they come', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 500));
    const { graph, mostAtOnce } = graphOf(20);
    const { told, fleet } = await toldOf(graph, new QueryClient());
    expect(fleet.read).toBe(20);
    expect(fleet.profiles.map(({ drivers }) => drivers?.length)).toEqual(Array(20).fill(1));
    expect(mostAtOnce()).toBe(8);
    expect(told.filter(({ read }) => read < 20).length).toBeGreaterThan(2);
  });

  it('begin with the first page of each profile; then the profiles become whole one after the other', async () => {
    const { graph, asked } = graphOf(20, { pages: 3 });
    const { fleet } = await toldOf(graph, new QueryClient());
    expect(asked.slice(1, 21)).toEqual(Array.from({ length: 20 }, (_, index) => `p${index} 1`));
    expect(asked.indexOf('p0 3')).toBeLessThan(asked.indexOf('p12 2'));
    expect(fleet.profiles.map(({ drivers }) => drivers?.length)).toEqual(Array(20).fill(3));
  });

  it('that have come of a profile that is not whole are told apart', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 500));
    const { graph } = graphOf(1, { pages: 3 });
    const { told } = await toldOf(graph, new QueryClient());
    const shown = told.map(({ profiles: [entry] }) => [entry?.drivers?.length, entry?.soFar?.length]);
    expect(shown).toContainEqual([undefined, 1]);
    expect(shown).toContainEqual([undefined, 2]);
    expect(shown.at(-1)).toEqual([3, undefined]);
  });

  it('are told of together where they come at once, so that the page is drawn between', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(0);
    const { graph } = graphOf(20);
    const { told } = await toldOf(graph, new QueryClient());
    expect(told.length).toBeLessThan(5);
    expect(told.at(-1)?.read).toBe(20);
  });

  it('are a named gap where they can’t all be read: the others are there', async () => {
    const { graph } = graphOf(3, { pages: 2, deny: 'p1' });
    const client = noRetries();
    const { profiles, read } = await client.fetchQuery(fleetQuery(graph, client));
    expect(read).toBe(3);
    expect(profiles.map(({ problem }) => problem?.kind)).toEqual([undefined, 'forbidden', undefined]);
    expect(profiles[1]?.drivers).toBeUndefined();
    expect(profiles[1]?.soFar).toBeUndefined();
  });

  it('of a profile that is looked at come first', async () => {
    const client = new QueryClient();
    const look = () => new QueryObserver(client, driversQuery(graph, 'p0')).subscribe(() => {});
    const { graph, asked } = graphOf(40, { pages: 3, onAsk: (page) => void (page === 'p9 1' && look()) });
    await client.fetchQuery(fleetQuery(graph, client));
    expect(asked.indexOf('p0 3')).toBeLessThan(asked.indexOf('p39 1'));
    expect(asked.indexOf('p0 3')).toBeLessThan(asked.indexOf('p1 2'));
    expect(asked.filter((page) => page === 'p0 1')).toHaveLength(1);
  });

  it('are read again where a page shared the read and was left', async () => {
    const client = noRetries();
    let isLeft = false;
    function onAsk(page: string): void {
      if (page !== 'p0 2' || isLeft) return;
      isLeft = true;
      void client.cancelQueries({ queryKey: profileKeys.drivers('p0') });
    }
    const { graph, asked } = graphOf(2, { pages: 3, onAsk });
    const { profiles } = await client.fetchQuery(fleetQuery(graph, client));
    expect(profiles.map(({ drivers }) => drivers?.length)).toEqual([3, 3]);
    expect(asked.filter((page) => page === 'p0 1')).toHaveLength(2);
  });

  it('are read again where a page shared another read of what was old, and was left', async () => {
    const client = noRetries();
    let leave: (() => void) | undefined;
    const { graph, asked } = graphOf(1, {
      pages: 2,
      onAsk(page) {
        if (page !== 'p0 2') return;
        leave?.();
        leave = undefined;
      },
    });
    await client.fetchQuery(driversQuery(graph, 'p0'));
    leave = new QueryObserver(client, driversQuery(graph, 'p0')).subscribe(() => {});
    const { profiles } = await client.fetchQuery(fleetQuery(graph, client));
    expect(asked).toEqual(['p0 1', 'p0 2', 'p0 1', 'profiles', 'p0 2', 'p0 1', 'p0 2']);
    expect(profiles[0]?.drivers).toHaveLength(2);
  });

  it.each([
    ['for the first time', false],
    ['again', true],
  ])('are read anew where a change comes while they are read %s', async (_when, isAgain) => {
    const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 60_000 } } });
    let isArmed = false;
    const { graph, asked } = graphOf(2, {
      pages: 3,
      onAsk(page) {
        if (page !== 'p1 2' || !isArmed) return;
        isArmed = false;
        readAgain(client, { queryKey: profileKeys.drivers('p1') });
      },
    });
    if (isAgain) {
      await client.fetchQuery(fleetQuery(graph, client));
      await client.invalidateQueries();
      asked.length = 0;
    }
    isArmed = true;
    const { profiles } = await client.fetchQuery(fleetQuery(graph, client));
    expect(profiles.map(({ drivers }) => drivers?.length)).toEqual([3, 3]);
    expect(asked.filter((page) => page.startsWith('p1')).slice(-3)).toEqual(['p1 1', 'p1 2', 'p1 3']);
    expect(asked.filter((page) => page === 'p1 2')).toHaveLength(2);
  });

  it('count as old after a change while all profiles are read, with no page to show them', async () => {
    const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 60_000 } } });
    const { graph } = graphOf(2, {
      pages: 3,
      onAsk: (page) => void (page === 'p1 3' && readAgain(client, { queryKey: profileKeys.fleet })),
    });
    await client.fetchQuery(fleetQuery(graph, client));
    expect(client.getQueryState(profileKeys.fleet)?.isInvalidated).toBe(true);
  });

  it('that were read lately are not read again', async () => {
    const { graph, asked } = graphOf(2);
    const client = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } });
    await client.fetchQuery(fleetQuery(graph, client));
    await client.fetchQuery({ ...fleetQuery(graph, client), staleTime: 0 });
    expect(asked).toHaveLength(3);
  });
});
