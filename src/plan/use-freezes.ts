import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useAccount } from '../auth/session.ts';
import { createStore } from '../lib/store.ts';
import { createFreezes, type Freeze, freezesPrefix } from '../resources/driver-updates/freeze.ts';
import { freezesNameQuery } from '../resources/driver-updates/queries.ts';
import { sharedByTabs } from '../ui/kept-store.ts';

const openFreezes = sharedByTabs(freezesPrefix, (name) => {
  const { get, set, subscribe, reload } = createFreezes(name);
  return { get, subscribe, reload, change: (freezes: readonly Freeze[]) => set({ freezes }) };
});

/** Until the name of the account's freezes is known. */
const noFreezes: ReturnType<typeof openFreezes> = {
  ...createStore({ freezes: [] }),
  reload: () => undefined,
  change: () => undefined,
};

/** The freezes that this browser keeps for the signed-in account, and how to change them. Tabs share them. */
export function useFreezes(): readonly [readonly Freeze[], (next: readonly Freeze[]) => void] {
  const name = useQuery(freezesNameQuery(useAccount())).data;
  const store = name === undefined ? noFreezes : openFreezes(name);
  return [useSyncExternalStore(store.subscribe, store.get).freezes, store.change];
}
