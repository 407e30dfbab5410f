import { useState, useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { createStore, type Store } from '../../lib/store.ts';

/** What the address of a list says, but for the row that is open. */
export type ViewSearch = Readonly<Record<string, unknown>>;

/** A view of a list that a person has named. */
export interface KeptView {
  readonly name: string;
  /** Search, filters and order. The page checks them as it checks every address: what is gone counts as not said. */
  readonly search: ViewSearch;
  /** The columns that were shown or hidden, by their ids. */
  readonly columns: Readonly<Record<string, boolean>>;
}

/** So many are kept of a list. */
export const mostViews = 30;
export const longestName = 80;

/** In local storage; the rest of the key is the list. */
const prefix = 'actiondesk.views.';

const schema = v.pipe(
  v.array(
    v.object({
      name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestName)),
      search: v.fallback(v.record(v.string(), v.unknown()), {}),
      columns: v.fallback(v.record(v.string(), v.boolean()), {}),
    }),
  ),
  v.transform((views) => views.slice(0, mostViews)),
);

/** The views with one more; a view of the same name gives way to it. */
export function withView(views: readonly KeptView[], view: KeptView): readonly KeptView[] {
  return [...views.filter(({ name }) => name !== view.name), view].toSorted((one, other) =>
    one.name.localeCompare(other.name, 'en', { numeric: true }),
  );
}

/** Whether a list is asked the same, whatever the order of the parameters. */
export function isSameSearch(one: ViewSearch, other: ViewSearch): boolean {
  const said = (search: ViewSearch) =>
    JSON.stringify(
      Object.entries(search)
        .filter(([, value]) => value !== undefined)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  return said(one) === said(other);
}

const stores = new Map<string, Store<readonly KeptView[]>>();

function storeOf(list: string): Store<readonly KeptView[]> {
  let store = stores.get(list);
  if (!store) {
    const kept = createStore(readViews(list));
    kept.subscribe(() => writeViews(list, kept.get()));
    stores.set(list, kept);
    store = kept;
  }
  return store;
}

/** The views of a list that this browser keeps, and how to change them. */
export function useKeptViews(
  list: string,
): readonly [readonly KeptView[], (views: readonly KeptView[]) => void] {
  const [store] = useState(() => storeOf(list));
  return [useSyncExternalStore(store.subscribe, store.get), store.set];
}

/** What is stored. Anything that is no list of views is none: other versions, and people, write there too. */
function readViews(list: string): readonly KeptView[] {
  try {
    const read = v.safeParse(schema, JSON.parse(localStorage.getItem(prefix + list) ?? '[]'));
    return read.success ? read.output : [];
  } catch {
    return [];
  }
}

function writeViews(list: string, views: readonly KeptView[]): void {
  try {
    if (views.length === 0) localStorage.removeItem(prefix + list);
    else localStorage.setItem(prefix + list, JSON.stringify(views));
  } catch {
    // Storage is blocked or full: the views last as long as the page.
  }
}
