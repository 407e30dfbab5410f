import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { FleetProfile } from '../driver-profiles/fleet.ts';

/** Profiles whose drivers aren't all here. Numbers lack the missing ones, and say so. */
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
