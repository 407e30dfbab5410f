import { ArrowSyncRegular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import { CheckmarkRegular } from '@fluentui/react-icons/headless/svg/checkmark';
import { ClockRegular } from '@fluentui/react-icons/headless/svg/clock';
import { ErrorCircleFilled } from '@fluentui/react-icons/headless/svg/error-circle';
import { EyeRegular } from '@fluentui/react-icons/headless/svg/eye';
import { PauseFilled } from '@fluentui/react-icons/headless/svg/pause';
import { ProhibitedRegular } from '@fluentui/react-icons/headless/svg/prohibited';
import { approvalStatuses, type Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { isKnown } from '../../lib/members.ts';
import { formatDay, formatMoment } from '../../ui/format.ts';
import { RawLabel, StatusLabel } from '../../ui/status-label.tsx';
import styles from './labels.module.css';
import { standingOf } from './standing.ts';
import { shortSyncText, statusText, syncText } from './words.ts';

/** How each approval status looks, in lists and in details alike. */
export const statusLooks = {
  needsReview: { icon: EyeRegular, tone: 'brand' },
  approved: { icon: CheckmarkRegular, tone: 'success' },
  declined: { icon: ProhibitedRegular, tone: 'neutral' },
  suspended: { icon: PauseFilled, tone: 'warning' },
} as const;

export function ApprovalStatusLabel({
  driver,
  isInList = false,
}: {
  driver: Pick<Driver, 'approvalStatus' | 'deployDateTime'>;
  /** Beside the column of the date, which needs not be said twice. */
  isInList?: boolean;
}) {
  const { approvalStatus, deployDateTime } = driver;
  if (!isKnown(approvalStatuses, approvalStatus)) return <RawLabel member={approvalStatus} />;
  const text = statusText(driver);
  const isAhead = deployDateTime !== null && standingOf(driver, Date.now()) === 'scheduled';
  if (!isAhead) return <StatusLabel {...statusLooks[approvalStatus]} text={text} />;
  const date = ` from ${formatDay(deployDateTime)}`;
  return (
    <StatusLabel
      {...statusLooks[approvalStatus]}
      icon={ClockRegular}
      text={
        <>
          {text}
          {isInList ? <span className={styles.date}>{date}</span> : date}
        </>
      }
      hint={`Available from ${formatMoment(deployDateTime)}`}
    />
  );
}

export function SyncLabel({
  profile,
  now,
  isShort = false,
}: {
  profile: Pick<DriverProfile, 'inventorySyncStatus'>;
  now: number;
  /** In a column, whose head says what it is about. */
  isShort?: boolean;
}) {
  const sync = profile.inventorySyncStatus;
  const at = sync?.lastSuccessfulSyncDateTime ?? null;
  const isFailure = sync?.driverInventorySyncState === 'failure';
  const isPending = sync?.driverInventorySyncState === 'pending';
  return (
    <StatusLabel
      icon={isFailure ? ErrorCircleFilled : isPending ? ArrowSyncRegular : undefined}
      tone={isFailure ? 'danger' : 'neutral'}
      text={isShort ? shortSyncText(profile, now) : syncText(profile, now)}
      hint={at === null ? undefined : formatMoment(at)}
    />
  );
}
