import type { Item, Run } from '../runs/model.ts';
import type { Column } from '../ui/data-grid/row-model.ts';
import { type RunProgress, resultOf, resultOrder, stateText } from './result-words.ts';
import { ItemStateLabel } from './results.tsx';

/** One item of a run as a row. */
export interface ResultRow {
  readonly id: string;
  readonly item: Item;
  readonly target: string;
  readonly progress: RunProgress;
}

export const resultColumns: readonly Column<ResultRow>[] = [
  { id: 'name', header: 'Name', width: 300, keep: true, text: ({ item }) => item.name },
  { id: 'detail', header: 'Version or target', width: 160, text: ({ item }) => item.detail || '–' },
  {
    id: 'outcome',
    header: 'Result',
    width: 230,
    minWidth: 172,
    keep: true,
    text: ({ item, progress }) => stateText(item, progress),
    render: ({ item, progress }) => <ItemStateLabel item={item} progress={progress} />,
  },
  { id: 'reason', header: 'Reason', width: 290, text: ({ item }) => reasonOf(item) },
  { id: 'target', header: 'Profile or task', width: 170, text: ({ target }) => target },
];

/** The reason for a result, and the task that undoes the action, where there is one. */
function reasonOf({ reason, undo, outcome }: Item): string {
  const isDone = outcome === 'started' || outcome === 'completed' || outcome === 'partiallyCompleted';
  return [reason, isDone && undo !== '' ? `To undo it, run: ${undo}` : ''].filter(Boolean).join('. ');
}

/**
 * The items of a run as rows: in the order of its requests until it finishes, then what needs attention first. The grid
 * keeps each row on its line until a person updates the order or opens the run again.
 */
export function rowsOf(run: Run, progress: RunProgress): readonly ResultRow[] {
  const rows = run.steps.flatMap((step) =>
    step.items.map((item) => ({ id: `${step.id} ${item.id}`, item, target: step.targetName, progress })),
  );
  const rank = ({ item }: ResultRow) => resultOrder.indexOf(resultOf(item, run));
  return run.state === 'done' ? rows.toSorted((a, b) => rank(a) - rank(b)) : rows;
}
