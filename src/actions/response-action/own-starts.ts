import type { Outcome, Run } from '../../runs/model/run.ts';
import { responseKind } from './plan.ts';

/** Outcomes of an action that Defender has started. */
const startedOutcomes: readonly (Outcome | null)[] = ['started', 'completed', 'failed', 'partiallyCompleted'];

/** When these runs started tasks, by their ids, however the actions ended: only what Graph itself accepted counts. */
export function ownStarts(runs: readonly Pick<Run, 'steps'>[]): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  for (const { intent, items, attempts } of runs.flatMap(({ steps }) => steps)) {
    const { status = 0, sentAt = '' } = attempts.at(-1) ?? {};
    const at = Date.parse(sentAt);
    if (intent.kind !== responseKind || status < 200 || status >= 300 || Number.isNaN(at)) continue;
    for (const { id } of items.filter(({ outcome }) => startedOutcomes.includes(outcome))) {
      starts.set(id, Math.max(at, starts.get(id) ?? 0));
    }
  }
  return starts;
}
