import type {
  WindowsDriverUpdateInventory,
  WindowsDriverUpdateProfile,
  WindowsDriverUpdateProfileAssignment,
} from '@microsoft/microsoft-graph-types-beta';
import { type Clock, day, second, toGraphTime, unsetDate } from '../tenants/clock.ts';

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
  readonly assignments: readonly Required<WindowsDriverUpdateProfileAssignment>[];
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
  readonly record: ProfileRecord;
  readonly assignments: readonly Required<WindowsDriverUpdateProfileAssignment>[];
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
  /** In the order of the list. Built on first use: a large tenant costs nothing until a person looks. */
  profiles(): readonly Profile[];
  /** Letter case of the id is ignored. */
  profile(id: string): Profile | undefined;
}

export interface IntuneOptions {
  readonly clock: Clock;
  readonly licensed: boolean;
  /** Given the time of the tenant's creation, epoch ms. */
  readonly seed: (createdAt: number) => readonly ProfileSeed[];
}

/** How long an on-demand inventory sync takes, in tenant time. */
const syncDuration = 15 * second;

export function createIntune(options: IntuneOptions): Intune {
  let built: Map<string, Profile> | undefined;
  const createdAt = options.clock.now();
  const profiles = (): Map<string, Profile> => {
    built ??= new Map(options.seed(createdAt).map((seed) => [seed.record.id.toLowerCase(), grow(seed)]));
    return built;
  };
  const settled = (profile: Profile): Profile => {
    finishSync(profile, options.clock.now());
    lookDaily(profile, options.clock.now());
    return profile;
  };
  return {
    licensed: options.licensed,
    profiles: () => [...profiles().values()].map(settled),
    profile: (id) => {
      const profile = profiles().get(id.toLowerCase());
      return profile && settled(profile);
    },
  };
}

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

/** Starts an inventory sync; one that is under way goes on as it is. Tells whether it started one. */
export function startSync(profile: Profile, now: number): boolean {
  if (profile.syncEndsAt !== undefined) return false;
  profile.syncState = 'pending';
  profile.syncEndsAt = now + syncDuration;
  return true;
}

function finishSync(profile: Profile, now: number): void {
  const { syncEndsAt } = profile;
  if (syncEndsAt === undefined || now < syncEndsAt) return;
  profile.syncEndsAt = undefined;
  profile.syncState = profile.syncAlwaysFails ? 'failure' : 'success';
  if (profile.syncAlwaysFails) return;
  receive(profile, syncEndsAt, ({ at }) => at === undefined);
}

/** Intune looks once a day by itself: what is due by now has arrived, each at its time. */
function lookDaily(profile: Profile, now: number): void {
  if (profile.syncAlwaysFails) return;
  const times = new Set(profile.arrivals.flatMap(({ at }) => (at !== undefined && at <= now ? [at] : [])));
  for (const time of [...times].sort((a, b) => a - b)) receive(profile, time, ({ at }) => at === time);
  if (times.size > 0 && profile.syncEndsAt === undefined) profile.syncState = 'success';
}

/** Takes in what a good sync at `time` finds. */
function receive(profile: Profile, time: number, isFound: (arrival: Arrival) => boolean): void {
  profile.lastSync = Math.max(profile.lastSync ?? time, time);
  const found = profile.arrivals.filter(isFound);
  profile.arrivals = profile.arrivals.filter((arrival) => !isFound(arrival));
  for (const { record, script, supersedes } of found) {
    const earlier = profile.drivers.get(supersedes?.toLowerCase() ?? '');
    if (earlier) supersede(earlier.record);
    const admitted = admit(record, profile.record, time);
    profile.drivers.set(record.id.toLowerCase(), { record: admitted, ...(script && { script }) });
  }
}

/**
 * A superseded driver keeps its approval and moves to the other drivers.
 * https://learn.microsoft.com/intune/intune-service/protect/windows-driver-updates-policy
 */
function supersede(record: DriverRecord): void {
  if (record.category !== 'recommended') return;
  record.category = record.approvalStatus === 'needsReview' ? 'other' : 'previouslyApproved';
}

/**
 * How a driver enters a profile: an automatic one approves what Microsoft recommends, deferred from the day it was
 * added; everything else waits for review.
 * https://learn.microsoft.com/intune/intune-service/protect/windows-driver-updates-policy
 */
export function admit(
  record: DriverRecord,
  profile: Pick<ProfileRecord, 'approvalType' | 'deploymentDeferralInDays'>,
  addedAt: number,
): DriverRecord {
  if (profile.approvalType !== 'automatic' || record.category !== 'recommended') {
    return { ...record, approvalStatus: 'needsReview', deployDateTime: unsetDate };
  }
  const deferral = (profile.deploymentDeferralInDays ?? 0) * day;
  return { ...record, approvalStatus: 'approved', deployDateTime: toGraphTime(addedAt + deferral) };
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
