import type { Item, RunState } from '../runs/model.ts';
import type { Column } from '../ui/data-grid/row-model.ts';
import { ItemStateLabel, stateText } from './outcomes.tsx';

/** One item of a run as a row. */
export interface OutcomeRow {
  readonly id: string;
  readonly item: Item;
  readonly target: string;
  readonly runState: RunState;
}

export const outcomeColumns: readonly Column<OutcomeRow>[] = [
  { id: 'name', header: 'Name', width: 300, keep: true, text: ({ item }) => item.name },
  { id: 'detail', header: 'Version or target', width: 160, text: ({ item }) => item.detail || '–' },
  {
    id: 'outcome',
    header: 'Outcome',
    width: 240,
    keep: true,
    text: ({ item, runState }) => stateText(item, runState),
    render: ({ item, runState }) => <ItemStateLabel item={item} runState={runState} />,
  },
  { id: 'reason', header: 'Why', width: 320, text: ({ item }) => whyOf(item) },
  { id: 'target', header: 'Profile or task', width: 200, text: ({ target }) => target },
];

/** Why it has this outcome, and what takes it back, where something does. */
function whyOf({ reason, undo, outcome }: Item): string {
  const isDone = outcome === 'started' || outcome === 'completed' || outcome === 'partiallyCompleted';
  return [reason, isDone && undo !== '' ? `To undo it, run: ${undo}` : ''].filter(Boolean).join('. ');
}
