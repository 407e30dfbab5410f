import type { Group, Sort } from './row-model.ts';

/** The rank of each row in ascending order. Equal values share a rank; rows without a value have `ranks`. */
export interface Ranking {
  readonly rankOf: Uint32Array;
  readonly ranks: number;
}

type Value = string | number | null;

const collator = new Intl.Collator(undefined, { numeric: true });

/**
 * A key whose plain comparison is close to the collator's: case is folded, and a number is led by its length,
 * so that 9 comes before 10.
 */
function sortKey(text: string): string {
  return text.toLowerCase().replace(/\d+/gu, (digits) => String.fromCharCode(47 + digits.length) + digits);
}

/**
 * The indices of texts in the order people sort them. Comparing with a collator is slow, but a sort of what is
 * already in order takes one comparison for each text: so sort by plain keys first, and let the collator correct
 * what is left.
 */
export function orderTexts(texts: readonly string[]): readonly number[] {
  const keys = texts.map(sortKey);
  const order = texts.map((_, index) => index);
  const compareBy = (list: readonly string[], compare: (a: string, b: string) => number) =>
    order.sort((a, b) => compare(list[a] ?? '', list[b] ?? ''));
  compareBy(keys, (a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return compareBy(texts, collator.compare);
}

/** Ranks values: numbers by size and before texts, texts as people sort them, `null` and NaN after all others. */
export function rankValues(count: number, valueAt: (index: number) => Value): Ranking {
  const ordinals = new Map<Value, number>();
  const ordinalOf = new Uint32Array(count);
  for (let index = 0; index < count; index++) {
    const value = valueAt(index);
    const known = ordinals.get(value);
    if (known === undefined) ordinals.set(value, ordinals.size);
    ordinalOf[index] = known ?? ordinals.size - 1;
  }
  const numbers: [value: number, ordinal: number][] = [];
  const texts: string[] = [];
  const textOrdinals: number[] = [];
  for (const [value, ordinal] of ordinals) {
    if (typeof value === 'string') {
      texts.push(value);
      textOrdinals.push(ordinal);
    } else if (value !== null && !Number.isNaN(value)) numbers.push([value, ordinal]);
  }
  numbers.sort(([a], [b]) => a - b);
  const ranks = numbers.length + texts.length;
  const rankOfOrdinal = new Uint32Array(ordinals.size).fill(ranks);
  numbers.forEach(([, ordinal], rank) => {
    rankOfOrdinal[ordinal] = rank;
  });
  orderTexts(texts).forEach((text, rank) => {
    rankOfOrdinal[textOrdinals[text] ?? 0] = numbers.length + rank;
  });
  return { rankOf: ordinalOf.map((ordinal) => rankOfOrdinal[ordinal] ?? ranks), ranks };
}

/** Orders indices by rank with a counting sort, which is stable. Rows without a value stay last either way. */
export function orderByRank(
  order: Uint32Array,
  { rankOf, ranks }: Ranking,
  direction: Sort['direction'],
): Uint32Array {
  const bucket =
    direction === 'ascending'
      ? (rank: number) => rank
      : (rank: number) => (rank === ranks ? ranks : ranks - 1 - rank);
  const next = new Uint32Array(ranks + 2);
  for (const index of order) {
    const after = bucket(rankOf[index] ?? ranks) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let slot = 1; slot < next.length; slot++) next[slot] = (next[slot] ?? 0) + (next[slot - 1] ?? 0);
  const sorted = new Uint32Array(order.length);
  for (const index of order) {
    const slot = bucket(rankOf[index] ?? ranks);
    const place = next[slot] ?? 0;
    sorted[place] = index;
    next[slot] = place + 1;
  }
  return sorted;
}

/** Ranks rows by one value of each. */
export function rankRows<Row>(rows: readonly Row[], read: (row: Row) => Value): Ranking {
  // Indices run over `rows` itself, so there is a row at each.
  return rankValues(rows.length, (index) => read(rows[index] as Row));
}

/** Ranks rows by their groups: in a given order, or by the labels as people sort them. No two groups share a rank. */
export function rankGroups<Row>(
  rows: readonly Row[],
  groupOf: (row: Row) => Group,
  compare: (a: Group, b: Group) => number = (a, b) => collator.compare(a.label, b.label),
): Ranking {
  const groups = new Map<string, Group>();
  const ids = rows.map((row) => {
    const group = groupOf(row);
    if (!groups.has(group.id)) groups.set(group.id, group);
    return group.id;
  });
  const sorted = [...groups.values()].sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1));
  const rankOf = new Map(sorted.map(({ id }, rank) => [id, rank]));
  return { rankOf: Uint32Array.from(ids, (id) => rankOf.get(id) ?? 0), ranks: sorted.length };
}

/** All rows' indices in the order the rows came. */
export function orderAsGiven(count: number): Uint32Array {
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index++) order[index] = index;
  return order;
}

/** What a press on a column's header asks for: ascending, then descending, then no sort at all. */
export function nextSort(sort: Sort | undefined, column: string): Sort | undefined {
  if (sort?.column !== column) return { column, direction: 'ascending' };
  return sort.direction === 'ascending' ? { column, direction: 'descending' } : undefined;
}
