import { mostDriversInAction } from '../../graph/driver-actions.ts';
import { isFirmwareClass } from '../../resources/driver-profiles/firmware.ts';
import type { PlanTarget, Reviewed } from '../../runs/model/run.ts';
import { formatCount } from '../../ui/format.ts';
import type { Review } from '../review.ts';
import type { SeenDrivers } from './afresh.ts';
import { devicesAtMost, devicesAtMostOver } from './devices.ts';
import type { DriverIntent } from './intent.ts';
import { type DriverRequest, requestOf } from './rules.ts';
import { whyTypeDrivers } from './why-type.ts';
import { approvalEndsText, consequences, driversText, firmwareWarning } from './words.ts';

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
    whyType: whyTypeDrivers(
      intent.action === 'approve',
      facts.map(({ driverClass = '' }) => driverClass),
    ),
  };
}

/**
 * What the dialog says of a plan that follows from a run: as of a first one, and from what was just read alone.
 *
 * @param seen of `driversAfresh`
 */
export function reviewDriversAfresh(
  targets: readonly PlanTarget[],
  intent: DriverIntent,
  seen: SeenDrivers,
): Review {
  const items = targets.flatMap((target) => target.items);
  const request = requestOf(intent.action, items[0]?.before ?? '');
  const review = reviewDrivers(
    request,
    intent,
    targets.map((target) => {
      const found = seen.find(({ profile }) => profile.id === target.id);
      return { items: target.items, devices: found ? devicesAtMost(found.drivers, found.profile) : null };
    }),
  );
  // A first review says this where these statuses are included; here they are in the plan already.
  const ends =
    request === 'approve' ? approvalEndsText(items.map(({ before }) => ({ approvalStatus: before }))) : '';
  return ends === '' ? review : { ...review, consequences: [...review.consequences, ends] };
}
