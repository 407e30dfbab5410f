import type { Driver, DriverAction } from '../graph/driver-inventories.ts';
import type { DriverIntent, Item } from './model.ts';
import type { ItemResult } from './reducer.ts';
import { alreadySo } from './retry.ts';

const wantedStatus: Record<DriverAction, string> = {
  approve: 'approved',
  decline: 'declined',
  suspend: 'suspended',
};

/** After so many ms of reading "still as before", the action is taken for not applied. Intune is eventually consistent. */
export const driverSettleTime = 120_000;

/** True when the driver is as the intent wants it; a date counts to the second. */
export function isAsWanted(intent: DriverIntent, driver: Driver): boolean {
  if (driver.approvalStatus !== wantedStatus[intent.action]) return false;
  if (intent.deployAt === null) return true;
  return driver.deployDateTime !== null && Math.abs(driver.deployDateTime - intent.deployAt) < 1_000;
}

/**
 * What a read just before sending says of an item.
 *
 * @param driver undefined when it is not in the profile any more
 * @param wasSent the request was sent before and refused: being as wanted may be its doing
 * @returns undefined when the item is to be sent
 */
export function judgeBeforeSending(
  intent: DriverIntent,
  item: Item,
  driver: Driver | undefined,
  wasSent: boolean,
): ItemResult | undefined {
  const settled = { id: item.id, phase: 'settled' } as const;
  if (!driver) {
    const reason = wasSent ? 'It left the profile meanwhile' : 'It left the profile before anything was sent';
    return { ...settled, outcome: 'notFound', reason };
  }
  if (isAsWanted(intent, driver)) {
    return wasSent
      ? { ...settled, outcome: 'confirmed' }
      : { ...settled, outcome: 'skipped', reason: alreadySo };
  }
  if (driver.approvalStatus !== item.before) {
    return { ...settled, outcome: 'changedByOther', reason: changed(item, driver) };
  }
  return undefined;
}

/**
 * What a read after sending says of an item that is not settled.
 *
 * @returns undefined when the read proves nothing yet
 */
export function judgeAfterSending(
  intent: DriverIntent,
  item: Item,
  driver: Driver | undefined,
  elapsed: number,
): ItemResult | undefined {
  const settled = { id: item.id, phase: 'settled' } as const;
  if (!driver) return { ...settled, outcome: 'notFound', reason: 'It left the profile meanwhile' };
  if (isAsWanted(intent, driver)) {
    // A browser may repeat a request whose connection died; then the failure is that of the repetition.
    const reason = item.outcome === 'failed' ? 'Intune reported a failure, but it reads as wanted' : '';
    return { ...settled, outcome: 'confirmed', reason };
  }
  if (item.outcome === 'failed') return { ...settled, outcome: 'failed', reason: item.reason };
  const isAsBefore = driver.approvalStatus === item.before;
  if (item.outcome === 'unknown' && !isAsBefore) {
    return { ...settled, outcome: 'changedByOther', reason: changed(item, driver) };
  }
  if (elapsed < driverSettleTime) return undefined;
  return item.outcome === 'unknown'
    ? { ...settled, outcome: 'notApplied', reason: 'Read again for two minutes: it is as it was' }
    : { ...settled, outcome: 'contradicted', reason: contradicted(intent, driver) };
}

function contradicted(intent: DriverIntent, driver: Driver): string {
  return driver.approvalStatus === wantedStatus[intent.action]
    ? 'Intune said yes, but the date it shows is another'
    : `Intune said yes, but shows it as ${driver.approvalStatus}`;
}

function changed(item: Item, driver: Driver): string {
  return `It was ${item.before} and is ${driver.approvalStatus} now`;
}
