import { createDirectory, type ResetOptions } from '../entra/directory.ts';
import { createFaultSet } from '../faults/fault-set.ts';
import { createDefender, type DefenderSeed } from '../graph/defender.ts';
import { createGroups, type GroupRecord } from '../graph/groups.ts';
import { createIntune, type ProfileSeed } from '../graph/intune.ts';
import { createOverrideSet, type Override } from '../graph/overrides.ts';
import { createPast } from '../graph/past.ts';
import { createThrottle } from '../graph/throttle.ts';
import { createUsers, type UserRecord } from '../graph/users.ts';
import { createRequestLog } from '../request-log.ts';
import { contosoDefender } from '../seeds/contoso-defender.ts';
import { contosoProfiles } from '../seeds/contoso-profiles.ts';
import { fleetProfiles } from '../seeds/fleet.ts';
import { contosoGroups, fleetGroups, noGroups, ringsGroups } from '../seeds/groups.ts';
import { incidentsDefender } from '../seeds/incidents.ts';
import { emptyDefender, largeDefender, largeProfiles } from '../seeds/large.ts';
import { lightDefender, lightProfiles } from '../seeds/light.ts';
import { manyProfiles } from '../seeds/many.ts';
import { guidOf } from '../seeds/random.ts';
import { ringsProfileSeeds } from '../seeds/rings.ts';
import { strangeDefender, strangeOverrides } from '../seeds/strange.ts';
import { contosoUsers, noUsers } from '../seeds/users.ts';
import { createClock } from './clock.ts';
import { personasOf } from './personas.ts';
import type { SeedName, Tenant, TenantIdentity } from './tenant.ts';

export interface TenantRequest {
  /** A host label. Without one a free one is chosen. */
  readonly name?: string | undefined;
  readonly seed: SeedName;
  /** Tenant-wide consent to the app's scopes from the start. */
  readonly adminConsent: boolean;
  /** The app's config.json names Graph at the TLS port. */
  readonly graphOverTls?: boolean | undefined;
}

/** A tenant of that name exists already, or the name cannot be a host label. */
export class TenantNameRefused extends Error {
  override readonly name = 'TenantNameRefused';
}

/** All tenants of one simulator. */
export interface TenantRegistry {
  list(): readonly Tenant[];
  /** By `tid` or by name. */
  find(idOrName: string): Tenant | undefined;
  /** @throws {@link TenantNameRefused} */
  create(request: TenantRequest): Tenant;
  /**
   * Starts a tenant anew in its place: data, consents, clock, faults, overrides, log, and who is signed in. Requests that
   * are on their way still reach the tenant as it was, and nothing of the new one.
   */
  reset(tenant: Tenant, options?: ResetOptions): void;
  remove(tenant: Tenant): void;
}

/** First segments of the simulator's own paths, and the host that is contoso's. */
const reserved: ReadonlySet<string> = new Set([
  'localhost',
  'beta',
  'common',
  'organizations',
  'tenants',
  'elsewhere',
]);

interface Seed {
  readonly profiles: (now: number) => readonly ProfileSeed[];
  readonly groups: (now: number) => readonly GroupRecord[];
  readonly defender: (now: number) => DefenderSeed;
  readonly users: (now: number) => readonly UserRecord[];
  readonly licensed: boolean;
  /** Records that are sent otherwise than they are from the start. */
  readonly overrides?: readonly Override[];
}

/** A company of medium size. */
const contoso: Seed = {
  profiles: contosoProfiles,
  groups: contosoGroups,
  defender: contosoDefender,
  users: contosoUsers,
  licensed: true,
};
/** Without a thing. */
const nothing: Seed = {
  profiles: () => [],
  groups: noGroups,
  defender: () => emptyDefender,
  users: noUsers,
  licensed: true,
};

const seeds: Readonly<Record<SeedName, Seed>> = {
  contoso,
  rings: { ...contoso, profiles: ringsProfileSeeds, groups: ringsGroups },
  incidents: { ...contoso, defender: incidentsDefender },
  strange: { ...contoso, defender: strangeDefender, overrides: strangeOverrides },
  empty: { ...nothing, licensed: false },
  large: { ...nothing, profiles: largeProfiles, defender: largeDefender },
  fleet: { ...nothing, profiles: fleetProfiles, groups: fleetGroups },
  light: { ...nothing, profiles: lightProfiles, defender: lightDefender },
  many: { ...nothing, profiles: manyProfiles, defender: lightDefender },
};

/** Where the app of a tenant is served; redirect URIs are registered for these. */
export function appOriginsOf(tenantName: string, appPort: number): readonly string[] {
  const own = `http://${tenantName}.localhost:${appPort}`;
  return tenantName === 'contoso' ? [own, `http://localhost:${appPort}`] : [own];
}

function createIdentity(name: string, request: TenantRequest, appPort: number): TenantIdentity {
  const id = guidOf(`tenant ${name}`);
  const personas = personasOf(id);
  return {
    name,
    id,
    seed: request.seed,
    graphOverTls: request.graphOverTls ?? false,
    personas,
    directory: createDirectory({
      tenantId: id,
      tenantName: name,
      personas,
      appOrigins: () => appOriginsOf(name, appPort),
      adminConsent: request.adminConsent,
    }),
  };
}

/** The tenant of this identity with what its seed starts with. */
function startTenant({ name, id, seed, graphOverTls, personas, directory }: TenantIdentity): Tenant {
  const clock = createClock();
  const { profiles, groups, defender, users, licensed, overrides } = seeds[seed];
  return {
    name,
    id,
    seed,
    graphOverTls,
    personas,
    directory,
    clock,
    intune: createIntune({ clock, licensed, seed: profiles }),
    defender: createDefender(clock, defender),
    groups: createGroups(clock.now(), groups),
    users: createUsers(clock.now(), users),
    faults: createFaultSet(),
    overrides: createOverrideSet(overrides),
    past: createPast(),
    throttle: createThrottle(),
    log: createRequestLog(),
  };
}

/** A registry with the tenants that are always there: one for each seed but `light`. */
export function createTenants(appPort: number): TenantRegistry {
  const tenants = new Map<string, Tenant>();
  let named = 0;
  const freeName = (): string => {
    do named += 1;
    while (tenants.has(`t${named}`));
    return `t${named}`;
  };
  const create = (request: TenantRequest): Tenant => {
    const name = request.name ?? freeName();
    if (!/^[a-z][a-z0-9-]{0,40}$/.test(name) || reserved.has(name)) {
      throw new TenantNameRefused(
        `'${name}' cannot be a tenant's name: small letters, digits and hyphens, a letter first.`,
      );
    }
    if (tenants.has(name)) throw new TenantNameRefused(`There is a tenant '${name}' already.`);
    const tenant = startTenant(createIdentity(name, request, appPort));
    tenants.set(name, tenant);
    return tenant;
  };
  create({ name: 'contoso', seed: 'contoso', adminConsent: true });
  create({ name: 'rings', seed: 'rings', adminConsent: true });
  create({ name: 'incidents', seed: 'incidents', adminConsent: true });
  create({ name: 'strange', seed: 'strange', adminConsent: true });
  create({ name: 'empty', seed: 'empty', adminConsent: true });
  create({ name: 'large', seed: 'large', adminConsent: true });
  create({ name: 'fleet', seed: 'fleet', adminConsent: true });
  create({ name: 'many', seed: 'many', adminConsent: true });
  return {
    list: () => [...tenants.values()],
    find: (idOrName) => tenants.get(idOrName) ?? [...tenants.values()].find(({ id }) => id === idOrName),
    create,
    reset: (tenant, options) => {
      tenant.directory.reset(options);
      tenants.set(tenant.name, startTenant(tenant));
    },
    remove: (tenant) => {
      tenants.delete(tenant.name);
    },
  };
}
