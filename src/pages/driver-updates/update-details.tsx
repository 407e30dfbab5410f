import { RecordStopRegular } from '@fluentui/react-icons/headless/svg/record-stop';
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import { Link } from '@tanstack/react-router';
import { driverRequests } from '../../actions/driver-approval/requests.ts';
import { whyNot } from '../../actions/driver-approval/rules.ts';
import { type RolloutDraft, rolloutDraft, stopDraft } from '../../dialogs/rollout/use-rollout.ts';
import { whyNone } from '../../lib/sort-out.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { isFirmware } from '../../resources/driver-profiles/firmware.ts';
import { ApprovalStatusLabel } from '../../resources/driver-profiles/labels.tsx';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { conflictText, sharedGroupNote } from '../../resources/driver-updates/conflict-words.ts';
import { deviceNumber } from '../../resources/driver-updates/device-numbers.ts';
import { DriverLinks } from '../../resources/driver-updates/driver-links.tsx';
import { cellIn, type DriverUpdate, driversIn } from '../../resources/driver-updates/driver-update.ts';
import type { Gaps } from '../../resources/driver-updates/gaps.ts';
import { updateName } from '../../resources/driver-updates/names.ts';
import { scheduledIn } from '../../resources/driver-updates/scheduled.ts';
import type { Rings } from '../../resources/driver-updates/use-driver-updates.ts';
import { VersionList } from '../../resources/driver-updates/version-list.tsx';
import {
  apartText,
  deviceNote,
  deviceText,
  notFoundText,
  stillLoading,
} from '../../resources/driver-updates/words.ts';
import { StateInRun } from '../../run-panel/run-marks.tsx';
import { DetailsPanel, Facts, type Steps } from '../../ui/details-panel.tsx';
import { countOf } from '../../ui/format.ts';
import { Moment } from '../../ui/time.tsx';
import styles from './update-details.module.css';

/** One driver update: how it stands in every profile, its other versions, and what can be done with it. */
export function UpdateDetails({
  update,
  rings,
  all,
  isWhole,
  steps,
  hasKeys,
  onAsk,
  onOpen,
  onClose,
}: {
  update: DriverUpdate;
  rings: Rings;
  /** Every driver update: other versions are among them. */
  all: readonly DriverUpdate[];
  /** False where profiles are missing that may list the driver update too. */
  isWhole: boolean;
  steps: Steps;
  /** The keys of the commands are these ones’: nothing is selected that they could be for. */
  hasKeys: boolean;
  onAsk: (draft: RolloutDraft) => void;
  onOpen: (update: DriverUpdate) => void;
  onClose: () => void;
}) {
  const text = (value: string) => (value ? <bdi>{showHidden(value)}</bdi> : 'Not provided');
  const drivers = [...driversIn(update)];
  const decidable = rings.decidable(update);
  const isLoading = rings.loadingIds.size > 0;
  const whyNotNow = rings.isKept || (isLoading && decidable.length === 0) ? stillLoading : undefined;
  const onTheirWay = scheduledIn(update, rings.all, rings).map(({ id }) => id);
  return (
    <DetailsPanel
      title={updateName(update)}
      facts={`In ${countOf(drivers.length, 'profile')}${isLoading ? ' so far' : ''}, ${deviceText(deviceNumber(drivers), isWhole)}`}
      subject={update.id}
      steps={steps}
      onClose={onClose}
      commands={[
        ...driverRequests.map(({ request, label, key, icon, isPrimary }) => ({
          label: isPrimary ? `${label} this update…` : `${label}…`,
          key: hasKeys ? key : undefined,
          icon,
          isPrimary,
          disabled: whyNotNow ?? whyNone(decidable, (driver) => whyNot(request, driver), 'drivers'),
          onRun: () => onAsk(rolloutDraft(request, { updateId: update.id })),
        })),
        ...(onTheirWay.length === 0
          ? []
          : [
              {
                label: 'Stop rollout',
                icon: RecordStopRegular,
                // A rollout is stopped in every profile.
                disabled: rings.isKept || isLoading ? stillLoading : undefined,
                onRun: () => onAsk(stopDraft(update.id, onTheirWay)),
              },
            ]),
      ]}
    >
      {rings.conflictsOf(update).map((conflict) => (
        <p key={`${conflict.kind} ${conflict.groupIds.join(' ')}`} className={styles.conflict}>
          <WarningFilled /> <strong>Conflict.</strong> <bdi>{conflictText(conflict, update, rings)}</bdi>
          {conflict.kind === 'sharedGroup' && ` ${sharedGroupNote}`}
        </p>
      ))}
      {update.apart && <p className={styles.note}>{apartText(update.apart)}</p>}
      <h3 className={styles.heading}>Profiles</h3>
      <ul className={styles.rings} aria-label="Profiles">
        {rings.all.map((profile) => {
          const driver = cellIn(update, rings.columns, profile.id);
          if (!driver) return null;
          return (
            <li key={profile.id} className={styles.ring}>
              <Link
                to="/profiles/$profileId"
                params={{ profileId: profile.id }}
                search={{ tab: 'all', driver: driver.id }}
                className={styles.profile}
              >
                <bdi>{profileName(profile)}</bdi>
              </Link>
              <StateInRun id={driver.id} read={driver.approvalStatus}>
                <ApprovalStatusLabel driver={driver} />
              </StateInRun>
              <span className={styles.devices}>
                {driver.applicableDeviceCount === null ? '' : countOf(driver.applicableDeviceCount, 'device')}
              </span>
            </li>
          );
        })}
      </ul>
      <VersionList update={update} all={all} now={rings.now} onOpen={onOpen} />
      <Facts
        rows={[
          ['Version', text(update.version)],
          ['Manufacturer', text(update.manufacturer)],
          ['Driver class', text(update.driverClass)],
          ['Release date', <Moment key="released" instant={update.releaseDateTime} />],
          ['Look it up', <DriverLinks key="links" update={update} />],
        ]}
      />
      <div className={styles.note}>
        <p>{deviceNote}</p>
        {isFirmware(update) && (
          <p>This is firmware. Once installed, firmware usually can’t be rolled back.</p>
        )}
      </div>
    </DetailsPanel>
  );
}

/** The panel when the address names a driver update that no profile lists. */
export function MissingUpdate({ id, gaps, onClose }: { id: string; gaps: Gaps; onClose: () => void }) {
  return (
    <DetailsPanel title="Driver update" subject={id} onClose={onClose}>
      <p>{notFoundText(gaps)}.</p>
    </DetailsPanel>
  );
}
