import type { Problem } from '../../lib/problem.ts';
import type { TimedWait, WaitCause } from '../../lib/timed-wait.ts';

/** How far an item is. */
export const phases = ['planned', 'sending', 'answered', 'settled'] as const;
export type Phase = (typeof phases)[number];

/**
 * What became of an item.
 *
 * From Graph: `successful`, `failed`, `notFound` (drivers); `started`, `completed`, `partiallyCompleted`, `failed`
 * (tasks); `rejected` (the request was refused). Ours: `unknown` (no answer that can be trusted), `alreadyRunning`,
 * `changedByOther`, `skipped`. By reading: `confirmed`, `contradicted`, `notApplied`.
 */
export const outcomes = [
  'successful',
  'failed',
  'notFound',
  'started',
  'completed',
  'partiallyCompleted',
  'rejected',
  'unknown',
  'alreadyRunning',
  'changedByOther',
  'skipped',
  'confirmed',
  'contradicted',
  'notApplied',
] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * Why an item was skipped, where something follows from the reason. `alreadySo`: in the wanted state before anything was
 * sent. `later`: another run sends it in this one's place. `refusedForNow`: Graph deferred it, and a read found it
 * unchanged. `canceled`: a person canceled the run before the item was sent.
 */
export const leftOuts = ['alreadySo', 'later', 'refusedForNow', 'canceled'] as const;
export type LeftOut = (typeof leftOuts)[number];

/**
 * What a person saw of an item when they decided, fact by fact: `{ version: '31.0.101', approvalStatus: 'needsReview' }`.
 * Which facts count is the action's matter. The read just before a sending must find every one of them unchanged.
 */
export type Reviewed = Readonly<Record<string, string>>;

/** What a step changes: one driver, one task, or one profile's inventory. */
export interface Item {
  /** The driver's or task's id. */
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  /** What tells it from others of that name: a version, a device. */
  readonly detail: string;
  /** Its state as the person saw it when the plan was made. */
  readonly before: string;
  /** Everything else that they saw of it and that the decision rests on. */
  readonly reviewed: Reviewed;
  /** Stands for the decision about the item: what `fingerprintOf` makes of it when its run starts. */
  readonly fingerprint: string;
  /** A stamp of its state by the read just before sending, to be compared with later ones; '' until then. */
  readonly pre: string;
  /** Its state as the last read showed it that told something; '' until then. */
  readonly after: string;
  readonly phase: Phase;
  readonly outcome: Outcome | null;
  /** In words, why: '' where the outcome says it all. For people alone. */
  readonly reason: string;
  /** With `skipped`, what follows from the reason; null where it is told in words only. */
  readonly left: LeftOut | null;
  /** The outcome would be the same however often the item is sent. */
  readonly isFinal: boolean;
  /** What takes it back, by name, where there is such a thing: the task that releases an isolated device. */
  readonly undo: string;
  /** The incident of a task: its id; '' for everything else, and where Graph named none. */
  readonly incident: string;
}

/** One sending of a step. Recorded before it leaves; `endedAt` and the rest come with its answer. */
export interface Attempt {
  readonly clientRequestId: string;
  /** The items that were asked for. */
  readonly ids: readonly string[];
  /** ISO 8601, by this computer's clock. */
  readonly sentAt: string;
  /** Missing while no answer is known, for good after a crash. */
  readonly endedAt?: string;
  readonly requestId?: string;
  readonly status?: number;
  /** Graph's `error.code`. */
  readonly code?: string;
  /** In words, why what came is not taken for Graph's answer. */
  readonly doubt?: string;
}

/** What is to be done to some items: the kind of its action, and what a person chose for it, which that action alone can read. */
export type Intent = { readonly kind: string } & Readonly<Record<string, string | number | null>>;

/** One Graph request of a run: items of one target. */
export interface Step {
  readonly id: string;
  /** The profile's id, or the task's. */
  readonly targetId: string;
  /** The profile's name, or the task's. */
  readonly targetName: string;
  readonly intent: Intent;
  readonly items: readonly Item[];
  readonly attempts: readonly Attempt[];
  /** The last problem of this step, shown as a banner. */
  readonly problem: Problem | null;
}

/**
 * `running` sends; `paused` holds what was not sent until a person says "resume"; `settling` only reads; `done` does
 * nothing by itself any more.
 */
export const runStates = ['running', 'paused', 'settling', 'done'] as const;
export type RunState = (typeof runStates)[number];

/** A plan carried out. */
export interface Run {
  readonly id: string;
  /** "Approve 240 drivers" */
  readonly title: string;
  /** A person's own note, such as a ticket number. */
  readonly note: string;
  /** The run that this one retries, resumes or takes back: its id. */
  readonly follows: string | null;
  readonly tenantId: string;
  readonly accountKey: string;
  /** Epoch ms. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly state: RunState;
  readonly steps: readonly Step[];
  /** Epoch ms until which its next request waits; null when none does. It may be past. */
  readonly waitingUntil: number | null;
  /** Why, while one waits. */
  readonly waitingBecause?: WaitCause;
  /** Why nothing further is sent by itself; null unless `paused`. */
  readonly pausedBecause: Problem | null;
  /** A person said stop: nothing further is sent. */
  readonly cancelled: boolean;
}

/** What a person intends: becomes a run when it is started. */
export interface Plan {
  readonly title: string;
  readonly note: string;
  readonly targets: readonly PlanTarget[];
  readonly follows?: string;
}

/** Items of one profile, or one task. */
export interface TargetItems {
  readonly id: string;
  readonly name: string;
  readonly items: readonly PlannedItem[];
}

/** What is to be changed in one profile, or one task, in one way: several ways take several of these. */
export interface PlanTarget extends TargetItems {
  readonly intent: Intent;
}

/** An item before it is part of a run. */
export interface PlannedItem extends Pick<Item, 'id' | 'name' | 'detail' | 'before' | 'reviewed'> {
  readonly undo?: string;
  readonly incident?: string;
}

/** True while an item may still become something else: it was sent, and no read has had the last word. */
export function isOpen({ phase }: Item): boolean {
  return phase === 'sending' || phase === 'answered';
}

const followed: readonly Outcome[] = ['successful', 'started', 'alreadyRunning'];

/** True for what has been accepted or begun, and of which a read is still to tell how it came out. */
export function isFollowed({ phase, outcome }: Pick<Item, 'phase' | 'outcome'>): boolean {
  return phase === 'answered' && outcome !== null && followed.includes(outcome);
}

/** True for an item that was left out because there was nothing to do: another try has nothing to do either. */
export function isNothingToTry({ left }: Pick<Item, 'left'>): boolean {
  return left === 'alreadySo' || left === 'later';
}

/** True when an item was left out because its run stopped, and not because there was nothing to do. */
export function wasNotSent(item: Pick<Item, 'outcome' | 'left'>): boolean {
  return item.outcome === 'skipped' && item.left !== 'canceled' && !isNothingToTry(item);
}

/** Tells an item of a run from all others: profiles may have drivers of the same id. */
export function keyOf({ targetId }: Pick<Step, 'targetId'>, { id }: Pick<Item, 'id'>): string {
  return `${targetId}\n${id}`;
}

/** All items of a run, in order. */
export function itemsOf(run: Run): readonly Item[] {
  return run.steps.flatMap((step) => step.items);
}

/** What a run waits for; it may be over by now. Null while it waits for nothing. */
export function waitOf({ waitingUntil, waitingBecause = 'pacing' }: Run): TimedWait | null {
  return waitingUntil === null ? null : { until: waitingUntil, because: waitingBecause };
}

/** True while leaving the page would keep something from being sent, or an answer from being seen. */
export function isUnderWay(runs: readonly Run[]): boolean {
  return runs.some((run) =>
    itemsOf(run).some(({ phase }) => phase === 'sending' || (phase === 'planned' && run.state === 'running')),
  );
}

/** @throws where the run has no such step: an error of our own */
export function stepOf(run: Run, stepId: string): Step {
  const step = run.steps.find((candidate) => candidate.id === stepId);
  if (!step) throw new Error(`Run ${run.id} has no step ${stepId}`);
  return step;
}
