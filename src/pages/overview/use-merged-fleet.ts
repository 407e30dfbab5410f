import { useMemo, useState } from 'react';
import type { FleetProfile } from '../../resources/driver-profiles/fleet.ts';
import { createMerger } from '../../resources/driver-updates/merge.ts';

/** The drivers of all profiles as driver updates; undefined until every profile has loaded, or failed to. */
export function useMergedFleet(fleet: readonly FleetProfile[], isWhole: boolean) {
  const [merger] = useState(createMerger);
  return useMemo(() => (isWhole ? merger.merge(fleet) : undefined), [merger, fleet, isWhole]);
}

export type MergedFleet = ReturnType<typeof useMergedFleet>;
