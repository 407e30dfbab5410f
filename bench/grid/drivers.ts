/** A driver of the inventory, with as many fields as the page shows. */
export interface Driver {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly manufacturer: string;
  readonly driverClass: string;
  readonly releaseDateTime: string;
  readonly approvalStatus: string;
  readonly category: string;
  readonly applicableDeviceCount: number;
}

const makers = [
  'Intel',
  'Realtek Semiconductor Corp.',
  'NVIDIA',
  'Advanced Micro Devices, Inc.',
  'Qualcomm',
  'Dell Inc.',
  'HP Inc.',
  'Lenovo',
  'Synaptics',
  'Broadcom',
  'MediaTek, Inc.',
  'Logitech',
];
const classes = ['Display', 'Net', 'Bluetooth', 'Media', 'System', 'HIDClass', 'Firmware', 'USB', 'Camera'];
const things = [
  'Ethernet Controller',
  'Graphics Adapter',
  'Audio Device',
  'Management Engine',
  'Chipset Family',
  'Touchpad',
  'Wireless Adapter',
  'Storage Controller',
  'Camera Sensor',
];
const statuses = ['needsReview', 'approved', 'declined', 'suspended'];
const categories = ['recommended', 'previouslyApproved', 'other'];

/** The same made-up drivers each time: a xorshift from a fixed seed stands in for chance. */
export function makeDrivers(count: number): readonly Driver[] {
  let state = 12_345;
  const below = (limit: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  const one = (of: readonly string[]) => of[below(of.length)] ?? '';
  const drivers = Array.from({ length: count }, (_, index): Driver => {
    const manufacturer = one(makers);
    return {
      id: `driver-${index.toString(16).padStart(8, '0')}-${below(2 ** 31).toString(16)}`,
      name: `${manufacturer} ${one(things)} ${below(9000) + 1000}-${index}`,
      version: `${below(40)}.${below(100)}.${below(10_000)}.${below(9999)}`,
      manufacturer,
      driverClass: one(classes),
      releaseDateTime: new Date(1.5e12 + below(2 ** 31) * 80).toISOString(),
      approvalStatus: one(statuses),
      category: one(categories),
      applicableDeviceCount: below(5000),
    };
  });
  // As they come from an answer: texts put together here would cost the grid that first reads them.
  return JSON.parse(JSON.stringify(drivers)) as readonly Driver[];
}

/** The columns that both grids show after the one of checkboxes: nine in all. Dates and counts are not searched. */
export const fields: readonly {
  readonly key: keyof Driver;
  readonly label: string;
  readonly width: number;
  readonly searched: boolean;
}[] = [
  { key: 'name', label: 'Name', width: 330, searched: true },
  { key: 'version', label: 'Version', width: 130, searched: true },
  { key: 'manufacturer', label: 'Manufacturer', width: 180, searched: true },
  { key: 'driverClass', label: 'Class', width: 100, searched: true },
  { key: 'releaseDateTime', label: 'Release date', width: 110, searched: false },
  { key: 'approvalStatus', label: 'Approval', width: 120, searched: true },
  { key: 'category', label: 'Category', width: 130, searched: true },
  { key: 'applicableDeviceCount', label: 'Devices', width: 90, searched: false },
];

export function fieldText(driver: Driver, key: keyof Driver): string {
  const value = String(driver[key]);
  return key === 'releaseDateTime' ? value.slice(0, 10) : value;
}

/** What a search looks through, lower-cased. */
export function driverText(driver: Driver): string {
  let text = '';
  for (const { key, searched } of fields) if (searched) text += `${fieldText(driver, key)}\n`;
  return text.toLowerCase();
}
