import { useState, useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { createKeptStore, sharedByTabs } from '../../ui/kept-store.ts';
import { mostDaysBetween, readDaysBetween } from './wave-dates.ts';

const days = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostDaysBetween));

const schema = v.object({
  /** Days from one ring to the next, for rings without a wait of their own; null: none was ever typed. */
  between: v.fallback(v.nullable(days), null),
  /** Days that a ring waits after the one before it, by the id of its profile. */
  own: v.fallback(v.record(v.string(), days), {}),
});

type Kept = v.InferOutput<typeof schema>;

const key = 'actiondesk.ringWaits';
/** One store, without a name of its own. */
const openStore = sharedByTabs(key, () => createKeptStore(key, schema));

/** The fields of waits as they are typed, for the decision at hand. */
export interface Typed {
  /** One number for all rings: also for those that join the decision later. */
  readonly between?: string;
  readonly own: Readonly<Record<string, string>>;
  /** The field for several rings, to the letter: "1, 1" may become "1, 14". */
  readonly all?: { readonly text: string; readonly ringIds: string };
}

const nothingTyped: Typed = { own: {} };

/** What is typed for some rings: "7" for all of them, "3, 7" for one after the other; the last one counts for those beyond. */
export function typedForAll(typed: Typed, text: string, ringIds: readonly string[]): Typed {
  const each = text.split(/[\s,;]+/).filter((part) => part !== '');
  const own = Object.fromEntries(ringIds.map((id, place) => [id, each[place] ?? each.at(-1) ?? '']));
  return {
    ...(each.length < 2 && { between: text }),
    own: { ...typed.own, ...own },
    all: { text, ringIds: ringIds.join() },
  };
}

/** The days between two rings, where a person never typed any. */
export const usualDays = 7;

/** How long a ring waits, as typed, or else as kept. @param usual the days where none was ever typed */
export function waitText(ringId: string, typed: Typed, kept: Kept, usual: number): string {
  return (
    typed.own[ringId] ?? kept.own[ringId]?.toString() ?? typed.between ?? (kept.between ?? usual).toString()
  );
}

/** What is kept after a decision: the waits of its rings, as far as they can be read. Those of other rings stay. */
export function keptAfter(kept: Kept, typed: Typed): Kept {
  const own = Object.entries(typed.own).flatMap(([id, text]) => {
    const wait = readDaysBetween(text);
    return wait === undefined ? [] : [[id, wait] as const];
  });
  const between = typed.between === undefined ? undefined : readDaysBetween(typed.between);
  return { ...kept, between: between ?? kept.between, own: { ...kept.own, ...Object.fromEntries(own) } };
}

/**
 * How many days each ring waits after the one before it, as typed. What is decided is kept in this browser: the next
 * decision begins with it. Tabs share it.
 *
 * @param usual the days where none was ever typed
 * @param besideIds profiles beside the rings: they come with the last ring, unless a person types a wait in this decision
 */
export function useRingWaits(usual: number, besideIds: readonly string[] = []) {
  const store = openStore('');
  const kept = useSyncExternalStore(store.subscribe, store.get);
  const [typed, setTyped] = useState(nothingTyped);
  const textOf = (ringId: string) =>
    besideIds.includes(ringId) ? (typed.own[ringId] ?? '0') : waitText(ringId, typed, kept, usual);
  return {
    textOf,
    /** Undefined where what is typed is no number of days. */
    daysOf: (ringId: string) => readDaysBetween(textOf(ringId)),
    /** "7" where all of these rings wait as long, "3, 7" where they differ. */
    textOfAll(ringIds: readonly string[]): string {
      if (typed.all?.ringIds === ringIds.join()) return typed.all.text;
      const texts = ringIds.map(textOf);
      return new Set(texts).size === 1 ? (texts[0] ?? '') : texts.join(', ');
    },
    setOne(ringId: string, text: string) {
      const { all: _before, ...rest } = typed;
      setTyped({ ...rest, own: { ...typed.own, [ringId]: text } });
    },
    /** @param text as `typedForAll` */
    setAll: (text: string, ringIds: readonly string[]) => setTyped(typedForAll(typed, text, ringIds)),
    /** Keeps what was typed for the next decision. */
    keep() {
      if (typed === nothingTyped) return;
      store.set(keptAfter(store.get(), typed));
      const isRead = Object.values(typed.own).every((text) => readDaysBetween(text) !== undefined);
      if (isRead) setTyped(nothingTyped);
    },
  };
}

export type RingWaits = ReturnType<typeof useRingWaits>;
