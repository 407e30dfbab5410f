import type { Directory } from '../entra/directory.ts';
import type { FaultSet } from '../faults/fault-set.ts';
import type { Defender } from '../graph/defender.ts';
import type { Groups } from '../graph/groups.ts';
import type { Intune } from '../graph/intune.ts';
import type { OverrideSet } from '../graph/overrides.ts';
import type { Past } from '../graph/past.ts';
import type { Throttle } from '../graph/throttle.ts';
import type { Users } from '../graph/users.ts';
import type { RequestLog } from '../request-log.ts';
import type { Clock } from './clock.ts';
import type { Persona } from './personas.ts';

/** What a tenant starts with. */
export const seedNames = [
  'contoso',
  'rings',
  'incidents',
  'strange',
  'empty',
  'large',
  'fleet',
  'light',
  'many',
] as const;
export type SeedName = (typeof seedNames)[number];

/** What each holds, in a few words. */
export const seedWords: Readonly<Record<SeedName, string>> = {
  contoso: 'Drivers and incident tasks as a company of medium size has them',
  rings: 'Three rings and nine profiles beside them, with conflicts and a rollout on its way',
  incidents: '40 incident tasks over 9 incidents, one of which grows; users of Entra ID and Active Directory',
  strange: '500 incident tasks and 12 incidents, many of them broken or hostile',
  empty: 'No Intune license, no incident tasks',
  large: '60 profiles of 1,500 drivers, one of 5,000, and 1,200 incident tasks',
  fleet: '60 rings of 1,500 drivers: 90,000 cells of a matrix',
  light: 'One profile of 1,400 drivers, 32 incident tasks',
  many: '300 profiles, two of them with names of 200 characters; 32 incident tasks',
};

/** What a tenant keeps when it is started anew. */
export interface TenantIdentity {
  /** The host label: `contoso` answers at `contoso.localhost`, and at plain `localhost` too. */
  readonly name: string;
  /** `tid`: a GUID. */
  readonly id: string;
  readonly seed: SeedName;
  /** Its app is told to reach Graph over TLS, and so over HTTP/2. */
  readonly graphOverTls: boolean;
  readonly personas: readonly Persona[];
  readonly directory: Directory;
}

/**
 * One simulated tenant: everything that belongs to it hangs here, so that tenants live side by side and a test
 * can have one of its own. The tenant of a request is its token's or its path's `tid`, never its host.
 */
export interface Tenant extends TenantIdentity {
  /** Graph's time: real time plus an offset that can be advanced. Entra runs on real time. */
  readonly clock: Clock;
  readonly intune: Intune;
  readonly defender: Defender;
  readonly groups: Groups;
  readonly users: Users;
  readonly faults: FaultSet;
  readonly overrides: OverrideSet;
  /** Records as they were before each change, for reads that lag behind. */
  readonly past: Past;
  readonly throttle: Throttle;
  readonly log: RequestLog;
}
