import { actionOf } from '../actions/all.ts';
import type { PlanTarget } from '../runs/model/run.ts';
import { countOf } from '../ui/format.ts';
import { nounOf } from './intent-text.ts';

/** What a run can lead to: the same once more, the rest of it, or its undo. */
export type NextKind = 'retry' | 'resume' | 'undo';

/** "130 drivers", "1 action" */
export function countDecided(targets: readonly PlanTarget[], count: number): string {
  return countOf(count, nounOf(targets, 'decided'));
}

/** The decision of a run that follows another: "Approve 1 driver again", "Run the remaining 3 actions". */
export function decisionOf(kind: NextKind, targets: readonly PlanTarget[], count: number): string {
  const counted = countDecided(targets, count);
  switch (kind) {
    case 'retry':
      return `${decide(targets, counted)} again`;
    case 'resume':
      return decide(targets, `the remaining ${counted}`);
    case 'undo':
      return decide(targets, counted);
  }
}

/** The state of the first item tells a change of date from an approval. */
function decide(targets: readonly PlanTarget[], counted: string): string {
  const decisions = targets.map(({ intent, items }) =>
    actionOf(intent).decision(intent, items[0]?.before ?? '', counted),
  );
  const [only, ...others] = new Set(decisions);
  return only === undefined || others.length > 0 ? `Change ${counted}` : only;
}
