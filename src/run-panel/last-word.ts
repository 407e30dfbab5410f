import { actionOf } from '../actions/all.ts';
import type { Item, Step } from '../runs/model/run.ts';

/** True of an item that another try can’t help, or hardly: its next step is another one. */
export function isLastWord(
  { intent }: Pick<Step, 'intent'>,
  item: Pick<Item, 'isFinal' | 'outcome' | 'after'>,
): boolean {
  return item.isFinal || (actionOf(intent).isLastWord?.(item) ?? false);
}
