import { toAssignment, toTarget } from '../graph/assignments.ts';
import type { Driver, ProfileSeed } from '../graph/intune.ts';
import { day, hour, toGraphTime, unsetDate } from '../tenants/clock.ts';
import {
  contosoGroupId,
  contosoProfileId,
  failingSyncProfileName,
  pilotRingName,
  type Ring,
  rings,
} from './contoso-rings.ts';
import { type CatalogueEntry, catalogueOf, type DriverPlan, driversOf, toRecord } from './drivers.ts';
import { hexOf } from './random.ts';

/** Intune reports it in `failedDriverIds` whenever a person approves the driver. */
export const withdrawnDriverName = 'Contoso Docking Station - withdrawn by publisher';
/** Listed until a person acts on the driver, which is then in `notFoundDriverIds`, and gone. */
export const vanishingDriverName = 'Contoso Smart Card Reader - vanishes when acted upon';

/** The profiles of the contoso seed, with dates relative to `now`. Ids are the same in every such tenant. */
export function contosoProfiles(now: number): readonly ProfileSeed[] {
  const catalogue = catalogueOf(9, now);
  return rings.map((ring) => toProfile(ring, catalogue, now));
}

function toProfile(ring: Ring, catalogue: readonly CatalogueEntry[], now: number): ProfileSeed {
  const id = contosoProfileId(ring.name);
  const plan: DriverPlan = {
    profileId: id,
    automatic: ring.deferral !== undefined,
    deferralDays: ring.deferral ?? 0,
    count: ring.drivers,
    needsReview: ring.needsReview,
    models: ring.models,
    devices: Math.max(1, ring.devices),
  };
  const createdAt = now - ring.ageDays * day;
  const scripted = ring.name === pilotRingName ? scriptedDrivers(plan, now) : [];
  return {
    record: {
      id,
      displayName: ring.name,
      description: ring.description,
      approvalType: plan.automatic ? 'automatic' : 'manual',
      deviceReporting: ring.devices,
      deploymentDeferralInDays: ring.deferral ?? null,
      createdDateTime: toGraphTime(createdAt),
      lastModifiedDateTime: toGraphTime(createdAt + (ring.ageDays * day) / 3),
      roleScopeTagIds: ['0'],
    },
    assignments: [toAssignment(id, toTarget('group', contosoGroupId(id)))],
    drivers: [...driversOf(plan, catalogue, now), ...scripted],
    arrivals: newArrivals(plan, ring.arrivals ?? 0, now),
    lastSync: ring.lastSyncHours === undefined ? undefined : now - ring.lastSyncHours * hour,
    syncState: ring.sync,
    syncAlwaysFails: ring.name === failingSyncProfileName,
  };
}

const undecided = {
  approvalStatus: 'needsReview',
  category: 'recommended',
  deployDateTime: unsetDate,
} as const;

/** A driver that is out since some days, told apart by its name. */
function special(name: string, driverClass: string, releasedAt: number): CatalogueEntry {
  return {
    hash: hexOf(name),
    name,
    version: '2.4.1.0',
    manufacturer: 'Contoso Ltd.',
    driverClass,
    model: 'common',
    releasedAt,
    recommended: true,
    newest: true,
  };
}

function scriptedDrivers(plan: DriverPlan, now: number): readonly Driver[] {
  const decision = { ...undecided, applicableDeviceCount: 17 };
  const withdrawn = special(withdrawnDriverName, 'Firmware', now - 9 * day);
  const vanishing = special(vanishingDriverName, 'OtherHardware', now - 12 * day);
  return [
    { record: toRecord(withdrawn, plan, decision), script: 'failsOnApprove' },
    { record: toRecord(vanishing, plan, decision), script: 'vanishes' },
  ];
}

/** What the next inventory sync brings. */
function newArrivals(plan: DriverPlan, count: number, now: number): readonly Driver[] {
  return Array.from({ length: count }, (_, index) => {
    const entry = special(`Contoso Ltd. - Firmware - 4.${index + 1}.0`, 'Firmware', now - hour);
    const category = index === count - 1 ? 'other' : 'recommended';
    return { record: toRecord(entry, plan, { ...undecided, category, applicableDeviceCount: plan.devices }) };
  });
}
