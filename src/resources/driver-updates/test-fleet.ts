import type { Driver } from '../../graph/driver-inventories.ts';
import { driverOf } from '../driver-profiles/test-drivers.ts';
import type { DriverUpdate } from './driver-update.ts';
import { createMerger, type Merged, type ProfileDrivers } from './merge.ts';

/** 64 hex digits that begin with a name of hex digits: "a1" */
export const keyOf = (name: string) => name.padEnd(64, '0');

/** A driver as a profile lists it, with the same id before `_` wherever its name is the same. */
export function listed(name: string, profileId: string, facts: Partial<Driver> = {}): Driver {
  return driverOf({ id: `${keyOf(name)}_${profileId}`, ...facts });
}

/** Profiles by their ids; those without drivers haven't been loaded. */
export function profilesOf(
  drivers: Readonly<Record<string, readonly Driver[] | undefined>>,
): readonly ProfileDrivers[] {
  return Object.entries(drivers).map(([id, list]) => ({ profile: { id }, drivers: list }));
}

/** Versions of one driver by their names of hex digits, and how they stand in each profile. */
export function mergedOf(
  versions: Readonly<
    Record<
      string,
      { readonly facts?: Partial<Driver>; readonly in: Readonly<Record<string, Partial<Driver>>> }
    >
  >,
): Merged & { readonly byName: Readonly<Record<string, DriverUpdate>> } {
  const drivers: Record<string, Driver[]> = {};
  for (const [name, { facts, in: cells }] of Object.entries(versions)) {
    for (const [profileId, cell] of Object.entries(cells)) {
      drivers[profileId] = [...(drivers[profileId] ?? []), listed(name, profileId, { ...facts, ...cell })];
    }
  }
  const merged = createMerger().merge(profilesOf(drivers));
  const named = Object.keys(versions).map((name) => {
    const update = merged.updates.find(({ key }) => key === keyOf(name));
    if (!update) throw new Error(`${name} is in no profile`);
    return [name, update] as const;
  });
  return { ...merged, byName: Object.fromEntries(named) };
}
