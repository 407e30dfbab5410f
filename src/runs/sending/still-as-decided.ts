import type { ItemResult } from '../model/reducer.ts';
import type { Step } from '../model/run.ts';
import type { Inspected } from '../work.ts';
import type { RunContext } from './run-context.ts';

/**
 * What a read just before a sending says, of which nothing is sent whose fingerprint is no longer that of the decision:
 * the intent that is about to be sent and the facts that were just read must be those that a person reviewed.
 */
export async function leaveOutChanged(
  { fingerprint }: Pick<RunContext, 'fingerprint'>,
  { intent, targetId, items }: Step,
  found: readonly Inspected[],
): Promise<ItemResult[]> {
  const decided = new Map(items.map((item) => [item.id, item.fingerprint]));
  return Promise.all(
    found.map(async ({ reviewed = {}, ...result }): Promise<ItemResult> => {
      const { id, phase } = result;
      if (phase !== 'planned') return result;
      const now = await fingerprint(intent, targetId, { id, reviewed });
      return now === decided.get(id) ? result : { id, ...changed };
    }),
  );
}

const changed = {
  phase: 'settled',
  outcome: 'changedByOther',
  reason: 'Changed since you decided; skipped',
} as const;
