import { useSyncExternalStore } from 'react';
import { createFreezes, type Freeze, freezesKey } from './freeze.ts';

const store = createFreezes();

// Another tab has changed them. What is kept is validated as at the start.
globalThis.addEventListener?.('storage', ({ key }) => {
  if (key === freezesKey) store.set(createFreezes().get());
});

const change = (freezes: readonly Freeze[]) => store.set({ freezes });

/** The freezes that this browser keeps, and how to change them. Tabs share them. */
export function useFreezes(): readonly [readonly Freeze[], (next: readonly Freeze[]) => void] {
  return [useSyncExternalStore(store.subscribe, store.get).freezes, change];
}
