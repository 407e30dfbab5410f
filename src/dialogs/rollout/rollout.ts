import {
  chooseDrivers,
  type DriverChoice,
  type OptionalDrivers,
} from '../../actions/driver-approval/choice.ts';
import { driversTitle, planDriver, planDrivers } from '../../actions/driver-approval/plan.ts';
import type { DriverRequest } from '../../actions/driver-approval/rules.ts';
import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Instant } from '../../lib/instant.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { type Columns, cellIn, type DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import type { Plan } from '../../runs/model/run.ts';

/** What a request does with the chosen driver updates in one profile. */
export interface RolloutRing extends DriverChoice {
  readonly profile: DriverProfile;
}

/**
 * Sorts the drivers of driver updates by what a request does with them, in each profile that lists any.
 *
 * @param profiles in the order of rings
 * @param included the statuses that a person has ticked
 * @param busy the ids that another run holds
 * @param isIn whether a driver update counts in a profile; everywhere when absent
 */
export function ringsOf(
  request: DriverRequest,
  updates: readonly DriverUpdate[],
  profiles: readonly DriverProfile[],
  {
    columns,
    included,
    busy,
    isIn = () => true,
  }: {
    readonly columns: Columns;
    readonly included: readonly string[];
    readonly busy: ReadonlySet<string>;
    readonly isIn?: ((updateId: string, profileId: string) => boolean) | undefined;
  },
): readonly RolloutRing[] {
  return profiles.flatMap((profile) => {
    const drivers = updates.flatMap((update): Driver[] => {
      const driver = cellIn(update, columns, profile.id);
      return driver && isIn(update.id, profile.id) ? [driver] : [];
    });
    return drivers.length === 0 ? [] : [{ profile, ...chooseDrivers(request, drivers, included, busy) }];
  });
}

/** The ring without the drivers that are approved with this date already; null: as soon as possible. */
export function exceptAlreadyOn(ring: RolloutRing, deployAt: Instant | null): RolloutRing {
  const already = ring.sent.filter(
    (driver) => driver.approvalStatus === 'approved' && driver.deployDateTime === deployAt,
  );
  if (already.length === 0) return ring;
  return {
    ...ring,
    sent: ring.sent.filter((driver) => !already.includes(driver)),
    skipped: [...ring.skipped, ...already.map((row) => ({ row, reason: 'Already approved with this date' }))],
  };
}

/** A profile with the drivers to send, and the date from which they are available there; null: as soon as possible. */
export interface RolloutStep {
  readonly profile: DriverProfile;
  readonly sent: readonly Driver[];
  readonly deployAt: Instant | null;
}

/** The driver updates of which something is sent in a profile; all of them while nothing is. */
export function updatesOf(
  steps: readonly RolloutStep[],
  updates: readonly DriverUpdate[],
  columns: Columns,
): readonly DriverUpdate[] {
  const sent = new Set(steps.flatMap((step) => step.sent));
  if (sent.size === 0) return updates;
  return updates.filter((update) =>
    steps.some(({ profile }) => {
      const driver = cellIn(update, columns, profile.id);
      return driver !== undefined && sent.has(driver);
    }),
  );
}

/** One plan for all profiles: one run, one roll-up, one undo. */
export function planRollout(request: DriverRequest, steps: readonly RolloutStep[], note: string): Plan {
  const sending = steps.filter(({ sent }) => sent.length > 0);
  return {
    title: driversTitle(
      request,
      sending.flatMap(({ sent }) => sent.map(planDriver)),
      sending.map(({ profile }) => profileName(profile)),
    ),
    note: note.trim(),
    targets: sending.flatMap(
      ({ profile, sent, deployAt }) => planDrivers(request, profile, sent, { deployAt, note }).targets,
    ),
  };
}

/** The statuses that some of these profiles offer, with the drivers of all of them. */
export function optionalOf(rings: readonly RolloutRing[]): readonly OptionalDrivers[] {
  const offered = rings.flatMap(({ optional }) => optional);
  return [...new Set(offered.map(({ status }) => status))].map((status) => ({
    status,
    drivers: offered.filter((some) => some.status === status).flatMap(({ drivers }) => drivers),
  }));
}
