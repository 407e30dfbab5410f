import type {
  WindowsDriverUpdateInventory,
  WindowsDriverUpdateProfile,
} from '@microsoft/microsoft-graph-types-beta';
import { type Clock, toGraphTime, unsetDate } from '../tenants/clock.ts';
import type { Assignment } from './assignments.ts';
import { finishSync, lookDaily } from './inventory-sync.ts';

/** A driver as it is sent: Microsoft's own type with every property present, as the real service sends it. */
export type DriverRecord = Required<WindowsDriverUpdateInventory>;

/** The part of a profile that is stored; counts and sync status are worked out when it is read. */
export type ProfileRecord = Required<
  Omit<WindowsDriverUpdateProfile, 'assignments' | 'driverInventories' | 'newUpdates' | 'inventorySyncStatus'>
>;

export interface Driver {
  readonly record: DriverRecord;
  /** `failsOnApprove`: Intune reports it in failedDriverIds. `vanishes`: gone from the profile once a person acts on the driver. */
  readonly script?: 'failsOnApprove' | 'vanishes';
}

/** A driver that is not in the profile yet. */
export interface Arrival extends Driver {
  /** Epoch ms of the daily look at Windows Update that finds it; without it a sync that a person starts does. */
  readonly at?: number;
  /** Id of the driver that is recommended no longer once this one is there. */
  readonly supersedes?: string;
}

export interface ProfileSeed {
  readonly record: ProfileRecord;
  readonly assignments: readonly Assignment[];
  readonly drivers: readonly Driver[];
  readonly arrivals: readonly Arrival[];
  /** Epoch ms of the last good sync; undefined when there was none. */
  readonly lastSync: number | undefined;
  readonly syncState: SyncState;
  readonly syncAlwaysFails: boolean;
  /** Its drivers are out of everybody's scope: who reads or acts on them is refused. */
  readonly hidesDrivers?: boolean;
}

export type SyncState = 'pending' | 'success' | 'failure';

export interface Profile {
  /** Replaced, never changed, so that it can be kept as it was. */
  record: ProfileRecord;
  assignments: readonly Assignment[];
  /** By id in lower case, in the order of the list. */
  readonly drivers: Map<string, Driver>;
  /** In no order. */
  arrivals: readonly Arrival[];
  readonly syncAlwaysFails: boolean;
  readonly hidesDrivers: boolean;
  syncState: SyncState;
  lastSync: number | undefined;
  /** Epoch ms at which the sync under way ends. */
  syncEndsAt: number | undefined;
}

/** One tenant's Intune. */
export interface Intune {
  /** Without a licence every call is refused. */
  readonly licensed: boolean;
  /**
   * In the order of the list. Built on first use: a large tenant costs nothing until a person looks.
   * @param asOf epoch ms: those that there were at that time
   */
  profiles(asOf?: number): readonly Profile[];
  /** Letter case of the id is ignored. */
  profile(id: string, asOf?: number): Profile | undefined;
  /** Adds an empty profile that was never synced, without assignments. */
  add(record: ProfileRecord): Profile;
  remove(profile: Profile): void;
}

export interface IntuneOptions {
  readonly clock: Clock;
  readonly licensed: boolean;
  /** Given the time of the tenant's creation, epoch ms. */
  readonly seed: (createdAt: number) => readonly ProfileSeed[];
}

export function createIntune(options: IntuneOptions): Intune {
  const { clock } = options;
  const createdAt = clock.now();
  let built: Map<string, Profile> | undefined;
  const profiles = (): Map<string, Profile> => {
    built ??= new Map(options.seed(createdAt).map((seed) => [seed.record.id.toLowerCase(), grow(seed)]));
    return built;
  };
  const addedAt = new Map<Profile, number>();
  const removedAt = new Map<Profile, number>();
  const all = (asOf?: number): readonly Profile[] => {
    const present = [...profiles().values()];
    if (asOf === undefined) return present;
    const gone = [...removedAt].filter(([, time]) => time > asOf).map(([profile]) => profile);
    return [...present, ...gone].filter((profile) => (addedAt.get(profile) ?? 0) <= asOf);
  };
  const settled = (profile: Profile): Profile => {
    finishSync(profile, clock.now());
    lookDaily(profile, clock.now());
    return profile;
  };
  return {
    licensed: options.licensed,
    profiles: (asOf) => all(asOf).map(settled),
    profile: (id, asOf) => {
      const wanted = id.toLowerCase();
      const profile =
        asOf === undefined
          ? profiles().get(wanted)
          : all(asOf).find(({ record }) => record.id.toLowerCase() === wanted);
      return profile && settled(profile);
    },
    add: (record) => {
      const profile = grow({ ...neverSynced, record });
      profiles().set(record.id.toLowerCase(), profile);
      addedAt.set(profile, clock.now());
      return profile;
    },
    remove: (profile) => {
      profiles().delete(profile.record.id.toLowerCase());
      removedAt.set(profile, clock.now());
    },
  };
}

const neverSynced: Omit<ProfileSeed, 'record'> = {
  assignments: [],
  drivers: [],
  arrivals: [],
  lastSync: undefined,
  syncState: 'pending',
  syncAlwaysFails: false,
};

function grow(seed: ProfileSeed): Profile {
  return {
    record: { ...seed.record },
    assignments: seed.assignments,
    drivers: new Map(seed.drivers.map((driver) => [driver.record.id.toLowerCase(), driver])),
    arrivals: seed.arrivals,
    syncAlwaysFails: seed.syncAlwaysFails,
    hidesDrivers: seed.hidesDrivers ?? false,
    syncState: seed.syncState,
    lastSync: seed.lastSync,
    syncEndsAt: undefined,
  };
}

/** A profile as it is sent. `assignments` only where `$expand` asks for it. */
export function toProfileJson(
  profile: Profile,
): Required<Omit<WindowsDriverUpdateProfile, 'assignments' | 'driverInventories'>> {
  let newUpdates = 0;
  for (const driver of profile.drivers.values()) {
    if (driver.record.approvalStatus === 'needsReview') newUpdates += 1;
  }
  return {
    ...profile.record,
    newUpdates,
    inventorySyncStatus: {
      driverInventorySyncState: profile.syncState,
      lastSuccessfulSyncDateTime: profile.lastSync === undefined ? unsetDate : toGraphTime(profile.lastSync),
    },
  };
}
