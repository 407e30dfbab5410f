import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { FleetProfile } from '../driver-profiles/fleet.ts';

/** Profiles that aren't whole: what they list, or may list, is missing in every number of the fleet. */
export interface Gaps {
  /** Their drivers are still to come, all of them or those of their last pages. */
  readonly loading: readonly DriverProfile[];
  /** Their drivers could not be loaded. */
  readonly failed: readonly DriverProfile[];
}

export const isWhole = ({ loading, failed }: Gaps) => loading.length + failed.length === 0;

export function gapsOf(fleet: readonly FleetProfile[]): Gaps {
  const missing = fleet.filter(({ drivers }) => drivers === undefined);
  return {
    loading: missing.filter(({ problem }) => !problem).map(({ profile }) => profile),
    failed: missing.filter(({ problem }) => problem).map(({ profile }) => profile),
  };
}
