import { DeveloperBoardRegular } from '@fluentui/react-icons/headless/svg/developer-board';
import type { Driver } from '../../graph/driver-inventories.ts';
import { showHidden } from '../../lib/visible-text.ts';
import styles from './driver-name-cell.module.css';
import { driverName } from './names.ts';

/** The name of a driver, with its version where the name doesn't hold it, and a mark for firmware. */
export function DriverNameCell({
  driver,
  isFirmware,
}: {
  driver: Pick<Driver, 'id' | 'name' | 'version'>;
  isFirmware: boolean;
}) {
  return (
    <span className={styles.cell}>
      <bdi className={styles.name}>{driverName(driver)}</bdi>
      {!driver.name.includes(driver.version) && (
        <bdi className={styles.version}>{showHidden(driver.version)}</bdi>
      )}
      {isFirmware && (
        <span className={styles.firmware} role="img" aria-label="Firmware" title="Firmware">
          <DeveloperBoardRegular />
        </span>
      )}
    </span>
  );
}
