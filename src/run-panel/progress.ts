import { itemsOf, type Run } from '../runs/model.ts';
import { formatCount } from '../ui/format.ts';
import { countAnswered, countItems } from './summary.ts';

/** How far back, in ms, the rate looks; and from when on it is worth telling. */
const window = 60_000;
const soonest = 10_000;

/** How many items have been answered a minute lately; null while that says nothing yet. */
export function ratePerMinute({ startedAt, steps }: Run, now: number): number | null {
  const elapsed = Math.min(window, now - startedAt);
  if (elapsed < soonest) return null;
  const answered = steps.flatMap(({ items, attempts }) =>
    attempts
      .filter(({ endedAt }) => endedAt !== undefined && Date.parse(endedAt) > now - elapsed)
      .flatMap(({ ids }) => ids)
      .filter((id) =>
        items.some((item) => item.id === id && item.phase !== 'planned' && item.phase !== 'sending'),
      ),
  );
  return answered.length === 0 ? null : Math.round((answered.length * 60_000) / elapsed);
}

/** "1,400 of 4,000 drivers answered, about 1,200 a minute, about 3 min left" */
export function tellProgress(run: Run, now: number): string {
  const items = itemsOf(run);
  const answered = countAnswered(items);
  const rate = ratePerMinute(run, now);
  const parts = [`${formatCount(answered)} of ${countItems(run, items.length)} answered`];
  if (rate !== null && rate > 0) {
    parts.push(`about ${formatCount(rate)} a minute`);
    const minutes = Math.ceil((items.length - answered) / rate);
    if (minutes > 0 && run.waitingUntil === null) parts.push(`about ${formatCount(minutes)} min left`);
  }
  return parts.join(', ');
}
