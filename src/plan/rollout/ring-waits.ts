import { useState, useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { createKeptStore } from '../../ui/kept-store.ts';
import { mostDaysBetween, readDaysBetween } from './wave-dates.ts';

const days = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostDaysBetween));

const schema = v.object({
  /** When the first ring begins. */
  begins: v.fallback(v.picklist(['tomorrow', 'now']), 'tomorrow'),
  /** Days from one ring to the next, for rings without a wait of their own; null: none was ever typed. */
  between: v.fallback(v.nullable(days), null),
  /** Days that a ring waits after the one before it, by the id of its profile. */
  own: v.fallback(v.record(v.string(), days), {}),
});

const key = 'actiondesk.ringWaits';

const store = createKeptStore(key, schema);

/** The fields of waits as they are typed, for the decision at hand. */
interface Typed {
  readonly between?: string;
  readonly own: Readonly<Record<string, string>>;
}

/**
 * How many days each ring waits after the one before it, as typed. What can be read is kept in this browser: the next
 * decision begins with it.
 *
 * @param usual the days where none was ever typed
 */
export function useRingWaits(usual: number) {
  const kept = useSyncExternalStore(store.subscribe, store.get);
  const [typed, setTyped] = useState<Typed>({ own: {} });
  const textOf = (ringId: string) =>
    typed.own[ringId] ?? typed.between ?? `${kept.own[ringId] ?? kept.between ?? usual}`;
  return {
    begins: kept.begins,
    textOf,
    /** Undefined where what is typed is no number of days. */
    daysOf: (ringId: string) => readDaysBetween(textOf(ringId)),
    /** The text that all of these rings have; '' where they differ, and where there are none. */
    commonText(ringIds: readonly string[]): string {
      const [only = '', ...others] = new Set(ringIds.map(textOf));
      return others.length === 0 ? only : '';
    },
    setBegins: (begins: 'tomorrow' | 'now') => store.set({ ...store.get(), begins }),
    setOne(ringId: string, text: string) {
      setTyped({ ...typed, own: { ...typed.own, [ringId]: text } });
      const read = readDaysBetween(text);
      const now = store.get();
      if (read !== undefined) store.set({ ...now, own: { ...now.own, [ringId]: read } });
    },
    setAll(text: string) {
      setTyped({ between: text, own: {} });
      const between = readDaysBetween(text);
      if (between !== undefined) store.set({ ...store.get(), between, own: {} });
    },
  };
}

export type RingWaits = ReturnType<typeof useRingWaits>;
