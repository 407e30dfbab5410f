import type { NextStep } from '../actions/action.ts';
import { actionOf } from '../actions/all.ts';
import type { Item, Step } from '../runs/model/run.ts';

/** The next step for a final refusal; undefined where another try may help, or there is nothing to do. */
export function nextStepFor(
  step: Pick<Step, 'intent' | 'problem'>,
  item: Pick<Item, 'isFinal' | 'outcome' | 'incident'>,
): NextStep | undefined {
  return item.isFinal && item.outcome !== 'completed'
    ? actionOf(step.intent).nextStep(step, item)
    : undefined;
}
