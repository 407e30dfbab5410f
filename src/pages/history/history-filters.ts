import { isKnown } from '../../lib/members.ts';
import { type Surroundings, shownState } from '../../run-panel/history/rules.ts';
import { type Result, resultOf, resultOrder, resultText } from '../../run-panel/result-words.ts';
import { runStateText, shownStates } from '../../run-panel/run-state-words.ts';
import type { Run } from '../../runs/model/run.ts';
import type { Filter } from '../../ui/list-page/filters.ts';
import type { HistorySearch } from './search.ts';

/** The value of the filter "State" that asks for runs with results that need attention. */
export const needsAttention = 'needing';

/** The filters of the history, by the name of their search parameter. */
export function historyFilters({
  elsewhere,
  results,
}: Surroundings): readonly Filter<Run, 'outcome' | 'state'>[] {
  return [
    {
      id: 'outcome',
      label: 'Result',
      known: resultOrder,
      valuesOf: ({ id }) => new Set(results.entries.get(id)?.map(({ run, item }) => resultOf(item, run))),
      labelOf: (value) => (isKnown<Result>(resultOrder, value) ? resultText(value) : value),
    },
    {
      id: 'state',
      label: 'State',
      known: [needsAttention, ...shownStates],
      valuesOf: (run) => [
        shownState(run, elsewhere),
        ...(results.needing.has(run.id) ? [needsAttention] : []),
      ],
      labelOf(value) {
        if (value === needsAttention) return 'Needs attention';
        return isKnown(shownStates, value) ? runStateText(value) : value;
      },
    },
  ];
}

/** Every filter off. */
export const noFilters: HistorySearch = {
  q: undefined,
  outcome: undefined,
  state: undefined,
  from: undefined,
  to: undefined,
};
