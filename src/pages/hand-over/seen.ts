import { actionOf } from '../../actions/all.ts';
import type { Instant } from '../../lib/instant.ts';
import type { Seen } from '../../resources/hand-over/hand-over.ts';
import { resultOf, resultText } from '../../run-panel/result-words.ts';
import type { Run } from '../../runs/model/run.ts';

/** What runs have sent since then, by the id of what they changed: the earliest first. */
export function seenIn(runs: readonly Run[], since: Instant): ReadonlyMap<string, readonly Seen[]> {
  const seen = new Map<string, Seen[]>();
  for (const run of runs) {
    for (const step of run.steps) {
      const at = Date.parse(step.attempts.at(-1)?.sentAt ?? '');
      // False for a step that was never sent, too.
      if (!(at >= since)) continue;
      for (const item of step.items) {
        const name = actionOf(step.intent).nameFor(step.intent, item);
        const own = seen.get(item.id) ?? [];
        seen.set(item.id, [...own, { at, text: `${name}: ${resultText(resultOf(item, run))}` }]);
      }
    }
  }
  for (const [id, own] of seen)
    seen.set(
      id,
      own.toSorted((a, b) => a.at - b.at),
    );
  return seen;
}
