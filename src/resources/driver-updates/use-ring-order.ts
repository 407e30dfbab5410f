import { useSyncExternalStore } from 'react';
import { createRingOrder, type RingOrder } from './ring-order.ts';

const store = createRingOrder();

/** The order of rings that this browser keeps, and how to change it. */
export function useRingOrder(): readonly [RingOrder, (next: RingOrder) => void] {
  return [useSyncExternalStore(store.subscribe, store.get), store.set];
}
