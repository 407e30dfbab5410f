import { useSyncExternalStore } from 'react';
import { createFreezes, type Freeze } from './freeze.ts';

const store = createFreezes();

/** The freezes that this browser keeps, and how to change them. */
export function useFreezes(): readonly [readonly Freeze[], (next: readonly Freeze[]) => void] {
  const { freezes } = useSyncExternalStore(store.subscribe, store.get);
  return [freezes, (next) => store.set({ freezes: next })];
}
