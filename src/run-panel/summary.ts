import type { RolledUp } from '../runs/model/rolled-up.ts';
import { type Item, itemsOf, type Run, waitOf } from '../runs/model/run.ts';
import { countOf, formatCount } from '../ui/format.ts';
import { nounOf } from './intent-text.ts';
import { type Result, resultOf, resultOrder, resultText } from './result-words.ts';
import { runStateText } from './run-state-words.ts';

/** "240 drivers", "1 task" */
export function countItems({ steps }: Pick<Run, 'steps'>, count: number): string {
  return countOf(count, nounOf(steps));
}

/** An item with the run that decides its result. */
type Entry = Pick<RolledUp, 'run' | 'item'>;

/** The items of a run, each as the run itself has it. */
export function entriesOf(run: Run): readonly Entry[] {
  return itemsOf(run).map((item) => ({ run, item }));
}

/** How many items have each result, what needs attention first. */
export function countResults(entries: readonly Entry[]): readonly (readonly [Result, number])[] {
  const counts = new Map<Result, number>();
  for (const { run, item } of entries) {
    const result = resultOf(item, run);
    counts.set(result, (counts.get(result) ?? 0) + 1);
  }
  return resultOrder.flatMap((result) => {
    const count = counts.get(result);
    return count === undefined ? [] : [[result, count] as const];
  });
}

/** How many items have an answer of some kind. */
export function countAnswered(items: readonly Item[]): number {
  return items.filter((item) => item.phase === 'answered' || item.phase === 'settled').length;
}

/** A result in a count: "3 failed", "12 not sent yet". */
export function resultInCount(result: Result): string {
  if (result === 'waiting') return 'not sent yet';
  if (result === 'sending') return 'sent, no response yet';
  return resultText(result).toLowerCase();
}

/** One sentence for the status line and for screen readers: "240 drivers: 3 failed, 237 confirmed". */
export function summarize(run: Run, entries: readonly Entry[] = entriesOf(run)): string {
  const counts = countResults(entries).map(
    ([result, count]) => `${formatCount(count)} ${resultInCount(result)}`,
  );
  return `${countItems(run, entries.length)}: ${counts.join(', ')}`;
}

/** Parts as sentences on one line: "Checking results… Canceled: 173 not sent". */
export function inSentences(parts: readonly (string | false)[]): string {
  return parts
    .filter((part) => part !== false && part !== '')
    .join('. ')
    .replaceAll('…. ', '… ');
}

/**
 * The same with the state of the run, where nothing else shows it: "Interrupted. 240 drivers: 12 failed, 228 not sent".
 *
 * @param isLookedAfter this page or another tab handles it: without that, what it waited for is over
 */
export function brief(run: Run, entries: readonly Entry[], isLookedAfter = true): string {
  return inSentences([
    run.state === 'paused' && runStateText(run.state),
    isLookedAfter && isAskedToWait(run) && waitingInBrief,
    summarize(run, entries),
  ]);
}

/** A run whose next request waits because Microsoft Graph asked for it. */
export function isAskedToWait(run: Run): boolean {
  return waitOf(run)?.because === 'throttled';
}

export const waitingInBrief = 'Waiting for Microsoft Graph';
