import { mostDriversInAction } from '../../graph/driver-inventories.ts';
import type { DriverIntent, Reviewed } from '../../runs/model.ts';
import { formatCount } from '../../ui/format.ts';
import type { Review } from '../review.ts';
import { whyType } from '../why-type.ts';
import { devicesAtMostOver } from './devices.ts';
import { type DriverRequest, isFirmwareClass } from './rules.ts';
import { consequences, driversText, firmwareWarning } from './words.ts';

/**
 * What the dialog says of drivers that are about to be sent.
 *
 * @param targets the drivers of each profile by their facts, and how many devices they reach at most
 */
export function reviewDrivers(
  request: DriverRequest,
  intent: DriverIntent,
  targets: readonly {
    readonly items: readonly { readonly reviewed: Reviewed }[];
    readonly devices: number | null;
  }[],
): Review {
  const items = targets.flatMap((target) => target.items);
  const facts = items.map(({ reviewed }) => reviewed);
  const requests = targets.reduce(
    (sum, target) => sum + Math.ceil(target.items.length / mostDriversInAction),
    0,
  );
  const devices = devicesAtMostOver(targets.map((target) => target.devices));
  const firmware = facts.filter(({ driverClass = '' }) => isFirmwareClass(driverClass)).length;
  return {
    numbers: [
      { value: formatCount(items.length), label: driversText(facts) },
      devices === null
        ? { value: '–', label: 'devices: no count provided' }
        : { value: formatCount(devices), label: devices === 1 ? 'device at most' : 'devices at most' },
      { value: formatCount(requests), label: requests === 1 ? 'request' : 'requests' },
    ],
    summary: '',
    consequences: [consequences[request]],
    warnings: firmware > 0 && intent.action === 'approve' ? [firmwareWarning(firmware)] : [],
    whyType: whyType(intent, items, []),
  };
}
