import type { Run } from '../../runs/model/run.ts';
import { responseKind } from './plan.ts';

/**
 * The ids of tasks whose last sending has a result that nobody knows.
 *
 * @param runs the newest first
 */
export function unknownTasks(runs: readonly Pick<Run, 'steps'>[]): ReadonlySet<string> {
  const told = new Set<string>();
  const unknown = new Set<string>();
  for (const { steps } of runs) {
    for (const { intent, items } of steps) {
      if (intent.kind !== responseKind) continue;
      for (const { id, phase, outcome } of items) {
        if (told.has(id) || phase === 'planned' || outcome === 'skipped') continue;
        told.add(id);
        if (outcome === 'unknown') unknown.add(id);
      }
    }
  }
  return unknown;
}
