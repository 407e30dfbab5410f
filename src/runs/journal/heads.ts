import * as v from 'valibot';
import { type OpenItems, openItemsOf } from '../model/open-items.ts';
import type { Run } from '../model/run.ts';
import type { HeadRecord } from './database.ts';
import { isUnsettled } from './journal.ts';

/** What a head says of a run of which so many events are written. */
export function headOf(run: Run, next: number): HeadRecord {
  return {
    runId: run.id,
    tenantId: run.tenantId,
    accountKey: run.accountKey,
    writtenAt: Date.now(),
    startedAt: run.startedAt,
    open: isUnsettled(run) ? 1 : 0,
    next,
    openItems: openItemsOf(run),
  };
}

const openItems = v.array(v.tuple([v.string(), v.array(v.string())]));

/** What is on its way, by the head of its run alone; undefined where the head is damaged. */
export function openItemsIn(head: HeadRecord): OpenItems | undefined {
  const parsed = v.safeParse(openItems, head.openItems);
  return parsed.success ? parsed.output : undefined;
}

/**
 * A run that nobody here can look after keeps its items from being sent for so long after it was last written of, in ms:
 * another account's, and one that cannot be read. By then what it sent has had its effect, or none, and a read before the
 * next sending tells. A run's own account may know better, and waits.
 */
export const heldFor = 40 * 60_000;

/** True of a run that nothing was written of for so long. */
export function isLongUnwritten({ writtenAt }: HeadRecord, now: number): boolean {
  return now - writtenAt > heldFor;
}

/** True when a run is another account's, and was left so long ago that it holds nobody up. */
export function isForsaken(head: HeadRecord, accountKey: string, now: number): boolean {
  return head.accountKey !== accountKey && isLongUnwritten(head, now);
}

const day = 24 * 60 * 60 * 1_000;
/** What is over is kept for so long, and so many of them. */
const keptFor = 30 * day;
const mostKept = 1_000;

/** True of a run that was begun so long ago that it need not be kept. */
export function isOutlived({ startedAt }: HeadRecord, now: number): boolean {
  return now - startedAt > keptFor;
}

/** The runs that are over and have been kept long enough: ids, of which the newest are never among them. */
export function outlived(heads: readonly HeadRecord[], now: number): readonly string[] {
  const over = heads.filter(({ open }) => open === 0).sort((a, b) => b.startedAt - a.startedAt);
  return over.filter((head, index) => index >= mostKept || isOutlived(head, now)).map(({ runId }) => runId);
}
