import type { Driver } from '../../graph/driver-inventories.ts';

/** True for drivers whose installation usually can't be rolled back. */
export function isFirmware({ driverClass }: Pick<Driver, 'driverClass'>): boolean {
  return isFirmwareClass(driverClass);
}

/** The same for the name of a class. */
export function isFirmwareClass(driverClass: string): boolean {
  return /firmware|bios/i.test(driverClass);
}
