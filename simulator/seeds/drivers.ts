import type { DriverApprovalStatus, DriverCategory } from '@microsoft/microsoft-graph-types-beta';
import type { Driver, DriverRecord } from '../graph/intune.ts';
import { day, hour, toGraphTime, unsetDate } from '../tenants/clock.ts';
import { type DriverFamily, driverFamilies, type Model } from './driver-families.ts';
import { createRandom, hexOf, type Random } from './random.ts';

/** One version of a family, the same in every profile that lists it. */
export interface CatalogueEntry {
  /** The first half of a driver's id. */
  readonly hash: string;
  readonly name: string;
  readonly version: string | null;
  readonly manufacturer: string | null;
  readonly driverClass: string | null;
  readonly model: Model;
  /** Epoch ms. */
  readonly releasedAt: number;
  /** Whether Microsoft recommends it, or did until a newer one came. */
  readonly recommended: boolean;
  /** The newest of its family. */
  readonly newest: boolean;
}

/** Counts the last part of a version up, and now and then the one before it. */
function laterVersion(first: string, step: number): string {
  const parts = first.split('.').map(Number);
  const last = parts.length - 1;
  return parts
    .map((part, index) => {
      if (index === last) return part + step * 7;
      return index === last - 1 ? part + Math.floor(step / 3) : part;
    })
    .join('.');
}

function versionsOf(family: DriverFamily, count: number, now: number): CatalogueEntry[] {
  const random = createRandom(`${family.name} ${family.version}`);
  const recommendedFamily = !random.chance(0.25);
  let releasedAt = now - random.int(6, 40) * day;
  const entries: CatalogueEntry[] = [];
  for (let step = count - 1; step >= 0; step -= 1) {
    const version = family.version === null ? null : laterVersion(family.version, step);
    const name = family.name.replace('{version}', version ?? '');
    entries.push({
      hash: hexOf(`${name}|${version}|${step}`),
      name,
      version,
      manufacturer: family.manufacturer,
      driverClass: family.driverClass,
      model: family.model,
      releasedAt: Math.floor(releasedAt / hour) * hour,
      recommended: recommendedFamily && !random.chance(0.1),
      newest: step === count - 1,
    });
    releasedAt -= random.int(18, 90) * day;
  }
  return entries;
}

/** Every version of every family, newest first within each. */
export function catalogueOf(versionsPerFamily: number, now: number): readonly CatalogueEntry[] {
  return driverFamilies.flatMap((family) => versionsOf(family, versionsPerFamily, now));
}

/** How the drivers of one profile are to look. */
export interface DriverPlan {
  readonly profileId: string;
  readonly automatic: boolean;
  readonly deferralDays: number;
  readonly count: number;
  readonly needsReview: number;
  readonly models: readonly Model[];
  /** No driver applies to more devices than report to the profile. */
  readonly devices: number;
}

/** Chooses a plan's drivers from the catalogue and decides each as the people of that profile might have. */
export function driversOf(
  plan: DriverPlan,
  catalogue: readonly CatalogueEntry[],
  now: number,
): readonly Driver[] {
  const random = createRandom(`drivers of ${plan.profileId}`);
  const fitting = catalogue.filter((entry) => plan.models.includes(entry.model));
  const chosen = random.shuffle(fitting).slice(0, plan.count);
  // People review what is new; an automatic profile leaves only what Microsoft does not recommend.
  const candidates = chosen.filter((entry) => !plan.automatic || !isRecommended(entry));
  const latestFirst = [...candidates].sort((a, b) => b.releasedAt - a.releasedAt);
  const open = new Set(latestFirst.slice(0, plan.needsReview));
  return chosen.map((entry) => ({ record: decide(entry, open.has(entry), plan, random, now) }));
}

const isRecommended = (entry: CatalogueEntry) => entry.recommended && entry.newest;

function decide(
  entry: CatalogueEntry,
  open: boolean,
  plan: DriverPlan,
  random: Random,
  now: number,
): DriverRecord {
  const approvalStatus = open ? 'needsReview' : pickStatus(random, plan, entry);
  return toRecord(entry, plan, {
    approvalStatus,
    category: categoryOf(entry, approvalStatus),
    deployDateTime: deployDate(approvalStatus, entry, plan, random, now),
    applicableDeviceCount: random.chance(0.06) ? 0 : random.int(1, plan.devices),
  });
}

function pickStatus(random: Random, plan: DriverPlan, entry: CatalogueEntry): DriverApprovalStatus {
  const roll = random.next();
  if (roll < 0.08) return 'suspended';
  // An automatic profile approves what is recommended before anybody could decline it.
  if (roll < 0.22 && !(plan.automatic && entry.recommended)) return 'declined';
  return 'approved';
}

function categoryOf(entry: CatalogueEntry, status: DriverApprovalStatus): DriverCategory {
  if (isRecommended(entry)) return 'recommended';
  return entry.recommended && status !== 'needsReview' ? 'previouslyApproved' : 'other';
}

function deployDate(
  status: DriverApprovalStatus,
  entry: CatalogueEntry,
  plan: DriverPlan,
  random: Random,
  now: number,
): string {
  if (status === 'needsReview' || status === 'declined') return unsetDate;
  const recent = now - entry.releasedAt < 180 * day;
  const ahead = status === 'approved' && recent && !plan.automatic && random.chance(0.25);
  if (ahead) return toGraphTime(Math.floor(now / day) * day + random.int(1, 21) * day + 5 * hour);
  const added = entry.releasedAt + random.int(1, 5) * day + plan.deferralDays * day;
  return toGraphTime(Math.min(added, now - hour));
}

/** A catalogue entry in a profile. */
export function toRecord(
  entry: Omit<CatalogueEntry, 'model' | 'recommended' | 'newest'>,
  plan: Pick<DriverPlan, 'profileId'>,
  decision: Pick<DriverRecord, 'approvalStatus' | 'category' | 'deployDateTime' | 'applicableDeviceCount'>,
): DriverRecord {
  return {
    id: `${entry.hash}_${plan.profileId}`,
    name: entry.name,
    version: entry.version,
    manufacturer: entry.manufacturer,
    driverClass: entry.driverClass,
    releaseDateTime: toGraphTime(entry.releasedAt),
    ...decision,
  };
}
