import { randomBytes } from 'node:crypto';

/** Values under unguessable keys, each forgotten after a while. */
export interface ExpiringStore<Value> {
  /** @returns the new key: 43 characters of base64url */
  put(value: Value): string;
  get(key: string): Value | undefined;
  /** Gets the value and forgets it, so that nobody gets it twice. */
  take(key: string): Value | undefined;
  clear(): void;
}

/** @param lifetimeMs how long a value can be read, in milliseconds of real time */
export function createExpiringStore<Value>(lifetimeMs: number): ExpiringStore<Value> {
  const entries = new Map<string, { value: Value; expiresAt: number }>();

  function forgetExpired(): void {
    const now = Date.now();
    // A Map keeps the order of insertion and all lifetimes are equal, so the oldest entries come first.
    for (const [key, entry] of entries) {
      if (entry.expiresAt > now) break;
      entries.delete(key);
    }
  }

  function get(key: string): Value | undefined {
    forgetExpired();
    return entries.get(key)?.value;
  }

  return {
    get,
    put(value) {
      forgetExpired();
      const key = randomBytes(32).toString('base64url');
      entries.set(key, { value, expiresAt: Date.now() + lifetimeMs });
      return key;
    },
    take(key) {
      const value = get(key);
      entries.delete(key);
      return value;
    },
    clear: () => entries.clear(),
  };
}
