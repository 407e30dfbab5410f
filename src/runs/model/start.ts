import { type ActionOf, isSameIntent } from '../action.ts';
import {
  type Intent,
  type Item,
  keyOf,
  type Plan,
  type PlannedItem,
  type PlanTarget,
  type Run,
  type Step,
} from './run.ts';

/** Who starts a run, and when. */
export interface Start {
  readonly tenantId: string;
  readonly accountKey: string;
  readonly now: number;
  readonly newId: () => string;
  readonly actionOf: ActionOf;
}

/**
 * Turns a plan into a run: a step holds as many items of one target as a request of its action may, in the plan's
 * order. An id that was planned twice in a target is sent once.
 *
 * @throws where two changes are planned for one item: which of them a person wants, the plan has to say
 */
export function startRun(plan: Plan, { tenantId, accountKey, now, newId, actionOf }: Start): Run {
  refuseTwoChanges(plan.targets);
  const steps = plan.targets.flatMap((target) => {
    const items = [...new Map(target.items.map((item) => [item.id, item])).values()];
    return chunk(items, actionOf(target.intent).mostInRequest).map(
      (part): Step => ({
        id: newId(),
        targetId: target.id,
        targetName: target.name,
        intent: target.intent,
        items: part.map(toItem),
        attempts: [],
        problem: null,
      }),
    );
  });
  return {
    id: newId(),
    title: plan.title,
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

function refuseTwoChanges(targets: readonly PlanTarget[]): void {
  const planned = new Map<string, Intent>();
  for (const { id: targetId, intent, items } of targets) {
    for (const item of items) {
      const key = keyOf({ targetId }, item);
      const before = planned.get(key);
      if (before && !isSameIntent(before, intent))
        throw new Error(`Two changes are planned for ${item.name}`);
      planned.set(key, intent);
    }
  }
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
