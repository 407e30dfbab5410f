import type { Driver } from '../../graph/driver-inventories.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { isFirmware } from '../../resources/driver-profiles/firmware.ts';
import { ApprovalStatusLabel } from '../../resources/driver-profiles/labels.tsx';
import { driverName } from '../../resources/driver-profiles/names.ts';
import { categoryText } from '../../resources/driver-profiles/words.ts';
import { StateInRun, useIsInRun } from '../../run-panel/run-marks.tsx';
import { DetailsPanel, Facts, type Steps } from '../../ui/details-panel.tsx';
import { countOf } from '../../ui/format.ts';
import { Moment } from '../../ui/time.tsx';
import styles from './driver-details.module.css';
import { type AskDecision, commandsFor } from './driver-requests.ts';

/** Everything that Graph gives about one driver in this profile, what Graph doesn’t give, and what can be done. */
export function DriverDetails({
  driver,
  profile,
  steps,
  hasKeys,
  onAsk,
  onClose,
}: {
  driver: Driver;
  /** The profile's name; undefined while it is loading. */
  profile: string | undefined;
  steps: Steps;
  /** The keys of commands act on this driver: nothing is selected. */
  hasKeys: boolean;
  onAsk: AskDecision;
  onClose: () => void;
}) {
  const isInRun = useIsInRun(driver.id);
  const text = (value: string) => (value ? <bdi>{showHidden(value)}</bdi> : 'Not provided');
  return (
    <DetailsPanel
      title={driverName(driver)}
      subject={driver.id}
      steps={steps}
      onClose={onClose}
      commands={commandsFor(driver, onAsk, hasKeys)}
    >
      <Facts
        rows={[
          ['Status', <ApprovalStatusLabel key="status" driver={driver} />],
          ...(isInRun ? [['In a run', <StateInRun key="run" id={driver.id} />] as const] : []),
          ['Available from', <Moment key="deploys" instant={driver.deployDateTime} />],
          [
            'Applicable devices',
            driver.applicableDeviceCount === null ? (
              'Not provided'
            ) : (
              <>
                {countOf(driver.applicableDeviceCount, 'device')}
                {profile !== undefined && (
                  <>
                    {' '}
                    in <bdi>{profile}</bdi>
                  </>
                )}
              </>
            ),
          ],
          ['Version', text(driver.version)],
          ['Manufacturer', text(driver.manufacturer)],
          ['Driver class', text(driver.driverClass)],
          ['Category', categoryText(driver)],
          ['Release date', <Moment key="released" instant={driver.releaseDateTime} />],
          ['ID', <code key="id">{driver.id}</code>],
        ]}
      />
      <div className={styles.note}>
        <p>
          Microsoft Graph gives only a count. To see which devices, and how many installed it, use the reports
          in the Intune admin center.
        </p>
        <p>
          This status applies to this profile only. A device in two profiles gets the driver when either
          profile approves it.
        </p>
        {isFirmware(driver) && (
          <p>This is firmware. Once installed, firmware usually can’t be rolled back.</p>
        )}
      </div>
    </DetailsPanel>
  );
}

/** The panel when the address names a driver that isn't in the profile. */
export function MissingDriver({ id, onClose }: { id: string; onClose: () => void }) {
  return (
    <DetailsPanel title={`Driver ${id}`} subject={id} onClose={onClose}>
      <p>This driver is no longer in this profile, or never was.</p>
    </DetailsPanel>
  );
}
