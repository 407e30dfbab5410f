import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { Link } from '@tanstack/react-router';
import { driverRequests } from '../../actions/driver-approval/requests.ts';
import { whyNot } from '../../actions/driver-approval/rules.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { whyNone } from '../../lib/sort-out.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { isFirmware } from '../../resources/driver-profiles/firmware.ts';
import { ApprovalStatusLabel } from '../../resources/driver-profiles/labels.tsx';
import { profileName } from '../../resources/driver-profiles/names.ts';
import type { Conflict } from '../../resources/driver-updates/conflicts.ts';
import {
  type Columns,
  cellIn,
  type DriverUpdate,
  driversIn,
} from '../../resources/driver-updates/driver-update.ts';
import { StateInRun } from '../../run-panel/run-marks.tsx';
import { DetailsPanel, Facts, type Steps } from '../../ui/details-panel.tsx';
import { countOf } from '../../ui/format.ts';
import { Moment } from '../../ui/time.tsx';
import { conflictText } from './conflict-text.ts';
import styles from './update-details.module.css';
import { updateName } from './use-driver-updates.ts';
import { type RolloutDraft, rolloutDraft } from './use-rollout.ts';

/** One driver update: how it stands in every profile, what it is, and what can be done with it. */
export function UpdateDetails({
  update,
  profiles,
  columns,
  conflicts,
  steps,
  hasKeys,
  onAsk,
  onClose,
}: {
  update: DriverUpdate;
  /** In the order of rings. */
  profiles: readonly DriverProfile[];
  columns: Columns;
  conflicts: readonly Conflict[];
  steps: Steps;
  /** The keys of the commands are these ones’: nothing is selected that they could be for. */
  hasKeys: boolean;
  onAsk: (draft: RolloutDraft) => void;
  onClose: () => void;
}) {
  const text = (value: string) => (value ? <bdi>{showHidden(value)}</bdi> : 'Not provided');
  const drivers = [...driversIn(update)];
  const nameOf = (profileId: string) => {
    const profile = profiles.find(({ id }) => id === profileId);
    return profile ? profileName(profile) : profileId;
  };
  return (
    <DetailsPanel
      title={updateName(update)}
      subject={update.id}
      steps={steps}
      onClose={onClose}
      commands={driverRequests.map(({ request, label, key, icon, isPrimary }) => ({
        label: isPrimary ? `${label} this update…` : `${label}…`,
        key: hasKeys ? key : undefined,
        icon,
        isPrimary,
        disabled: whyNone(drivers, (driver) => whyNot(request, driver), 'drivers'),
        onRun: () => onAsk(rolloutDraft(request, { updateId: update.id })),
      }))}
    >
      {conflicts.map((conflict) => (
        <p key={conflict.kind} className={styles.conflict}>
          <WarningFilled /> <strong>Conflict.</strong> <bdi>{conflictText(conflict, nameOf)}</bdi>.
        </p>
      ))}
      <h3 className={styles.heading}>In {countOf(drivers.length, 'profile')}</h3>
      <ul className={styles.rings}>
        {profiles.map((profile) => {
          const driver = cellIn(update, columns, profile.id);
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
      <Facts
        rows={[
          ['Version', text(update.version)],
          ['Manufacturer', text(update.manufacturer)],
          ['Driver class', text(update.driverClass)],
          ['Release date', <Moment key="released" instant={update.releaseDateTime} />],
        ]}
      />
      {isFirmware(update) && (
        <p className={styles.note}>
          This is firmware. Once installed, firmware usually can’t be rolled back.
        </p>
      )}
    </DetailsPanel>
  );
}

/** The panel when the address names a driver update that no profile lists. */
export function MissingUpdate({ id, onClose }: { id: string; onClose: () => void }) {
  return (
    <DetailsPanel title="Driver update" subject={id} onClose={onClose}>
      <p>No profile lists this driver update any longer.</p>
    </DetailsPanel>
  );
}
