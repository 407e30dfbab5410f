import { mostDriversInAction } from '../../graph/driver-inventories.ts';
import type { DriverIntent, Reviewed } from '../../runs/model.ts';
import { formatCount } from '../../ui/format.ts';
import type { Review } from '../review.ts';
import { whyType } from '../why-type.ts';
import { type DriverRequest, isFirmwareClass } from './rules.ts';
import { consequences, firmwareWarning, statusesText } from './words.ts';

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
  const devices = targets.reduce<number | null>(
    (sum, target) => (sum === null || target.devices === null ? null : sum + target.devices),
    0,
  );
  const firmware = facts.filter(({ driverClass = '' }) => isFirmwareClass(driverClass)).length;
  return {
    numbers: [
      { value: formatCount(items.length), label: items.length === 1 ? 'driver' : 'drivers' },
      devices === null
        ? { value: '–', label: 'devices: no count provided' }
        : { value: formatCount(devices), label: devices === 1 ? 'device at most' : 'devices at most' },
      { value: formatCount(requests), label: requests === 1 ? 'request' : 'requests' },
    ],
    consequences: [
      consequences[request],
      `Status now: ${statusesText(facts.map(({ approvalStatus = '' }) => ({ approvalStatus })))}.`,
    ],
    warnings: firmware > 0 && intent.action === 'approve' ? [firmwareWarning(firmware)] : [],
    whyType: whyType(intent, items, []),
  };
}
