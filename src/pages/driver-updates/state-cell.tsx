import { ClockRegular } from '@fluentui/react-icons/headless/svg/clock';
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import type { Driver } from '../../graph/driver-inventories.ts';
import { approvalStatuses } from '../../graph/driver-inventories.ts';
import type { Instant } from '../../lib/instant.ts';
import { isKnown } from '../../lib/members.ts';
import { ChangeIcons } from '../../plan/staged/change-icons.tsx';
import { shortStagedText, stagedText } from '../../plan/staged/change-words.ts';
import type { StagedChange } from '../../plan/staged/staged-change.ts';
import { statusLooks } from '../../resources/driver-profiles/labels.tsx';
import { standingOf } from '../../resources/driver-profiles/standing.ts';
import { statusText } from '../../resources/driver-profiles/words.ts';
import { StateInRun } from '../../run-panel/run-marks.tsx';
import { formatMoment, formatShortDay } from '../../ui/format.ts';
import { RawLabel, StatusLabel } from '../../ui/status-label.tsx';
import styles from './state-cell.module.css';

/**
 * How a driver stands in the profile of its column, in few letters.
 *
 * @param props.staged what a person means to change: drawn so that nobody takes it for the state
 * @param props.conflict why the state asks for a look
 */
export function StateCell({
  driver,
  staged,
  conflict,
  now,
}: {
  driver: Driver | undefined;
  staged?: StagedChange | undefined;
  conflict: string | undefined;
  now: Instant;
}) {
  if (!driver) {
    return (
      <span className={styles.absent} title="Not listed in this profile">
        –
      </span>
    );
  }
  return (
    <span className={styles.cell}>
      <StateInRun id={driver.id} read={driver.approvalStatus}>
        {staged ? <Staged change={staged} driver={driver} /> : <State driver={driver} now={now} />}
      </StateInRun>
      {conflict !== undefined && (
        <span className={styles.conflict} role="img" aria-label={`Conflict: ${conflict}`} title={conflict}>
          <WarningFilled />
        </span>
      )}
    </span>
  );
}

function Staged({ change, driver }: { change: StagedChange; driver: Driver }) {
  const text = `${stateHint(driver, false)}, ${stagedText(change)}`;
  return (
    <span className={styles.staged} title={text}>
      <span className={styles.unseen}>{text}</span>
      <ChangeIcons change={change} />
      <span className={styles.short} aria-hidden="true">
        {shortStagedText(change)}
      </span>
    </span>
  );
}

/** In the column of a profile that could not be read: nothing is known of its drivers. */
export function NotLoaded() {
  return <span className={styles.absent}>Not loaded</span>;
}

function State({ driver, now }: { driver: Driver; now: Instant }) {
  const { approvalStatus } = driver;
  if (!isKnown(approvalStatuses, approvalStatus)) return <RawLabel member={approvalStatus} />;
  const isAhead = standingOf(driver, now) === 'scheduled';
  return (
    <StatusLabel
      {...statusLooks[approvalStatus]}
      {...(isAhead && { icon: ClockRegular })}
      text={stateText(driver)}
      hint={stateHint(driver, isAhead)}
    />
  );
}

/** "Review", "16 Nov", "Paused": the date alone stands for an approval, as most cells are approved. */
export function stateText({ approvalStatus, deployDateTime }: Driver): string {
  if (approvalStatus === 'needsReview') return 'Review';
  if (approvalStatus === 'approved' && deployDateTime !== null) return formatShortDay(deployDateTime);
  return statusText({ approvalStatus });
}

function stateHint(driver: Driver, isAhead: boolean): string {
  const { deployDateTime } = driver;
  if (driver.approvalStatus !== 'approved' || deployDateTime === null) return statusText(driver);
  return `Approved, ${isAhead ? 'available from' : 'available since'} ${formatMoment(deployDateTime)}`;
}
