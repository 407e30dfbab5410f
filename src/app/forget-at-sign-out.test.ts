import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Account } from '../auth/session.ts';
import { createStore } from '../lib/store.ts';
import { snapshotsName } from '../resources/driver-updates/snapshot-database.ts';
import { forgetAtSignOut } from './forget-at-sign-out.ts';

const dana: Account = {
  key: 'dana',
  tenantId: 'contoso',
  displayName: 'Dana',
  username: 'dana@contoso.example',
  roles: [],
};
const ben = { ...dana, key: 'ben' };
const removed = vi.fn();

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('localStorage', { removeItem: removed });
});
afterEach(() => {
  removed.mockClear();
  vi.unstubAllGlobals();
});

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

it('the snapshots of an account and what it searched for go with its sign-out, and those of others stay', async () => {
  const [ofDana, ofBen] = [await snapshotsName(dana), await snapshotsName(ben)];
  for (const name of [ofDana, ofBen]) (await openDB(name, 1)).close();
  const account = createStore<Account | null>(dana);
  forgetAtSignOut({ account });
  account.set({ ...dana });
  expect(removed).not.toHaveBeenCalled();
  account.set(null);
  expect(removed).toHaveBeenCalledWith('actiondesk.recents');
  await vi.waitFor(async () => expect(await names()).toEqual([ofBen]));
});

it('a page that nobody is signed in to has no snapshots to delete', () => {
  const account = createStore<Account | null>(null);
  forgetAtSignOut({ account });
  account.set(dana);
  account.set(null);
  expect(removed).toHaveBeenCalledTimes(1);
});
