import type { Intent, Item, Run } from '../../runs/model/run.ts';
import { userKind } from '../user-action/intent.ts';
import { taskIdsOf } from '../user-action/reviewed.ts';
import { responseKind } from './plan.ts';

/**
 * The ids of tasks whose last sending has a result that nobody knows, be it their own action or one on their user.
 *
 * @param runs the newest first
 */
export function unknownTasks(runs: readonly Pick<Run, 'steps'>[]): ReadonlySet<string> {
  const told = new Set<string>();
  const unknown = new Set<string>();
  for (const { steps } of runs) {
    for (const { intent, items } of steps) {
      for (const item of items) {
        if (item.phase === 'planned' || item.outcome === 'skipped') continue;
        for (const id of tasksOf(intent, item)) {
          // Several actions may be sent to one user: another one tells nothing of the first.
          const sending = `${intent.kind} ${intent.action ?? ''} ${id}`;
          if (told.has(sending)) continue;
          told.add(sending);
          if (item.outcome === 'unknown') unknown.add(id);
        }
      }
    }
  }
  return unknown;
}

/** The tasks that an item carries out. */
function tasksOf({ kind }: Intent, item: Item): readonly string[] {
  if (kind === userKind) return taskIdsOf(item);
  return kind === responseKind ? [item.id] : [];
}
