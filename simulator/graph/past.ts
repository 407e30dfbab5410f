/** A record as it was until it was changed. */
interface Version {
  /** Epoch ms of the tenant's clock. */
  readonly until: number;
  readonly record: object;
}

/** What records were before they changed: reads that lag behind show it. */
export interface Past {
  /** Remembers a record just before it changes. */
  keep(key: string, record: object, now: number): void;
  /** A record as it was at a time: `now` when it has not changed since. */
  at<T extends object>(key: string, time: number, now: T): T;
}

/** Versions kept of one record; the oldest go first. */
const kept = 50;

export function createPast(): Past {
  const versions = new Map<string, Version[]>();
  return {
    keep: (key, record, now) => {
      const known = versions.get(key) ?? [];
      versions.set(key, [...known, { until: now, record: { ...record } }].slice(-kept));
    },
    at: (key, time, now) => {
      const version = versions.get(key)?.find(({ until }) => until > time);
      return version ? { ...now, ...version.record } : now;
    },
  };
}

export const driverKey = (profileId: string, driverId: string) =>
  `driver ${profileId} ${driverId}`.toLowerCase();
export const profileKey = (profileId: string) => `profile ${profileId}`.toLowerCase();
export const taskKey = (taskId: string) => `task ${taskId}`;
export const incidentKey = (incidentId: string) => `incident ${incidentId}`;
export const userKey = (userId: string) => `user ${userId}`;
