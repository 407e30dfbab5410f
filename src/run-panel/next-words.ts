import { actionOf } from '../actions/all.ts';
import type { Intent } from '../runs/model/run.ts';
import { countOf } from '../ui/format.ts';

/** What a run can lead to: the same once more, the rest of it, or a pause of what it approved. */
export type NextKind = 'retry' | 'resume' | 'pause';

/** "130 drivers", "1 action" */
export function countDecided(intent: Intent, count: number): string {
  return countOf(count, actionOf(intent).decided);
}

/**
 * The decision of a run that follows another: "Approve 1 driver again", "Run the remaining 3 actions".
 *
 * @param before the state of its items, which tells a change of date from an approval
 */
export function decisionOf(kind: NextKind, intent: Intent, count: number, before = ''): string {
  const verb = actionOf(intent).verb(intent, before);
  const counted = countDecided(intent, count);
  switch (kind) {
    case 'retry':
      return `${verb} ${counted} again`;
    case 'resume':
      return `${verb} the remaining ${counted}`;
    case 'pause':
      return `${verb} ${counted}`;
  }
}
