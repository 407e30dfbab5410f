import { type Item, itemsOf, type Outcome, type Phase, type Run } from '../runs/model.ts';
import { countOf, formatClock, formatCount } from '../ui/format.ts';
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

/** How many items were sent and have no answer, and how many were not sent yet; those that occur. */
export function countUnanswered(items: readonly Item[]): readonly (readonly [string, number])[] {
  const count = (wanted: Phase) => items.filter(({ phase }) => phase === wanted).length;
  const counts = [
    ['sent, no answer yet', count('sending')],
    ['not sent yet', count('planned')],
  ] as const;
  return counts.filter(([, number]) => number > 0);
}

/** One sentence for the status line and for screen readers: "240 items: 3 failed, 237 applied, confirmed". */
export function summarize(run: Run): string {
  const items = itemsOf(run);
  const counts = countOutcomes(items).map(
    ([outcome, count]) => `${formatCount(count)} ${outcomeText(outcome).toLowerCase()}`,
  );
  for (const [text, count] of countUnanswered(items)) counts.push(`${formatCount(count)} ${text}`);
  return `${countOf(items.length, 'item')}: ${counts.join('; ')}`;
}

/** The same with what stands in its way, where nothing else shows that: "Paused. 240 items: 12 failed; 228 not sent yet". */
export function brief(run: Run): string {
  const { state, waitingUntil } = run;
  const told = [
    state === 'paused' && 'Paused',
    waitingUntil !== null && `Waits until ${formatClock(waitingUntil)}`,
    summarize(run),
  ];
  return told.filter(Boolean).join('. ');
}
