import { resultOf, resultOrder, resultText } from '../../run-panel/result-words.ts';
import { runStateText, shownStates } from '../../run-panel/run-state-words.ts';
import type { Run } from '../../runs/model/run.ts';
import type { FilterChoice } from '../../ui/filter-menu.tsx';
import { isInRange } from './date-range.ts';
import { type Surroundings, shownState } from './rules.ts';
import type { HistorySearch } from './search.ts';

/** The filters of the history, by the name of their search parameter. */
export type HistoryFilterId = 'outcome' | 'state';

interface HistoryFilter {
  readonly id: HistoryFilterId;
  readonly label: string;
  /** What it offers, in order. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** The values that a run has. */
  readonly valuesOf: (run: Run, around: Surroundings) => ReadonlySet<string>;
}

/** The value of the filter "State" that asks for runs with results that need attention. */
export const needsAttention = 'needing';

export const historyFilters: readonly HistoryFilter[] = [
  {
    id: 'outcome',
    label: 'Result',
    choices: resultOrder.map((value) => ({ value, label: resultText(value) })),
    valuesOf: ({ id }, { results }) =>
      new Set(results.entries.get(id)?.map(({ run, item }) => resultOf(item, run))),
  },
  {
    id: 'state',
    label: 'State',
    choices: [
      { value: needsAttention, label: 'Needs attention' },
      ...shownStates.map((value) => ({ value, label: runStateText(value) })),
    ],
    valuesOf: (run, { elsewhere, results }) =>
      new Set([shownState(run, elsewhere), ...(results.needing.has(run.id) ? [needsAttention] : [])]),
  },
];

/** The filter that an address describes; undefined when it lets every run pass. */
export function historyFilter(
  search: Pick<HistorySearch, HistoryFilterId | 'from' | 'to'>,
  around: Surroundings,
): ((run: Run) => boolean) | undefined {
  const active = historyFilters
    .map(({ id, valuesOf }) => ({ chosen: search[id] ?? [], valuesOf }))
    .filter(({ chosen }) => chosen.length > 0);
  if (active.length === 0 && search.from === undefined && search.to === undefined) return undefined;
  return (run) =>
    isInRange(search, run.startedAt) &&
    active.every(({ chosen, valuesOf }) => {
      const values = valuesOf(run, around);
      return chosen.some((value) => values.has(value));
    });
}

/** What a filter offers, with the number of runs behind each: what occurs or is chosen. */
export function filterChoices(
  runs: readonly Run[],
  around: Surroundings,
  { choices, valuesOf }: HistoryFilter,
  chosen: readonly string[],
): FilterChoice[] {
  const counts = new Map<string, number>();
  for (const run of runs) {
    for (const value of valuesOf(run, around)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return choices
    .map((choice) => ({ ...choice, count: counts.get(choice.value) ?? 0 }))
    .filter(({ value, count }) => count > 0 || chosen.includes(value));
}
