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
  /** The field for several rings, to the letter: "1, 1" may become "1, 14". */
  readonly all?: { readonly text: string; readonly ringIds: string };
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
    /** "7" where all of these rings wait as long, "3, 7" where they differ. */
    textOfAll(ringIds: readonly string[]): string {
      if (typed.all?.ringIds === ringIds.join()) return typed.all.text;
      const texts = ringIds.map(textOf);
      return new Set(texts).size === 1 ? (texts[0] ?? '') : texts.join(', ');
    },
    setBegins: (begins: 'tomorrow' | 'now') => store.set({ ...store.get(), begins }),
    setOne(ringId: string, text: string) {
      const { all: _before, ...rest } = typed;
      setTyped({ ...rest, own: { ...typed.own, [ringId]: text } });
      const read = readDaysBetween(text);
      const now = store.get();
      if (read !== undefined) store.set({ ...now, own: { ...now.own, [ringId]: read } });
    },
    /** @param text "7" for all of these rings, "3, 7" for one after the other; the last one counts for those beyond */
    setAll(text: string, ringIds: readonly string[]) {
      const all = { text, ringIds: ringIds.join() };
      const each = text.split(/[\s,;]+/).filter((part) => part !== '');
      if (each.length < 2) {
        setTyped({ between: text, own: {}, all });
        const between = readDaysBetween(text);
        if (between !== undefined) store.set({ ...store.get(), between, own: {} });
        return;
      }
      const own = ringIds.map((id, place) => [id, each[place] ?? each.at(-1) ?? ''] as const);
      setTyped({ ...typed, own: { ...typed.own, ...Object.fromEntries(own) }, all });
      const read = own.flatMap(([id, part]) => {
        const wait = readDaysBetween(part);
        return wait === undefined ? [] : [[id, wait] as const];
      });
      const now = store.get();
      store.set({ ...now, own: { ...now.own, ...Object.fromEntries(read) } });
    },
  };
}

export type RingWaits = ReturnType<typeof useRingWaits>;
