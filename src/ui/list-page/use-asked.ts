import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Sort } from '../data-grid/row-model.ts';
import { type Filter, passing, type Within } from './filters.ts';
import type { ViewSearch } from './kept-views.ts';
import { readSort, writeSort } from './sort-param.ts';

/** What the address of every list can say. */
interface ListSearch {
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
}

/** What the address asks of a list: words, filters and an order. */
export interface Asked<Row> {
  readonly words: string;
  /** The same object until another order is asked for. */
  readonly sort: Sort | undefined;
  readonly filters: readonly Filter<Row>[];
  /** The chosen values of each filter, in the order of the filters. */
  readonly chosen: readonly (readonly string[])[];
  /** The rows that pass the filters; undefined when all of them do. */
  readonly where: ((row: Row) => boolean) | undefined;
  /** The filters in text: another text is another question. */
  readonly text: string;
  /** Something is set that `clear` takes back. */
  readonly isFiltered: boolean;
  /** How often everything was cleared: a field that holds a half-typed text begins again. */
  readonly cleared: number;
  /** The parameter of the row that is open, in a list that opens its rows. */
  readonly opened: string | undefined;
  /** All that the address says of the list, but for the row that is open. */
  readonly search: ViewSearch;
  /** Asks what a view asked, and nothing else. */
  readonly show: (view: ViewSearch) => void;
  readonly searchFor: (words: string) => void;
  readonly choose: (filterId: string, values: readonly string[]) => void;
  readonly sortBy: (sort: Sort | undefined) => void;
  readonly clear: () => void;
}

/** Changes some of what the address says. The back button leads to the page before, not to each change. */
export function useChangeSearch<Search extends object>(): (next: Partial<Search>) => void {
  const navigate = useNavigate();
  return (next) => void navigate({ to: '.', search: (before) => ({ ...before, ...next }), replace: true });
}

/**
 * What a page is drawn for: all that the address says, but for the row that is open, which concerns only the parts that show
 * it. Keep the result stable between renders.
 */
export function without<Id extends string>(
  opened: Id,
): <Search extends { readonly [Key in Id]?: unknown }>(search: Search) => Omit<Search, Id> {
  return ({ [opened]: _row, ...search }) => search;
}

/** The id of the row that is open. Only the parts of a page that show this row ask for it: it changes most often. */
export function useOpenedId({ opened }: Pick<Asked<never>, 'opened'>): string | undefined {
  return useSearch({
    strict: false,
    select(search: ViewSearch) {
      const id = opened === undefined ? undefined : search[opened];
      return typeof id === 'string' ? id : undefined;
    },
  });
}

/**
 * Reads what an address asks of a list, and lets the parts of the page change it.
 *
 * @param search what the address says; the row that is open may be left out of it
 * @param options.filters stable between renders, as is `within`
 * @param options.noFilters the parameters that `clear` takes back
 * @param options.opened the parameter of the row that is open
 */
export function useAsked<
  Row,
  Search extends ListSearch & Partial<Record<Id, readonly string[] | undefined>>,
  Id extends string = never,
>(
  search: Search,
  change: (next: Partial<Search>) => void,
  options: {
    readonly filters?: readonly Filter<Row, Id>[];
    readonly within?: Within<Row> | undefined;
    readonly noFilters: Partial<Search>;
    readonly opened?: string;
  },
): Asked<Row> {
  const { filters = none, within, noFilters, opened } = options;
  const [cleared, setCleared] = useState(0);
  const asked = JSON.stringify(filters.map(({ id }) => search[id] ?? []));
  const chosen = useMemo((): string[][] => JSON.parse(asked), [asked]);
  const where = useMemo(() => passing(filters, chosen, within), [filters, chosen, within]);
  const sort = useMemo(() => readSort(search.sort), [search.sort]);
  // The names are those of the search's own parameters.
  const set = (next: ListSearch & Record<string, unknown>) => change(next as Partial<Search>);
  const { [opened as string]: _row, ...said }: ViewSearch = { ...search };
  return {
    opened,
    search: said,
    show: (view) =>
      set({ ...Object.fromEntries(Object.keys(said).map((name) => [name, undefined])), ...view }),
    words: search.q ?? '',
    sort,
    filters,
    chosen,
    where,
    text: `${within?.text ?? ''} ${asked}`,
    isFiltered: Object.keys(noFilters).some((name) => isSet(search[name as keyof Search])), // its own keys
    cleared,
    searchFor: (words) => set({ q: words || undefined }),
    choose: (filterId, values) => set({ [filterId]: values.length > 0 ? values : undefined }),
    sortBy: (sort) => set({ sort: writeSort(sort) }),
    clear() {
      setCleared(cleared + 1);
      change(noFilters);
    },
  };
}

const none: readonly never[] = [];

/** False for what says nothing: an empty text, an empty list. */
function isSet(value: unknown): boolean {
  return typeof value === 'string' || Array.isArray(value) ? value.length > 0 : value !== undefined;
}
