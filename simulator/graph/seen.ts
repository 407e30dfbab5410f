import type { Tenant } from '../tenants/tenant.ts';
import type { Incident, Task } from './defender.ts';
import type { Driver, Profile } from './intune.ts';
import { driverKey, incidentKey, profileKey, taskKey, userKey } from './past.ts';
import type { Call } from './route.ts';
import type { User } from './users.ts';

/** What a read that lags behind sees: each record as it was at the request's `asOf`. Other reads see what is. */

export function seenProfile(call: Call, profile: Profile): Profile {
  const { asOf } = call.request;
  if (asOf === undefined) return profile;
  const { past } = call.tenant;
  const drivers = new Map(
    [...profile.drivers].map(([id, driver]): [string, Driver] => [
      id,
      { ...driver, record: past.at(driverKey(profile.record.id, id), asOf, driver.record) },
    ]),
  );
  return { ...past.at(profileKey(profile.record.id), asOf, profile), drivers };
}

/** What there was of profiles at the request's `asOf`. */
export function seenProfiles(call: Call): readonly Profile[] {
  const profiles = call.tenant.intune.profiles(call.request.asOf);
  return profiles.map((profile) => seenProfile(call, profile));
}

/** Keeps a profile, all but its drivers, as it is before a change. */
export function rememberProfile({ past, clock }: Tenant, profile: Profile): void {
  const { record, assignments, syncState, lastSync } = profile;
  past.keep(profileKey(record.id), { record, assignments, syncState, lastSync }, clock.now());
}

export function seenTask({ tenant, request: { asOf } }: Call, task: Task): Task {
  if (asOf === undefined) return task;
  return { ...task, record: tenant.past.at(taskKey(task.record.id), asOf, task.record) };
}

export function seenIncident({ tenant, request: { asOf } }: Call, incident: Incident): Incident {
  if (asOf === undefined) return incident;
  const { record } = incident;
  return { ...incident, record: tenant.past.at(incidentKey(record.id), asOf, record) };
}

export function seenUser({ tenant, request: { asOf } }: Call, user: User): User {
  if (asOf === undefined) return user;
  return { record: tenant.past.at(userKey(user.record.id), asOf, user.record) };
}
