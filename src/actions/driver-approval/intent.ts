import type { DriverAction } from '../../graph/driver-inventories.ts';
import type { Intent } from '../../runs/model/run.ts';

export const driverKind = 'driver-approval';

/** What is to be done with drivers of a profile. */
export type DriverIntent = {
  readonly kind: typeof driverKind;
  readonly action: DriverAction;
  /** Epoch ms; null: as soon as possible. With `approve` only. */
  readonly deployAt: number | null;
};

const actions: readonly unknown[] = ['approve', 'decline', 'suspend'] satisfies DriverAction[];

/** True of an intent for drivers whose parts are sound: the history may have been changed by hand. */
export function isDriverIntent(intent: Intent): intent is DriverIntent {
  const { kind, action, deployAt } = intent;
  const isDate = deployAt === null || (Number.isInteger(deployAt) && Math.abs(Number(deployAt)) <= farthest);
  return Object.keys(intent).length === 3 && kind === driverKind && actions.includes(action) && isDate;
}

/** The farthest time from 1970, in ms, that a Date can hold. */
const farthest = 8.64e15;
