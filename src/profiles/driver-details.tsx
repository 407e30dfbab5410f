import { isFirmware } from '../actions/driver-approval/rules.ts';
import type { Driver } from '../graph/driver-inventories.ts';
import { showHidden } from '../lib/visible-text.ts';
import { driverName } from '../resources/driver-profiles/names.ts';
import { StateInRun, useIsInRun } from '../run-panel/run-marks.tsx';
import { DetailsPanel, Facts } from '../ui/details-panel.tsx';
import { countOf } from '../ui/format.ts';
import { Moment } from '../ui/time.tsx';
import styles from './driver-details.module.css';
import { ApprovalStatusLabel, categoryText } from './labels.tsx';

/** Everything Graph tells of one driver in this profile, and what it does not tell. */
export function DriverDetails({ driver, onClose }: { driver: Driver; onClose: () => void }) {
  const isInRun = useIsInRun(driver.id);
  const text = (value: string) => (value ? <bdi>{showHidden(value)}</bdi> : 'Not given');
  return (
    <DetailsPanel title={driverName(driver)} onClose={onClose}>
      <Facts
        rows={[
          ['Status', <ApprovalStatusLabel key="status" driver={driver} />],
          ...(isInRun ? [['In a run', <StateInRun key="run" id={driver.id} />] as const] : []),
          ['Version', text(driver.version)],
          ['Manufacturer', text(driver.manufacturer)],
          ['Class', text(driver.driverClass)],
          ['Category', categoryText(driver)],
          ['Released', <Moment key="released" instant={driver.releaseDateTime} />],
          ['Deploys from', <Moment key="deploys" instant={driver.deployDateTime} />],
          [
            'Applicable devices',
            driver.applicableDeviceCount === null
              ? 'Not told'
              : countOf(driver.applicableDeviceCount, 'device'),
          ],
          ['Id', <code key="id">{driver.id}</code>],
        ]}
      />
      <div className={styles.note}>
        <p>
          Microsoft Graph gives a number of devices, not which ones they are, and not how many have installed
          it. The reports of the Intune admin center show both.
        </p>
        <p>
          This status holds in this profile only. A device in two profiles gets the driver when either of them
          approves it.
        </p>
        {isFirmware(driver) && <p>This is firmware: once installed, it can usually not be taken back.</p>}
      </div>
    </DetailsPanel>
  );
}

/** What the panel says when the address names a driver that the profile does not hold. */
export function MissingDriver({ id, onClose }: { id: string; onClose: () => void }) {
  return (
    <DetailsPanel title={`Driver ${id}`} onClose={onClose}>
      <p>This driver is not in this profile any more, or never was.</p>
    </DetailsPanel>
  );
}
