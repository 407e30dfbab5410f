import { requestOf } from '../actions/driver-approval/rules.ts';
import { verbs } from '../actions/driver-approval/words.ts';
import type { Intent } from '../runs/model.ts';
import { countOf } from '../ui/format.ts';

/** What a run can lead to: the same once more, the rest of it, or a pause of what it approved. */
export type NextKind = 'retry' | 'resume' | 'pause';

/** What a decision counts, by what a run changes. */
const nouns = { drivers: 'driver', tasks: 'action', sync: 'profile' } as const;

/** "130 drivers", "1 action" */
export function countDecided({ kind }: Intent, count: number): string {
  return countOf(count, nouns[kind]);
}

/**
 * The decision of a run that follows another: "Approve 1 driver again", "Run the remaining 3 actions".
 *
 * @param before the state of its items, which tells a change of date from an approval
 */
export function decisionOf(kind: NextKind, intent: Intent, count: number, before = ''): string {
  const verb = verbOf(intent, before);
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

function verbOf(intent: Intent, before: string): string {
  switch (intent.kind) {
    case 'drivers':
      return verbs[requestOf(intent.action, before)];
    case 'tasks':
      return 'Run';
    case 'sync':
      return 'Sync';
  }
}
