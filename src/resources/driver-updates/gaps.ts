import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { FleetProfile } from '../driver-profiles/fleet.ts';

/** Profiles whose drivers are missing in every number of the fleet. */
export interface Gaps {
  /** They are still to come. */
  readonly loading: readonly DriverProfile[];
  /** They could not be loaded. */
  readonly failed: readonly DriverProfile[];
}

export function gapsOf(fleet: readonly FleetProfile[]): Gaps {
  const missing = fleet.filter(({ drivers }) => drivers === undefined);
  return {
    loading: missing.filter(({ problem }) => !problem).map(({ profile }) => profile),
    failed: missing.filter(({ problem }) => problem).map(({ profile }) => profile),
  };
}
