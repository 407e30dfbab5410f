import type { Problem } from '../../lib/problem.ts';
import type { WaitCause } from '../../lib/timed-wait.ts';
import type { Attempt, Item, LeftOut, Outcome, Phase, Run, RunState, Step } from './run.ts';

/** What became of one item, and why. */
export interface ItemResult {
  readonly id: string;
  readonly phase: Phase;
  readonly outcome: Outcome | null;
  readonly reason?: string;
  readonly left?: LeftOut;
  readonly isFinal?: boolean;
  /** What a read found, in one word or two. */
  readonly after?: string;
  /** What the read just before sending found: a stamp, and what people call it by now. */
  readonly pre?: string;
  readonly name?: string;
  readonly detail?: string;
}

/** Results of the items of one step. */
export interface StepResults {
  readonly stepId: string;
  readonly results: readonly ItemResult[];
}

/** What the answer to an attempt adds to its record. */
export type AttemptEnd = Required<Pick<Attempt, 'endedAt'>> &
  Pick<Attempt, 'requestId' | 'status' | 'code' | 'doubt'>;

/** Everything that can happen to a run. The journal keeps these, in order; a run is what they make of its plan. */
export type RunEvent =
  | { readonly kind: 'items'; readonly stepId: string; readonly results: readonly ItemResult[] }
  /** Before its first byte leaves. */
  | { readonly kind: 'sending'; readonly stepId: string; readonly attempt: Attempt }
  | {
      readonly kind: 'answered';
      readonly stepId: string;
      readonly clientRequestId: string;
      readonly end: AttemptEnd;
    }
  | { readonly kind: 'problem'; readonly stepId: string; readonly problem: Problem | null }
  | { readonly kind: 'waiting'; readonly until: number | null; readonly because?: WaitCause }
  | { readonly kind: 'paused'; readonly because: Problem }
  | { readonly kind: 'state'; readonly state: Exclude<RunState, 'paused'>; readonly at: number }
  | { readonly kind: 'cancelled' };

/** A run after an event. Pure; the steps and items that the event does not touch keep their identity. */
export function reduceRun(run: Run, event: RunEvent): Run {
  switch (event.kind) {
    case 'items': {
      const results = new Map(event.results.map((result) => [result.id, result]));
      return changeStep(run, event.stepId, (step) => ({
        ...step,
        items: step.items.map((item) => changeItem(item, results.get(item.id))),
      }));
    }
    case 'sending': {
      const sent = new Set(event.attempt.ids);
      return changeStep(run, event.stepId, (step) => ({
        ...step,
        attempts: [...step.attempts, event.attempt],
        items: step.items.map((item) =>
          sent.has(item.id) ? { ...item, ...unsettled, phase: 'sending' } : item,
        ),
      }));
    }
    case 'answered':
      return changeStep(run, event.stepId, (step) => ({
        ...step,
        attempts: step.attempts.map((attempt) =>
          attempt.clientRequestId === event.clientRequestId ? { ...attempt, ...event.end } : attempt,
        ),
      }));
    case 'problem':
      return changeStep(run, event.stepId, (step) => ({ ...step, problem: event.problem }));
    case 'waiting': {
      const { waitingBecause: _before, ...rest } = run;
      return { ...rest, waitingUntil: event.until, ...(event.because && { waitingBecause: event.because }) };
    }
    case 'paused':
      // Two steps may meet something at once: what stopped the run first is what is told.
      return run.state === 'paused'
        ? run
        : { ...run, state: 'paused', pausedBecause: event.because, waitingUntil: null };
    case 'state': {
      const endedAt = event.state === 'done' ? event.at : null;
      return { ...run, state: event.state, endedAt, pausedBecause: null, waitingUntil: null };
    }
    case 'cancelled':
      return { ...run, cancelled: true };
  }
}

function changeItem(item: Item, result: ItemResult | undefined): Item {
  if (!result) return item;
  const { phase, outcome, reason = '', left = null } = result;
  const { pre = item.pre, after = item.after, name = item.name, detail = item.detail } = result;
  // A refusal stays final for as long as it is the item's outcome, whichever read confirms it.
  const { isFinal = item.isFinal && outcome === item.outcome } = result;
  return { ...item, phase, outcome, reason, left, isFinal, pre, after, name, detail };
}

/** An item of which nothing is known that its next sending would not change. */
const unsettled = { outcome: null, reason: '', left: null, isFinal: false, after: '' } as const;

function changeStep(run: Run, stepId: string, change: (step: Step) => Step): Run {
  return { ...run, steps: run.steps.map((step) => (step.id === stepId ? change(step) : step)) };
}
