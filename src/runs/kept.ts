import * as v from 'valibot';
import { outcomes, phases, type Run } from './model.ts';
import type { ItemResult } from './reducer.ts';
import { type RunEvent, reduceRun } from './reducer.ts';

const itemSchema = v.object({
  id: v.string(),
  name: v.string(),
  detail: v.string(),
  before: v.string(),
  pre: v.string(),
  phase: v.picklist(phases),
  outcome: v.nullable(v.picklist(outcomes)),
  reason: v.string(),
});

const attemptSchema = v.object({
  clientRequestId: v.string(),
  requestId: v.exactOptional(v.string()),
  status: v.exactOptional(v.number()),
  sentAt: v.string(),
  endedAt: v.string(),
});

const runSchema = v.object({
  id: v.string(),
  title: v.string(),
  intent: v.variant('kind', [
    v.object({
      kind: v.literal('drivers'),
      action: v.picklist(['approve', 'decline', 'suspend']),
      deployAt: v.nullable(v.number()),
    }),
    v.object({ kind: v.literal('tasks') }),
    v.object({ kind: v.literal('sync') }),
  ]),
  note: v.string(),
  tenantId: v.string(),
  accountKey: v.string(),
  startedAt: v.number(),
  endedAt: v.nullable(v.number()),
  touches: v.array(v.array(v.string())),
  cancelled: v.boolean(),
  steps: v.array(
    v.object({
      id: v.string(),
      targetId: v.string(),
      targetName: v.string(),
      items: v.array(itemSchema),
      attempts: v.array(attemptSchema),
    }),
  ),
});

/**
 * Reads runs that were kept over a trip to the sign-in page or a reload, for display and for reading what became of
 * them: nothing of them is ever sent. What had not been sent is left out, what had no answer is not known.
 *
 * @param kept what a tab's storage held, which anybody with the developer tools may have changed
 * @param accountKey only this person's runs
 */
export function readKeptRuns(kept: unknown, accountKey: string): readonly Run[] {
  const list = Array.isArray(kept) ? kept : [];
  return list.flatMap((entry): Run[] => {
    const parsed = v.safeParse(runSchema, entry);
    if (!parsed.success || parsed.output.accountKey !== accountKey) return [];
    const run: Run = {
      ...parsed.output,
      steps: parsed.output.steps.map((step) => ({ ...step, problem: null })),
      state: 'settling',
      waitingUntil: null,
    };
    return [run.steps.map(interrupt).reduce(reduceRun, run)];
  });
}

function interrupt({ id, items }: Run['steps'][number]): RunEvent {
  const results = items.flatMap((item): ItemResult[] => {
    if (item.phase === 'planned') {
      const reason = 'The page was left before it was sent';
      return [{ id: item.id, phase: 'settled', outcome: 'skipped', reason }];
    }
    if (item.phase === 'sending') {
      return [
        { id: item.id, phase: 'answered', outcome: 'unknown', reason: 'The page was left before the answer' },
      ];
    }
    return [];
  });
  return { kind: 'items', stepId: id, results };
}
