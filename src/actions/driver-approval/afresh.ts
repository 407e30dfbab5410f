import type { Graph } from '../../graph/client.ts';
import { type Driver, readDrivers } from '../../graph/driver-inventories.ts';
import { type DriverProfile, getDriverProfile } from '../../graph/driver-profiles.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import type { PlannedItem, TargetItems } from '../../runs/model/run.ts';
import { toItem } from '../../runs/model/start.ts';
import { type FreshRead, type FreshTarget, readEach, type Skipped, seeIn } from '../../runs/work.ts';
import type { DriverIntent } from './intent.ts';
import { driversTitle, planDriver } from './plan.ts';
import { requestOf } from './rules.ts';
import { judgeBeforeSending, type SeenDriver } from './verdicts.ts';

/** The profiles of a plan with those of their drivers that are in it. */
export type SeenDrivers = readonly { readonly profile: DriverProfile; readonly drivers: readonly Driver[] }[];

/**
 * Reads the profiles and drivers of a plan afresh.
 *
 * @param now epoch ms, which dates of drivers are compared with
 */
export async function driversAfresh(
  graph: Graph,
  intent: DriverIntent,
  targets: readonly TargetItems[],
  now: number,
): Promise<FreshRead> {
  const profiles: { profile: DriverProfile; drivers: readonly Driver[] }[] = [];
  const read = await readEach(targets, async ({ id, items }): Promise<FreshTarget> => {
    const [profile, rows] = await Promise.all([getDriverProfile(graph, id), readDrivers(graph, id)]);
    profiles.push({ profile, drivers: rows.rows });
    const see = seeIn<Driver>(rows);
    const sorted = items.map((item) => sortDriver(intent, item, see(item.id), now));
    return {
      id,
      name: profileName(profile),
      items: sorted.flatMap(({ planned }) => planned ?? []),
      leftOut: sorted.flatMap(({ left }) => left ?? []),
    };
  });
  return {
    targets: read,
    seenOf: (sent): SeenDrivers =>
      profiles.flatMap(({ profile, drivers }) => {
        const ids = new Set(sent.find(({ id }) => id === profile.id)?.items.map(({ id }) => id));
        return ids.size === 0 ? [] : [{ profile, drivers: drivers.filter(({ id }) => ids.has(id)) }];
      }),
    titleOf: (sent) => titleOfDrivers(intent, sent),
  };
}

/** A driver as it is now: to be sent, or left out with the reason. */
function sortDriver(intent: DriverIntent, item: PlannedItem, driver: SeenDriver, now: number) {
  const { phase, reason = '' } = judgeBeforeSending(intent, toItem(item), driver, false, now);
  const fresh = typeof driver === 'string' ? item : planDriver(driver);
  if (phase === 'planned') return { planned: fresh };
  // Its row can't be read: what became of the driver isn't known.
  const left: Skipped = driver === 'unreadable' ? { item, reason, open: 'unread' } : { item: fresh, reason };
  return { left };
}

/** The decision in words, by what the drivers are now. */
function titleOfDrivers({ action }: DriverIntent, targets: readonly TargetItems[]): string {
  const items = targets.flatMap((target) => target.items);
  const isDateOnly =
    items.length > 0 && items.every(({ before }) => requestOf(action, before) === 'changeDate');
  const names = targets.map(({ name }) => name);
  return driversTitle(isDateOnly ? 'changeDate' : action, items, names);
}
