import type { Problem } from '../lib/problem.ts';
import type { Attempt, Item, Outcome, Phase, Run, RunState, Step } from './model.ts';

/** What became of one item, and why. */
export interface ItemResult {
  readonly id: string;
  readonly phase: Phase;
  readonly outcome: Outcome | null;
  readonly reason?: string;
  /** What the read just before sending found. */
  readonly pre?: string;
}

/** Results of the items of one step. */
export interface StepResults {
  readonly stepId: string;
  readonly results: readonly ItemResult[];
}

/** Everything that can happen to a run. */
export type RunEvent =
  | { readonly kind: 'items'; readonly stepId: string; readonly results: readonly ItemResult[] }
  | { readonly kind: 'attempt'; readonly stepId: string; readonly attempt: Attempt }
  | { readonly kind: 'problem'; readonly stepId: string; readonly problem: Problem | null }
  | { readonly kind: 'waiting'; readonly until: number | null }
  | { readonly kind: 'state'; readonly state: RunState; readonly at: number }
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
    case 'attempt':
      return changeStep(run, event.stepId, (step) => ({
        ...step,
        attempts: [...step.attempts, event.attempt],
      }));
    case 'problem':
      return changeStep(run, event.stepId, (step) => ({ ...step, problem: event.problem }));
    case 'waiting':
      return { ...run, waitingUntil: event.until };
    case 'state':
      return { ...run, state: event.state, endedAt: event.state === 'done' ? event.at : null };
    case 'cancelled':
      return { ...run, cancelled: true };
  }
}

function changeItem(item: Item, result: ItemResult | undefined): Item {
  if (!result) return item;
  return {
    ...item,
    phase: result.phase,
    outcome: result.outcome,
    reason: result.reason ?? '',
    pre: result.pre ?? item.pre,
  };
}

function changeStep(run: Run, stepId: string, change: (step: Step) => Step): Run {
  return { ...run, steps: run.steps.map((step) => (step.id === stepId ? change(step) : step)) };
}
