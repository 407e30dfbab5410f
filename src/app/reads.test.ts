import { expect, it } from 'vitest';
import type { Account } from '../auth/session.ts';
import { createStore } from '../lib/store.ts';
import { beginReads, pages } from './reads.ts';

const someone = { key: 'k', tenantId: 't', roles: [] as readonly string[] } as Account; // its other parts are for screens

/** Starts at an address; the keys of what is read fill the list. */
function startAt(pathname: string, account: Account | null = someone, hasDefender = true) {
  const keys: string[] = [];
  const reader = {
    session: { account: createStore(account), hasDefender },
    queryClient: {
      async prefetchQuery({ queryKey }: { queryKey: readonly unknown[] }) {
        keys.push(queryKey.join(' '));
      },
    },
  };
  return { keys, ...beginReads(reader as unknown as Parameters<typeof beginReads>[0], pathname) }; // no read is carried out
}

it.each([
  ['/', ['driver-profiles list', 'incident-tasks list']],
  ['/profiles', ['driver-profiles list']],
  ['/review', ['driver-updates kept t k', 'driver-profiles list', 'driver-profiles fleet']],
  ['/profiles/p%20q', ['driver-profiles one p q', 'driver-profiles drivers p q']],
  ['/incidents', ['incident-tasks list']],
  ['/incidents/2972395', ['incident-tasks list', 'incidents details 2972395']],
  ['/incidents/none', ['incident-tasks list']],
  ['/incident-tasks', ['incident-tasks list']],
  ['/hand-over', ['incident-tasks list']],
  ['/history', ['history']],
  ['/history/some-run', ['history']],
])('the reads of %s begin with the app', (pathname, keys) => {
  expect(startAt(pathname).keys).toEqual(keys);
});

it.each(['/settings', '/profiles/%E2%82', '/profiles/p/more'])('%s begins none', (pathname) => {
  expect(startAt(pathname).keys).toEqual([]);
});

it('nothing begins without an account, and no tasks in a cloud without them', () => {
  expect(startAt('/profiles', null).keys).toEqual([]);
  expect(startAt('/incident-tasks', someone, false).keys).toEqual([]);
  expect(startAt('/incidents/2972395', someone, false).keys).toEqual([]);
});

it('the first route finds its reads begun; every later one starts them', () => {
  const { keys, startReads } = startAt('/profiles');
  startReads(pages.profiles, {});
  expect(keys).toHaveLength(1);
  startReads(pages.drivers, { profileId: 'p' });
  startReads(pages.profiles, {});
  expect(keys).toEqual([
    'driver-profiles list',
    'driver-profiles one p',
    'driver-profiles drivers p',
    'driver-profiles list',
  ]);
});

it('keys pass many incidents: none is asked for its alerts before its page stands', () => {
  const { keys, startReads } = startAt('/incidents');
  startReads(pages.incident, { incidentId: '2972395' });
  expect(keys).toEqual(['incident-tasks list', 'incident-tasks list']);
});

it('a first route at another address starts its own', () => {
  const { keys, startReads } = startAt('/settings');
  startReads(pages.profiles, {});
  expect(keys).toEqual(['driver-profiles list']);
});
