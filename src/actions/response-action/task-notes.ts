import type { Intent, Item, Run } from '../../runs/model/run.ts';
import { statusKind } from '../task-status/intent.ts';
import { userKind } from '../user-action/intent.ts';
import { taskIdsOf } from '../user-action/reviewed.ts';
import { responseKind } from './plan.ts';

/**
 * The person's own note of the last run that sent something for a task, by the ids of tasks: it says what Graph can't, such
 * as a ticket number.
 *
 * @param runs the newest first
 */
export function taskNotes(runs: readonly Pick<Run, 'steps' | 'note'>[]): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const { steps, note } of runs) {
    if (note === '') continue;
    for (const { intent, items } of steps) {
      for (const item of items) {
        if (item.phase === 'planned' || item.outcome === 'skipped') continue;
        for (const id of tasksOf(intent, item)) if (!notes.has(id)) notes.set(id, note);
      }
    }
  }
  return notes;
}

/** The tasks that an item is about. */
function tasksOf({ kind }: Intent, item: Item): readonly string[] {
  if (kind === userKind) return taskIdsOf(item);
  return kind === responseKind || kind === statusKind ? [item.id] : [];
}
