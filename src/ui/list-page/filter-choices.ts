import type { Filter } from './filters.ts';

/** One value of a filter. */
interface FilterChoice {
  readonly value: string;
  readonly label: string;
  /** How many rows have it. */
  readonly count: number;
}

/** What a filter offers, with the number of rows behind each value: those that occur or are chosen. */
export function choicesOf<Row>(
  { known = [], isByValue = false, valuesOf, labelOf = (value) => value }: Filter<Row>,
  rows: readonly Row[],
  chosen: readonly string[],
): FilterChoice[] {
  const counts = new Map<string, number>(chosen.map((value) => [value, 0]));
  for (const row of rows) {
    for (const value of valuesOf(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const rankOf = (value: string) => (known.includes(value) ? known.indexOf(value) : known.length);
  return [...counts]
    .map(([value, count]) => ({ value, label: labelOf(value), count }))
    .sort(
      (a, b) =>
        rankOf(a.value) - rankOf(b.value) ||
        (isByValue ? a.value.localeCompare(b.value) : a.label.localeCompare(b.label)),
    );
}
