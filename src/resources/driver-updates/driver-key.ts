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
  if (id.charCodeAt(digits) !== underscore) return undefined;
  const key = id.slice(0, digits).toLowerCase();
  return hexDigits.test(key) ? key : undefined;
}
