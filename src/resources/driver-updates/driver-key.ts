const digits = 64;
const hexDigits = /^[0-9a-f]{64}$/;
const underscore = 0x5f;

/**
 * What the ids of one driver have in common over all profiles: the 64 hex digits before `_`, which are its id in
 * Microsoft's catalog. Lower-cased.
 *
 * @returns undefined for an id of another shape: it says nothing about other profiles
 */
export function driverKey(id: string): string | undefined {
  const key = possibleKey(id);
  return key !== undefined && hexDigits.test(key) ? key : undefined;
}

/** The same without looking at the digits: for those who know all keys, and have much to look up. */
export function possibleKey(id: string): string | undefined {
  return id.charCodeAt(digits) === underscore ? id.slice(0, digits).toLowerCase() : undefined;
}
