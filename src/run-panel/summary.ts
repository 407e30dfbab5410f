import { type Item, itemsOf, type Outcome, type Run } from '../runs/model.ts';
import { countOf, formatCount } from '../ui/format.ts';
import { outcomeOrder, outcomeText } from './outcomes.tsx';

/** How many items have each outcome, in the order they are told. */
export function countOutcomes(items: readonly Item[]): readonly (readonly [Outcome, number])[] {
  return outcomeOrder
    .map((outcome) => [outcome, items.filter((item) => item.outcome === outcome).length] as const)
    .filter(([, count]) => count > 0);
}

/** How many items have an answer of some kind. */
export function countAnswered(items: readonly Item[]): number {
  return items.filter((item) => item.phase === 'answered' || item.phase === 'settled').length;
}

/** One sentence for the status line and for screen readers: "240 items: 3 failed, 237 applied, confirmed". */
export function summarize(run: Run): string {
  const items = itemsOf(run);
  const counts = countOutcomes(items).map(
    ([outcome, count]) => `${formatCount(count)} ${outcomeText(outcome).toLowerCase()}`,
  );
  const open = items.length - countAnswered(items);
  if (open > 0) counts.push(`${formatCount(open)} not sent yet`);
  return `${countOf(items.length, 'item')}: ${counts.join('; ')}`;
}
