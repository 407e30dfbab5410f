import { type Context, type RefObject, useContext, useEffect, useRef } from 'react';

/** What mounted components offer to the rest of the page, in the order in which they came. */
export interface Registry<Entry> {
  /** @returns takes it out again */
  add(latest: RefObject<Entry>): () => void;
  all(): readonly Entry[];
}

export function createRegistry<Entry>(): Registry<Entry> {
  const entries = new Set<RefObject<Entry>>();
  return {
    add(latest) {
      entries.add(latest);
      return () => entries.delete(latest);
    },
    all: () => [...entries].map(({ current }) => current),
  };
}

/** Offers something while the component is mounted: always as the last render has it. Without a registry, to none. */
export function useOffer<Entry>(context: Context<Registry<Entry> | null>, entry: Entry): void {
  const registry = useContext(context);
  const latest = useRef(entry);
  latest.current = entry;
  useEffect(() => registry?.add(latest), [registry]);
}
