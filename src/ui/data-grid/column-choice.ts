import { useState, useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { createStore, type Store } from '../../lib/store.ts';
import type { Column } from './row-model.ts';

/** How a person has arranged the columns of a list. */
export interface ColumnChoice {
  /** Widths in CSS px, by column id. */
  readonly widths: ReadonlyMap<string, number>;
  /** The columns that a person has shown or hidden, by their ids. */
  readonly shown: ReadonlyMap<string, boolean>;
}

/** The columns as the page designed them. */
export const asDesigned: ColumnChoice = { widths: new Map(), shown: new Map() };

/** Whether a column is to be shown, if there is room. The first one names the row, and always is. */
export function isWanted<Row>(column: Column<Row>, index: number, { shown }: ColumnChoice): boolean {
  return index === 0 || (shown.get(column.id) ?? !column.isOptional);
}

/** In local storage; the rest of the key is the list. */
const prefix = 'actiondesk.columns.';

const stores = new Map<string, Store<ColumnChoice>>();

/** The columns of a list in this browser: the grid and the chooser of its columns share them. */
function choiceOf(list: string): Store<ColumnChoice> {
  let store = stores.get(list);
  if (!store) {
    const kept = createStore(readChoice(list));
    kept.subscribe(() => writeChoice(list, kept.get()));
    stores.set(list, kept);
    store = kept;
  }
  return store;
}

/** Shows and hides the columns of a list as a view has kept them; widths stay. @param shown by column id */
export function showColumns(list: string, shown: Readonly<Record<string, boolean>>): void {
  const store = choiceOf(list);
  store.set({ widths: store.get().widths, shown: new Map(Object.entries(shown)) });
}

/** What a person has chosen, and how to choose. @param list absent: it lasts as long as the grid */
export function useColumnChoice(list: string | undefined) {
  const [store] = useState(() => (list === undefined ? createStore(asDesigned) : choiceOf(list)));
  const choice = useSyncExternalStore(store.subscribe, store.get);
  return {
    choice,
    change: (next: (before: ColumnChoice) => ColumnChoice) => store.set(next(store.get())),
    setWidth(column: string, width: number) {
      const { widths, shown } = store.get();
      store.set({ widths: new Map(widths).set(column, width), shown });
    },
  };
}

const schema = v.object({
  widths: v.fallback(v.record(v.string(), v.pipe(v.number(), v.minValue(1), v.maxValue(10_000))), {}),
  shown: v.fallback(v.record(v.string(), v.boolean()), {}),
});

/** The stored choice. Anything that is not one is left out: other versions, and people, write there too. */
function readChoice(list: string): ColumnChoice {
  try {
    const { widths, shown } = v.parse(schema, JSON.parse(localStorage.getItem(prefix + list) ?? '{}'));
    return { widths: new Map(Object.entries(widths)), shown: new Map(Object.entries(shown)) };
  } catch {
    // Storage is blocked or holds something else: the columns start as designed.
    return asDesigned;
  }
}

function writeChoice(list: string, { widths, shown }: ColumnChoice): void {
  const choice = { widths: Object.fromEntries(widths), shown: Object.fromEntries(shown) };
  try {
    if (widths.size + shown.size === 0) localStorage.removeItem(prefix + list);
    else localStorage.setItem(prefix + list, JSON.stringify(choice));
  } catch {
    // Storage is blocked or full: the choice lasts as long as the page.
  }
}
