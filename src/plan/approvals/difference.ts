import { type DriverRequest, whyNot } from '../../actions/driver-approval/rules.ts';
import { approvalStatuses, type Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Instant } from '../../lib/instant.ts';
import { isKnown } from '../../lib/members.ts';
import { driverKey } from '../../resources/driver-updates/driver-key.ts';
import { type FactName, factNames } from '../../resources/driver-updates/driver-update.ts';
import type { Approval, ApprovedProfile } from './approval.ts';

/** What makes one driver stand as it is wanted. */
export interface ApprovalChange {
  readonly profile: DriverProfile;
  readonly driver: Driver;
  readonly request: DriverRequest;
  /** For `approve` and `changeDate`; null: as soon as possible. Epoch ms. */
  readonly deployAt: Instant | null;
}

/** A wish that is left out, and why. */
export interface LeftWish {
  readonly wanted: Approval;
  readonly reason: string;
}

/** How approvals that are wanted differ from those that there are. */
export interface Difference {
  readonly changes: readonly ApprovalChange[];
  /** So many stand as wanted. */
  readonly same: number;
  /** What differs, and no request of Graph can change. */
  readonly impossible: readonly LeftWish[];
  /** What matches no profile, or no driver of its profile. */
  readonly unmatched: readonly LeftWish[];
}

/**
 * Compares what is wanted with what there is. A profile is found by its id, else by its name where one alone has it; a
 * driver by its id, else by the 64 digits that its ids share, else by maker, class, name and version where one alone has
 * them. Dates are compared to the minute, since that is how they are shown; two dates that are past are the same.
 *
 * @param keepsDates what is approved already stays as it is, whatever its date
 * @param now epoch ms
 */
export function differenceOf(
  wanted: readonly Approval[],
  fleet: readonly ApprovedProfile[],
  { keepsDates = false, now }: { readonly keepsDates?: boolean; readonly now: Instant },
): Difference {
  const changes: ApprovalChange[] = [];
  const impossible: LeftWish[] = [];
  const unmatched: LeftWish[] = [];
  const findProfile = createFinder(
    fleet,
    ({ profile }) => profile.id,
    ({ profile }) => profile.displayName,
  );
  const findDriver = new Map<ApprovedProfile, (wish: Approval) => Driver | undefined>();
  const named = new Set<string>();
  let same = 0;
  for (const wish of wanted) {
    const entry = findProfile(wish.profileId, wish.profileName);
    if (!entry?.drivers) {
      const reason = entry ? 'The drivers of this profile haven’t loaded' : 'No profile of this ID or name';
      unmatched.push({ wanted: wish, reason });
      continue;
    }
    const find = findDriver.get(entry) ?? driverFinder(entry.drivers);
    findDriver.set(entry, find);
    const driver = find(wish);
    if (!driver) {
      unmatched.push({ wanted: wish, reason: 'The profile doesn’t list this driver' });
      continue;
    }
    const key = `${entry.profile.id} ${driver.id}`;
    if (named.has(key)) {
      unmatched.push({ wanted: wish, reason: 'Named before: the first line counts' });
      continue;
    }
    named.add(key);
    const stays = keepsDates && driver.approvalStatus === wish.approvalStatus;
    const step = stays ? undefined : stepTo(wish, driver, now);
    if (step === undefined) same += 1;
    else if (typeof step === 'string') impossible.push({ wanted: wish, reason: step });
    else changes.push({ profile: entry.profile, driver, ...step });
  }
  return { changes, same, impossible, unmatched };
}

/** What brings a driver to where it is wanted: undefined where it is there, or why nothing does. */
function stepTo(
  { approvalStatus, deployDateTime }: Approval,
  driver: Driver,
  now: Instant,
): Pick<ApprovalChange, 'request' | 'deployAt'> | string | undefined {
  if (!isKnown(approvalStatuses, approvalStatus)) return `Unrecognized status “${approvalStatus}”`;
  const deployAt = deployDateTime !== null && deployDateTime > now ? deployDateTime : null;
  if (approvalStatus === driver.approvalStatus) {
    if (approvalStatus !== 'approved' || isSameDate(deployAt, driver.deployDateTime, now)) return undefined;
    return { request: 'changeDate', deployAt };
  }
  if (approvalStatus === 'needsReview') return 'A decided driver can’t be returned to Needs review';
  const request = requestFor[approvalStatus];
  return whyNot(request, driver) ?? { request, deployAt: request === 'approve' ? deployAt : null };
}

const requestFor = { approved: 'approve', declined: 'decline', suspended: 'suspend' } as const;

const minute = 60_000;

function isSameDate(wanted: Instant | null, current: Instant | null, now: Instant): boolean {
  const ahead = current !== null && current > now ? current : null;
  if (wanted === null || ahead === null) return wanted === ahead;
  return Math.floor(wanted / minute) === Math.floor(ahead / minute);
}

function driverFinder(drivers: readonly Driver[]): (wish: Approval) => Driver | undefined {
  const find = createFinder(
    drivers,
    ({ id }) => id,
    ({ id }) => driverKey(id) ?? '',
    (driver) => factsOf(driver),
  );
  return (wish) => find(wish.driverId, driverKey(wish.driverId) ?? '', factsOf(wish));
}

/** Missing facts tell no driver from others. */
function factsOf(driver: Readonly<Record<FactName, string>>): string {
  const facts = factNames.map((name) => driver[name]);
  return facts.includes('') ? '' : JSON.stringify(facts);
}

/**
 * Finds rows by the first of several marks that one row alone has.
 *
 * @param marks each gives what a row is called in one way; '' is nobody's mark
 */
function createFinder<Row>(rows: readonly Row[], ...marks: readonly ((row: Row) => string)[]) {
  const indexes = marks.map((markOf) => {
    const index = new Map<string, Row | 'several'>();
    for (const row of rows) {
      const mark = markOf(row);
      if (mark !== '') index.set(mark, index.has(mark) ? 'several' : row);
    }
    return index;
  });
  return (...wanted: readonly string[]): Row | undefined => {
    for (const [at, mark] of wanted.entries()) {
      const row = mark === '' ? undefined : indexes[at]?.get(mark);
      if (row !== undefined && row !== 'several') return row;
    }
    return undefined;
  };
}
