import { showHidden } from '../../lib/visible-text.ts';
import { driverName } from '../driver-profiles/names.ts';
import { baseName } from './base-name.ts';
import type { DriverUpdate } from './driver-update.ts';

/** What a person calls a driver update. */
export function updateName({ id, name }: Pick<DriverUpdate, 'id' | 'name'>): string {
  return driverName({ id, name });
}

/**
 * Name and version, each once: many names hold the version already.
 *
 * @param name as `updateName` or `driverName` gives it
 */
export function nameWithVersion(name: string, version: string): string {
  return [baseName(name, version), showHidden(version)].filter(Boolean).join(' ');
}

/** Tells rows of driver updates apart. */
export const updateId = ({ id }: DriverUpdate) => id;

/** What a row is called: name and version tell rows of one name apart. */
export const updateRowName = (update: DriverUpdate) =>
  [updateName(update), showHidden(update.version)].filter(Boolean).join(', ');
