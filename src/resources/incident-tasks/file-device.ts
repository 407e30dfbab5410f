import type { Evidence } from '../../graph/evidence.ts';
import { type DeviceFacts, deviceBy } from '../devices/device-facts.ts';

/** Devices that the evidence of an incident has a file on. */
export interface FileDevices {
  /** The only one; undefined where there is none, or several, or where its evidence names it by nothing but an id. */
  readonly only: DeviceFacts | undefined;
  readonly count: number;
}

/**
 * The devices that evidence has a file on, by the hash of the file: a task may give none, or one that no evidence knows.
 *
 * @param file the evidence that the task is about
 * @param evidence of the incident
 */
export function devicesWithFile(
  file: Evidence | undefined,
  evidence: readonly Evidence[],
  devices: readonly DeviceFacts[],
): FileDevices {
  const hashes = hashesOf(file);
  const ids = evidence
    .filter((piece) => piece === file || hashesOf(piece).some((hash) => hashes.includes(hash)))
    .map((piece) => ('mdeDeviceId' in piece ? piece.mdeDeviceId.trim().toLowerCase() : ''))
    .filter((id) => id !== '');
  const found = [...new Set(ids.map((id) => deviceBy(id, devices) ?? id))];
  const [only] = found;
  return {
    only: found.length === 1 && typeof only === 'object' ? only : undefined,
    count: found.length,
  };
}

/** In lower case; none for what is no file. */
function hashesOf(piece: Evidence | undefined): readonly string[] {
  const file =
    piece?.kind === 'file' ? piece.fileDetails : piece?.kind === 'process' ? piece.imageFile : undefined;
  return file ? [file.sha1, file.sha256].map((hash) => hash.toLowerCase()).filter((hash) => hash !== '') : [];
}
