import { day, second, toGraphTime, unsetDate } from '../tenants/clock.ts';
import type { Arrival, DriverRecord, Profile, ProfileRecord } from './intune.ts';

/** How long an on-demand inventory sync takes, in tenant time. */
const syncDuration = 15 * second;

/** Starts an inventory sync; one that is under way goes on as it is. Tells whether it started one. */
export function startSync(profile: Profile, now: number): boolean {
  if (profile.syncEndsAt !== undefined) return false;
  profile.syncState = 'pending';
  profile.syncEndsAt = now + syncDuration;
  return true;
}

/** Ends a sync whose time has come. */
export function finishSync(profile: Profile, now: number): void {
  const { syncEndsAt } = profile;
  if (syncEndsAt === undefined || now < syncEndsAt) return;
  profile.syncEndsAt = undefined;
  profile.syncState = profile.syncAlwaysFails ? 'failure' : 'success';
  if (profile.syncAlwaysFails) return;
  receive(profile, syncEndsAt, ({ at }) => at === undefined);
}

/** Intune looks once a day by itself: what is due by now has arrived, each at its time. */
export function lookDaily(profile: Profile, now: number): void {
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
