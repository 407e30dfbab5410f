import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { PauseRegular } from '@fluentui/react-icons/svg/pause';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import { approvalStatuses, categories, type Driver } from '../graph/driver-inventories.ts';
import { approvalTypes, type DriverProfile } from '../graph/driver-profiles.ts';
import { isKnown } from '../lib/members.ts';
import { showHidden } from '../lib/visible-text.ts';
import { formatAge, formatDay, formatMoment } from '../ui/format.ts';
import { RawLabel, StatusLabel } from '../ui/status-label.tsx';

const statuses = {
  needsReview: { text: 'Needs review', icon: EyeRegular, tone: 'brand', hint: undefined },
  approved: { text: 'Approved', icon: CheckmarkRegular, tone: 'success', hint: undefined },
  declined: { text: 'Declined', icon: ProhibitedRegular, tone: 'neutral', hint: undefined },
  suspended: {
    text: 'Suspended',
    icon: PauseRegular,
    tone: 'warning',
    hint: 'The Intune portal says "Paused"',
  },
} as const;

const categoryTexts = {
  recommended: 'Recommended',
  previouslyApproved: 'Previously approved',
  other: 'Other',
} as const;

const approvalTypeTexts = { manual: 'Manual', automatic: 'Automatic' } as const;

/** In words; a member that this version does not know stays as it came. */
export function statusText({ approvalStatus }: Pick<Driver, 'approvalStatus'>): string {
  return isKnown(approvalStatuses, approvalStatus)
    ? statuses[approvalStatus].text
    : showHidden(approvalStatus);
}

export function categoryText({ category }: Pick<Driver, 'category'>): string {
  return isKnown(categories, category) ? categoryTexts[category] : showHidden(category);
}

export function approvalTypeText({ approvalType }: Pick<DriverProfile, 'approvalType'>): string {
  return isKnown(approvalTypes, approvalType) ? approvalTypeTexts[approvalType] : showHidden(approvalType);
}

export function ApprovalStatusLabel({
  driver,
}: {
  driver: Pick<Driver, 'approvalStatus' | 'deployDateTime'>;
}) {
  const { approvalStatus, deployDateTime } = driver;
  if (!isKnown(approvalStatuses, approvalStatus)) return <RawLabel member={approvalStatus} />;
  const { text, icon, tone, hint } = statuses[approvalStatus];
  const isAhead = approvalStatus === 'approved' && deployDateTime !== null && deployDateTime > Date.now();
  return (
    <StatusLabel
      icon={icon}
      tone={tone}
      text={isAhead ? `${text} from ${formatDay(deployDateTime)}` : text}
      hint={isAhead ? formatMoment(deployDateTime) : hint}
    />
  );
}

/** "Synced 3 hr ago", "Syncing…", "Sync failed 3 hr ago", "Never synced". */
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

export function SyncLabel({
  profile,
  now,
}: {
  profile: Pick<DriverProfile, 'inventorySyncStatus'>;
  now: number;
}) {
  const sync = profile.inventorySyncStatus;
  const at = sync?.lastSuccessfulSyncDateTime ?? null;
  const isFailure = sync?.driverInventorySyncState === 'failure';
  const isPending = sync?.driverInventorySyncState === 'pending';
  return (
    <StatusLabel
      icon={isFailure ? ErrorCircleRegular : isPending ? ArrowSyncRegular : undefined}
      tone={isFailure ? 'danger' : 'neutral'}
      text={syncText(profile, now)}
      hint={at === null ? undefined : formatMoment(at)}
    />
  );
}
