import type { ActionOf } from '../action.ts';
import type { Item, Plan, PlannedItem, Run, Step } from './run.ts';

/** Who starts a run, and when. */
export interface Start {
  readonly tenantId: string;
  readonly accountKey: string;
  readonly now: number;
  readonly newId: () => string;
  readonly actionOf: ActionOf;
}

/**
 * Queues a plan into a run: a step holds as many items of one target as a request of its action may, in
 * the plan's order.
 * An id that was planned twice in a target is sent once.
 */
export function startRun(plan: Plan, { tenantId, accountKey, now, newId, actionOf }: Start): Run {
  const { mostInRequest } = actionOf(plan.intent);
  const steps = plan.targets.flatMap((target) => {
    const items = [...new Map(target.items.map((item) => [item.id, item])).values()];
    return chunk(items, mostInRequest).map(
      (part): Step => ({
        id: newId(),
        targetId: target.id,
        targetName: target.name,
        items: part.map(toItem),
        attempts: [],
        problem: null,
      }),
    );
  });
  return {
    id: newId(),
    title: plan.title,
    intent: plan.intent,
    note: plan.note,
    follows: plan.follows ?? null,
    tenantId,
    accountKey,
    startedAt: now,
    endedAt: null,
    state: 'running',
    steps,
    waitingUntil: null,
    pausedBecause: null,
    cancelled: false,
  };
}

/** A planned item before anything has happened to it. */
export function toItem(planned: PlannedItem): Item {
  const { id, name, detail, before, reviewed, undo = '', incident = '' } = planned;
  return { ...untouched, id, name, detail, before, reviewed, undo, incident };
}

const untouched = {
  fingerprint: '',
  pre: '',
  after: '',
  phase: 'planned',
  outcome: null,
  reason: '',
  left: null,
  isFinal: false,
} as const;

function chunk<Entry>(entries: readonly Entry[], size: number): Entry[][] {
  const parts: Entry[][] = [];
  for (let start = 0; start < entries.length; start += size) parts.push(entries.slice(start, start + size));
  return parts;
}
