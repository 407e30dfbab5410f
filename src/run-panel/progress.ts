import { actionOf } from '../actions/all.ts';
import { intentsOf } from '../runs/action.ts';
import { isCanceled } from '../runs/model/retry.ts';
import { isOpen, itemsOf, type Run, waitOf } from '../runs/model/run.ts';
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

/** The rate to expect: as of late, but a first burst never counts for more than the pace; null for not known yet. */
function expectedRate(run: Run, count: number, now: number): number | null {
  const paces = intentsOf(run.steps).map((intent) => actionOf(intent).mostPerMinute);
  const pace = Math.min(Number.POSITIVE_INFINITY, ...paces);
  const lately = ratePerMinute(run, now);
  if (lately !== null) return Math.min(lately, pace);
  return count > pace ? pace : null;
}

/** What is checked once everything is sent: of requests that were all refused, only that they changed nothing. */
export function tellChecking(run: Run): string {
  const open = itemsOf(run).filter(isOpen);
  return open.length > 0 && open.every(({ outcome }) => outcome === 'rejected')
    ? 'Confirming that rejected requests changed nothing…'
    : 'Checking results…';
}

/** "Canceled: 173 not sent"; while requests are on their way, what they may still do. */
export function tellCanceled(run: Run): string {
  if (run.state === 'running') return 'Canceled. Requests already sent may still take effect';
  const count = itemsOf(run).filter((item) => isCanceled(run, item)).length;
  return count > 0 ? `Canceled: ${formatCount(count)} not sent` : 'Canceled after everything was sent';
}

/** "1,400 of 4,000 drivers answered, about 1,200 a minute, about 3 min left" */
export function tellProgress(run: Run, now: number): string {
  const items = itemsOf(run);
  const answered = countAnswered(items);
  const rate = expectedRate(run, items.length, now);
  const parts = [`${formatCount(answered)} of ${countItems(run, items.length)} answered`];
  if (rate !== null && rate > 0) {
    parts.push(`about ${formatCount(rate)} a minute`);
    const minutes = Math.ceil((items.length - answered) / rate);
    // Waits of our own pacing are part of the rate; how often the service asks for one, nobody knows.
    const wait = waitOf(run);
    const isHeldUp = wait !== null && wait.because !== 'pacing' && wait.until > now;
    if (minutes > 0 && !isHeldUp) parts.push(`about ${formatCount(minutes)} min left`);
  }
  return parts.join(', ');
}
