import type { NextStep } from '../actions/action.ts';
import { actionOf } from '../actions/all.ts';
import type { Intent, Item, Step } from '../runs/model/run.ts';

/** The next step for a final refusal; undefined where another try may help, or there is nothing to do. */
export function nextStepFor(
  intent: Intent,
  step: Pick<Step, 'problem'>,
  item: Pick<Item, 'isFinal' | 'outcome' | 'incident'>,
): NextStep | undefined {
  return item.isFinal && item.outcome !== 'completed' ? actionOf(intent).nextStep(step, item) : undefined;
}
