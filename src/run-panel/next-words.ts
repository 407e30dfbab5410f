import { actionOf } from '../actions/all.ts';
import type { PlanTarget } from '../runs/model/run.ts';
import { countOf } from '../ui/format.ts';
import { nounOf } from './intent-text.ts';

/** What a run can lead to: the same once more, the rest of it, or a pause of what it approved. */
export type NextKind = 'retry' | 'resume' | 'pause';

/** "130 drivers", "1 action" */
export function countDecided(targets: readonly PlanTarget[], count: number): string {
  return countOf(count, nounOf(targets, 'decided'));
}

/** The decision of a run that follows another: "Approve 1 driver again", "Run the remaining 3 actions". */
export function decisionOf(kind: NextKind, targets: readonly PlanTarget[], count: number): string {
  const verb = verbOf(targets);
  const counted = countDecided(targets, count);
  switch (kind) {
    case 'retry':
      return `${verb} ${counted} again`;
    case 'resume':
      return `${verb} the remaining ${counted}`;
    case 'pause':
      return `${verb} ${counted}`;
  }
}

/** The state of the first item tells a change of date from an approval. */
function verbOf(targets: readonly PlanTarget[]): string {
  const verbs = targets.map(({ intent, items }) => actionOf(intent).verb(intent, items[0]?.before ?? ''));
  const [only = 'Change', ...others] = new Set(verbs);
  return others.length === 0 ? only : 'Change';
}
