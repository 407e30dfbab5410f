import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Instant } from '../../lib/instant.ts';
import { standingOf } from '../driver-profiles/standing.ts';
import { type Columns, cellIn, type DriverUpdate } from './driver-update.ts';

/** The profiles in which a driver update is approved with a date to come: its rollout is on its way there. @param now epoch ms */
export function scheduledIn(
  update: DriverUpdate,
  profiles: readonly DriverProfile[],
  { columns, now }: { readonly columns: Columns; readonly now: Instant },
): readonly DriverProfile[] {
  return profiles.filter(({ id }) => {
    const driver = cellIn(update, columns, id);
    return driver !== undefined && standingOf(driver, now) === 'scheduled';
  });
}
