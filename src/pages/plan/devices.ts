import { devicesAtMost, devicesAtMostOver } from '../../actions/driver-approval/devices.ts';
import type { SeenProfile } from '../../actions/driver-approval/seen.ts';
import { groupBy } from '../../lib/group-by.ts';
import type { PlanLine } from './plan-lines.ts';

type Seen = ReadonlyMap<string, SeenProfile>;

/** How many devices a driver applies to; null where that isn't known. */
export function devicesOf({ change, item }: PlanLine, seen: Seen): number | null {
  return seen.get(change.target.id)?.drivers.get(item.id)?.applicableDeviceCount ?? null;
}

/** How many devices the drivers of these lines reach at most; null where Graph gives too few counts to tell. */
export function devicesOver(lines: readonly PlanLine[], seen: Seen): number | null {
  const byProfile = groupBy(lines, ({ change }) => change.target.id);
  return devicesAtMostOver(
    [...byProfile].map(([profileId, own]) => {
      const found = seen.get(profileId);
      if (!found) return null;
      return devicesAtMost(
        own.flatMap(({ item }) => found.drivers.get(item.id) ?? []),
        found.profile,
      );
    }),
  );
}
