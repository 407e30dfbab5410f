import type { Graph } from '../../graph/client.ts';
import { type DriverProfile, getDriverProfile } from '../../graph/driver-profiles.ts';
import { syncInventory } from '../../graph/inventory-sync.ts';
import { scopes } from '../../graph/scopes.ts';
import type { ItemResult } from '../../runs/model/reducer.ts';
import { refusedForNow } from '../../runs/model/retry.ts';
import type { Item } from '../../runs/model/run.ts';
import { type Inspected, observeEach, orGone, rereadAny, type Work } from '../../runs/work.ts';
import { profilesAfresh } from './afresh.ts';
import { syncStamp } from './plan.ts';

/** What an older read may show too is taken for final after so many ms. */
const settleTime = 60_000;
/** A sync that was accepted may be this long in beginning, in ms. */
const longestSync = 600_000;
/**
 * A failure that reads as the one before is taken for the answer after so many ms: a failed sync leaves no date, and one
 * that failed between two reads was never seen to run.
 */
const repeatedFailureTime = 120_000;

/** The date in a stamp, epoch ms; before all others where it has none. */
function dateOf(stamp: string): number {
  const date = Number(stamp.slice(stamp.indexOf(' ') + 1));
  return Number.isNaN(date) ? Number.NEGATIVE_INFINITY : date;
}

/** What a read after the request says of a sync; undefined while it proves nothing. */
export function judgeSync(
  item: Item,
  profile: DriverProfile | 'gone',
  elapsed: number,
): ItemResult | undefined {
  const settled = { id: item.id, phase: 'settled' } as const;
  if (profile === 'gone') return { ...settled, outcome: 'notFound', reason: 'The profile no longer exists' };
  // Where the last success is earlier than it was, the read is an older one.
  if (dateOf(syncStamp(profile)) < dateOf(item.pre)) return undefined;
  const isAsBefore = syncStamp(profile) === item.pre;
  const wasTaken = item.outcome === 'started' || item.outcome === 'alreadyRunning';
  switch (profile.inventorySyncStatus?.driverInventorySyncState) {
    case 'pending':
      if (!wasTaken) return { id: item.id, phase: 'answered', outcome: 'started' };
      // A second failure reads as the first: that a sync was seen to run between them tells them apart.
      return item.pre.startsWith('failure ')
        ? { id: item.id, phase: 'answered', outcome: item.outcome, pre: syncStamp(profile) }
        : undefined;
    case 'success':
      // Each success has a date of its own: with the old one, or one before it, it is an older read.
      if (dateOf(syncStamp(profile)) > dateOf(item.pre)) return { ...settled, outcome: 'completed' };
      break;
    case 'failure':
      if (!isAsBefore && (!item.pre.startsWith('pending ') || elapsed >= settleTime)) {
        return { ...settled, outcome: 'failed', reason: 'Intune reports that the sync failed' };
      }
      if (isAsBefore && wasTaken && elapsed >= repeatedFailureTime) {
        const reason = `Intune still reports a failed sync ${Math.round(elapsed / 1_000)} s later`;
        return { ...settled, outcome: 'failed', reason };
      }
  }
  if (item.outcome === 'skipped') return { ...settled, ...refusedForNow };
  if (item.outcome === 'rejected') return { ...settled, outcome: 'rejected', reason: item.reason };
  if (!isAsBefore) return undefined;
  const at = `${Math.round(elapsed / 1_000)} s later`;
  if (item.outcome === 'contradicted') return { ...settled, outcome: 'contradicted', reason: item.reason };
  if (wasTaken) {
    const reason = `Intune accepted it, but shows no new sync ${at}`;
    return elapsed < longestSync ? undefined : { ...settled, outcome: 'contradicted', reason };
  }
  return elapsed < settleTime
    ? undefined
    : { ...settled, outcome: 'notApplied', reason: `No sync started ${at}` };
}

/** Asks Intune to sync the inventory of a profile, and follows it. */
export function syncWork(graph: Graph): Work {
  return {
    scopes: scopes.changeDrivers,
    lanes: 2,
    readAt: [2, 5, 10, 20, 30, 60, 120, 300, 600].map((seconds) => seconds * 1_000),
    async inspect(step, signal) {
      const profile = await getDriverProfile(graph, step.targetId, signal);
      const isPending = profile.inventorySyncStatus?.driverInventorySyncState === 'pending';
      const pre = syncStamp(profile);
      return step.items.map((item): Inspected => {
        // It was sent, and refused for now: a sync that has ended since then may be its doing, so it is followed.
        const isOver = step.attempts.length > 0 && pre !== item.pre;
        return isPending || isOver
          ? { id: item.id, phase: 'answered', outcome: 'alreadyRunning', ...(!isOver && { pre }) }
          : { id: item.id, phase: 'planned', outcome: null, pre, reviewed: {} };
      });
    },
    readAfresh: (targets) => profilesAfresh(graph, targets),
    following: ({ id }) => ({ id, phase: 'answered', outcome: 'alreadyRunning' }),
    isFinal: ({ kind }) => kind === 'notFound',
    send: (step, _ids, hooks) => syncInventory(graph, step.targetId, rereadAny(hooks)),
    account: (ids) => ids.map((id) => ({ id, phase: 'answered', outcome: 'started' })),
    observe: (steps, elapsed) =>
      observeEach(steps, async ({ targetId }) => {
        const profile = await orGone(getDriverProfile(graph, targetId));
        return (item) => judgeSync(item, profile, elapsed);
      }),
  };
}
