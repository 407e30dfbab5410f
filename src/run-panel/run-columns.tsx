import type { Item, Run } from '../runs/model.ts';
import type { Column } from '../ui/data-grid/row-model.ts';
import { ItemStateLabel, outcomeOrder, type RunProgress, stateText } from './outcomes.tsx';

/** One item of a run as a row. */
export interface OutcomeRow {
  readonly id: string;
  readonly item: Item;
  readonly target: string;
  readonly progress: RunProgress;
}

export const outcomeColumns: readonly Column<OutcomeRow>[] = [
  { id: 'name', header: 'Name', width: 300, keep: true, text: ({ item }) => item.name },
  { id: 'detail', header: 'Version or target', width: 160, text: ({ item }) => item.detail || '–' },
  {
    id: 'outcome',
    header: 'Outcome',
    width: 230,
    minWidth: 172,
    keep: true,
    text: ({ item, progress }) => stateText(item, progress),
    render: ({ item, progress }) => <ItemStateLabel item={item} progress={progress} />,
  },
  { id: 'reason', header: 'Why', width: 290, text: ({ item }) => whyOf(item) },
  { id: 'target', header: 'Profile or task', width: 170, text: ({ target }) => target },
];

/** Why it has this outcome, and what takes it back, where something does. */
function whyOf({ reason, undo, outcome }: Item): string {
  const isDone = outcome === 'started' || outcome === 'completed' || outcome === 'partiallyCompleted';
  return [reason, isDone && undo !== '' ? `To undo it, run: ${undo}` : ''].filter(Boolean).join('. ');
}

/** The items of a run as rows: in the order of its requests while it goes on, what needs a person first once it does not. */
export function rowsOf(run: Run, progress: RunProgress): readonly OutcomeRow[] {
  const rows = run.steps.flatMap((step) =>
    step.items.map((item) => ({ id: `${step.id} ${item.id}`, item, target: step.targetName, progress })),
  );
  const rank = ({ item }: OutcomeRow) =>
    item.outcome === null ? outcomeOrder.length : outcomeOrder.indexOf(item.outcome);
  return run.state === 'done' ? rows.toSorted((a, b) => rank(a) - rank(b)) : rows;
}
