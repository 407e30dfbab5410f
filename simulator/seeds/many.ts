import type { ProfileSeed } from '../graph/intune.ts';
import { day, hour, toGraphTime } from '../tenants/clock.ts';
import { catalogueOf, driversOf } from './drivers.ts';
import { guidOf } from './random.ts';

/** As many profiles as hardly any tenant has. */
export const manyProfilesCount = 300;

/** 200 characters, Intune's limit for a name, without a space at which a line could break. */
export const unbrokenProfileName = 'Munich_Headquarters_Building_4_'.repeat(7).slice(0, 200);
/** 200 characters that are written from right to left. */
export const arabicProfileName = 'سياسة تحديث برامج التشغيل للمكاتب '.repeat(7).trim().slice(0, 200);

/** 300 profiles of 8 drivers each. The first two have names of 200 characters, and a sync that failed. */
export function manyProfiles(now: number): readonly ProfileSeed[] {
  const catalogue = catalogueOf(3, now);
  return Array.from({ length: manyProfilesCount }, (_, index): ProfileSeed => {
    const name =
      [unbrokenProfileName, arabicProfileName][index] ?? `Branch ${String(index + 1).padStart(3, '0')}`;
    const id = guidOf(`many profile ${index}`);
    const plan = {
      profileId: id,
      automatic: index % 4 === 3,
      deferralDays: index % 7,
      count: 8,
      needsReview: index % 3 === 2 ? 0 : 3,
      models: ['common', 'dell', 'hp'] as const,
      devices: 20 + (index % 50),
    };
    const isOdd = index < 2;
    return {
      record: {
        id,
        displayName: name,
        description: isOdd ? name : null,
        approvalType: plan.automatic ? 'automatic' : 'manual',
        deviceReporting: plan.devices,
        deploymentDeferralInDays: plan.automatic ? plan.deferralDays : null,
        createdDateTime: toGraphTime(now - 200 * day),
        lastModifiedDateTime: toGraphTime(now - (index % 90) * day),
        roleScopeTagIds: ['0'],
      },
      assignments: [],
      drivers: driversOf(plan, catalogue, now),
      arrivals: [],
      lastSync: now - (isOdd ? 3 * day : (index % 20) * hour),
      syncState: isOdd ? 'failure' : 'success',
      syncAlwaysFails: isOdd,
    };
  });
}
