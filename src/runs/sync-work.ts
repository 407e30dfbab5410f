import type { Graph } from '../graph/client.ts';
import { type DriverProfile, getDriverProfile, syncInventory } from '../graph/driver-profiles.ts';
import { scopes } from '../graph/scopes.ts';
import type { Item } from './model.ts';
import type { ItemResult, StepResults } from './reducer.ts';
import type { Work } from './work.ts';

/** A failed sync that reads "failed" as before is taken for failed again after so many ms. */
const settleTime = 60_000;

/** The sync state of a profile in one word and one stamp, to be compared with later reads by equality. */
export function syncStamp({ inventorySyncStatus: sync }: DriverProfile): string {
  return sync ? `${sync.driverInventorySyncState} ${sync.lastSuccessfulSyncDateTime ?? 'never'}` : 'never';
}

/** What a read after the request says of a sync; undefined while it proves nothing. */
export function judgeSync(item: Item, profile: DriverProfile, elapsed: number): ItemResult | undefined {
  const settled = { id: item.id, phase: 'settled' } as const;
  const isAsBefore = syncStamp(profile) === item.before;
  switch (profile.inventorySyncStatus?.driverInventorySyncState) {
    case 'pending':
      return item.outcome === 'unknown' ? { id: item.id, phase: 'answered', outcome: 'started' } : undefined;
    case 'success':
      if (!isAsBefore) return { ...settled, outcome: 'completed' };
      break;
    case 'failure':
      if (!isAsBefore || (item.outcome !== 'unknown' && elapsed >= settleTime)) {
        return { ...settled, outcome: 'failed', reason: 'Intune reports that the sync failed' };
      }
  }
  const isOver = item.outcome === 'unknown' && elapsed >= settleTime;
  return isOver
    ? { ...settled, outcome: 'notApplied', reason: 'Read again for a minute: no sync has begun' }
    : undefined;
}

/** Asks Intune to sync the inventory of a profile, and follows it. */
export function syncWork(graph: Graph): Work {
  return {
    scopes: scopes.changeDrivers,
    readAt: [2, 5, 10, 20, 30, 60, 120, 300, 600].map((seconds) => seconds * 1_000),
    async inspect(step) {
      const profile = await getDriverProfile(graph, step.targetId);
      const isPending = profile.inventorySyncStatus?.driverInventorySyncState === 'pending';
      return step.items.map(({ id }) =>
        isPending
          ? { id, phase: 'answered', outcome: 'alreadyRunning' }
          : { id, phase: 'planned', outcome: null, before: syncStamp(profile) },
      );
    },
    send: (step, _ids, { reread: _unused, ...hooks }) => syncInventory(graph, step.targetId, hooks),
    account: (ids) => ids.map((id) => ({ id, phase: 'answered', outcome: 'started' })),
    follow: (ids) => ids.map((id) => ({ id, phase: 'answered', outcome: 'alreadyRunning' })),
    async observe(steps, elapsed) {
      const all: StepResults[] = [];
      for (const step of steps) {
        const profile = await getDriverProfile(graph, step.targetId);
        const open = step.items.filter((item) => item.phase === 'answered');
        const results = open
          .map((item) => judgeSync(item, profile, elapsed))
          .filter((result) => result !== undefined);
        all.push({ stepId: step.id, results });
      }
      return all;
    },
  };
}
