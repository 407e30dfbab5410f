import * as v from 'valibot';
import type { Run } from '../model.ts';
import { type OpenItems, openItemsOf } from '../open-items.ts';
import type { HeadRecord } from './database.ts';
import { needsSomebody } from './journal.ts';

/** What a head says of a run of which so many events are written. */
export function headOf(run: Run, next: number): HeadRecord {
  return {
    runId: run.id,
    tenantId: run.tenantId,
    startedAt: run.startedAt,
    open: needsSomebody(run) ? 1 : 0,
    next,
    openItems: { next, targets: openItemsOf(run) },
  };
}

const told = v.object({
  next: v.number(),
  targets: v.array(v.tuple([v.string(), v.array(v.string())])),
});

/**
 * What is on its way, by the head of its run alone.
 *
 * @returns undefined when the run must be read for it: version 1 wrote none, and when it goes on with a run, in a tab
 * that was not reloaded, it leaves what an earlier event had made of them
 */
export function openItemsIn({ next, openItems }: HeadRecord): OpenItems | undefined {
  const parsed = v.safeParse(told, openItems);
  return parsed.success && parsed.output.next === next ? parsed.output.targets : undefined;
}

const day = 24 * 60 * 60 * 1_000;
/** What is over is kept for so long, and so many of them. */
const keptFor = 30 * day;
const mostKept = 1_000;

/** The runs that are over and have been kept long enough: ids, of which the newest are never among them. */
export function outlived(heads: readonly HeadRecord[], now: number): readonly string[] {
  const over = heads.filter(({ open }) => open === 0).sort((a, b) => b.startedAt - a.startedAt);
  return over
    .filter(({ startedAt }, index) => index >= mostKept || now - startedAt > keptFor)
    .map(({ runId }) => runId);
}
