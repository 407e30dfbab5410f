import { approvalStatuses, categories, type Driver } from '../../graph/driver-inventories.ts';
import { approvalTypes, type DriverProfile } from '../../graph/driver-profiles.ts';
import { isKnown } from '../../lib/members.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { countOf, formatAge, formatDuration } from '../../ui/format.ts';

/** The statuses as the Intune portal calls them; Graph's `suspended` is its “Paused”. */
const statusTexts = {
  needsReview: 'Needs review',
  approved: 'Approved',
  declined: 'Declined',
  suspended: 'Paused',
} as const;

const categoryTexts = {
  recommended: 'Recommended',
  previouslyApproved: 'Previously approved',
  other: 'Other',
} as const;

const approvalTypeTexts = { manual: 'Manual', automatic: 'Automatic' } as const;

/** In words; a member that this version does not know stays as it came. */
export function statusText({ approvalStatus }: Pick<Driver, 'approvalStatus'>): string {
  return isKnown(approvalStatuses, approvalStatus) ? statusTexts[approvalStatus] : showHidden(approvalStatus);
}

/** The same inside a sentence: "needs review". */
export function statusWord(approvalStatus: string): string {
  const text = statusText({ approvalStatus });
  return isKnown(approvalStatuses, approvalStatus) ? text.toLowerCase() : text;
}

export function categoryText({ category }: Pick<Driver, 'category'>): string {
  return isKnown(categories, category) ? categoryTexts[category] : showHidden(category);
}

export function approvalTypeText({ approvalType }: Pick<DriverProfile, 'approvalType'>): string {
  return isKnown(approvalTypes, approvalType) ? approvalTypeTexts[approvalType] : showHidden(approvalType);
}

/** "Manual", "Automatic, 7 days": the days after which an automatic approval makes a driver available. */
export function approvalMethodText(
  profile: Pick<DriverProfile, 'approvalType' | 'deploymentDeferralInDays'>,
): string {
  const { approvalType, deploymentDeferralInDays: days } = profile;
  const text = approvalTypeText(profile);
  return approvalType === 'automatic' && days !== null ? `${text}, ${countOf(days, 'day')}` : text;
}

/** "Synced 3 hours ago", "Syncing…", "Sync failed, last synced 3 hours ago", "Never synced". */
export function syncText(profile: Pick<DriverProfile, 'inventorySyncStatus'>, now: number): string {
  const sync = profile.inventorySyncStatus;
  if (!sync) return 'Never synced';
  const at = sync.lastSuccessfulSyncDateTime;
  switch (sync.driverInventorySyncState) {
    case 'pending':
      return 'Syncing…';
    case 'success':
      return at === null ? 'Synced' : `Synced ${formatAge(at, now)}`;
    case 'failure':
      return at === null ? 'Sync failed, never synced' : `Sync failed, last synced ${formatAge(at, now)}`;
    default:
      return showHidden(sync.driverInventorySyncState);
  }
}

/** The same in a column: "Synced 3 h ago", "Failed, synced 5 d ago". */
export function shortSyncText(profile: Pick<DriverProfile, 'inventorySyncStatus'>, now: number): string {
  const sync = profile.inventorySyncStatus;
  const at = sync?.lastSuccessfulSyncDateTime ?? null;
  if (!sync || at === null) return syncText(profile, now);
  const age = `${formatDuration(Math.max(60_000, now - at))} ago`;
  switch (sync.driverInventorySyncState) {
    case 'success':
      return `Synced ${age}`;
    case 'failure':
      return `Failed, synced ${age}`;
    default:
      return syncText(profile, now);
  }
}
