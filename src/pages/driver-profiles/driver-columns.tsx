import type { Driver } from '../../graph/driver-inventories.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { DriverNameCell } from '../../resources/driver-profiles/driver-name-cell.tsx';
import { isFirmware } from '../../resources/driver-profiles/firmware.ts';
import { ApprovalStatusLabel } from '../../resources/driver-profiles/labels.tsx';
import { driverName } from '../../resources/driver-profiles/names.ts';
import { categoryText, statusText } from '../../resources/driver-profiles/words.ts';
import { StateInRun } from '../../run-panel/run-marks.tsx';
import type { Column } from '../../ui/data-grid/row-model.ts';
import { formatCount, formatDay } from '../../ui/format.ts';
import { Day } from '../../ui/time.tsx';

const dayText = (instant: number | null) => (instant === null ? '–' : formatDay(instant));

/** The columns of the grid "Drivers", most asked for first. */
export const driverColumns: readonly Column<Driver>[] = [
  {
    id: 'name',
    header: 'Driver name',
    width: 400,
    keep: true,
    text: driverName,
    sortValue: driverName,
    render: (driver) => <DriverNameCell driver={driver} isFirmware={isFirmware(driver)} />,
  },
  {
    id: 'status',
    header: 'Status',
    width: 220,
    keep: true,
    text: statusText,
    sortValue: statusText,
    render: (driver) => (
      <StateInRun id={driver.id} read={driver.approvalStatus}>
        <ApprovalStatusLabel driver={driver} isInList />
      </StateInRun>
    ),
  },
  {
    id: 'deploys',
    priority: 2,
    header: 'Available from',
    width: 120,
    searched: false,
    text: (driver) => dayText(driver.deployDateTime),
    sortValue: (driver) => driver.deployDateTime,
    render: (driver) => <Day instant={driver.deployDateTime} />,
  },
  {
    id: 'devices',
    priority: 2,
    header: 'Devices',
    width: 90,
    align: 'end',
    searched: false,
    text: (driver) => formatCount(driver.applicableDeviceCount),
    sortValue: (driver) => driver.applicableDeviceCount,
  },
  {
    id: 'manufacturer',
    priority: 3,
    header: 'Manufacturer',
    width: 200,
    text: (driver) => showHidden(driver.manufacturer) || '–',
    sortValue: (driver) => driver.manufacturer || null,
  },
  {
    id: 'class',
    priority: 3,
    header: 'Driver class',
    width: 160,
    text: (driver) => showHidden(driver.driverClass) || '–',
    sortValue: (driver) => driver.driverClass || null,
  },
  {
    id: 'released',
    priority: 3,
    header: 'Release date',
    width: 115,
    searched: false,
    text: (driver) => dayText(driver.releaseDateTime),
    sortValue: (driver) => driver.releaseDateTime,
    render: (driver) => <Day instant={driver.releaseDateTime} />,
  },
  {
    id: 'category',
    priority: 4,
    header: 'Category',
    width: 150,
    text: categoryText,
    sortValue: categoryText,
    isOptional: true,
  },
  {
    id: 'version',
    priority: 4,
    header: 'Version',
    width: 140,
    keep: true,
    text: (driver) => showHidden(driver.version) || '–',
    sortValue: (driver) => driver.version || null,
    isOptional: true,
  },
];

export const driverId = (driver: Driver) => driver.id;

/** What a row is called: name, version and status tell rows of one name apart. */
export const driverRowName = (driver: Driver) =>
  [driverName(driver), showHidden(driver.version), statusText(driver).toLowerCase()]
    .filter(Boolean)
    .join(', ');
