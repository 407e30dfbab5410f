import type { AccessToken } from '../entra/directory.ts';
import { role } from '../tenants/personas.ts';
import { intuneRefusal } from './intune-errors.ts';
import { GraphRefusal, type GraphRequest } from './message.ts';

type Area = 'intune' | 'security' | 'directory';

interface AccessRule {
  readonly area: Area;
  /** One of these scopes (delegated) or app roles (app-only) is enough; the least comes first. */
  readonly scopes: readonly string[];
  /** Entra roles, as role template ids: a signed-in person needs one of them as well, or none. */
  readonly roles: readonly string[] | 'none';
}

const configuration = {
  read: 'DeviceManagementConfiguration.Read.All',
  write: 'DeviceManagementConfiguration.ReadWrite.All',
} as const;
const incidents = { read: 'SecurityIncident.Read.All', write: 'SecurityIncident.ReadWrite.All' } as const;

const intuneWriters = [role.intuneAdministrator, role.globalAdministrator];
const taskWriters = [role.securityOperator, role.securityAdministrator, role.globalAdministrator];
const identityWriters = [role.securityAdministrator, role.globalAdministrator];
const userWriters = [role.userAdministrator, role.globalAdministrator];
const riskyUsers = 'IdentityRiskyUser.ReadWrite.All';

/** Who may do what, after the permission tables of the Graph reference (beta). */
const rules = {
  driversRead: {
    area: 'intune',
    scopes: [configuration.read, configuration.write],
    roles: [...intuneWriters, role.globalReader],
  },
  driversWrite: { area: 'intune', scopes: [configuration.write], roles: intuneWriters },
  // The syncInventory page lists the read scope; that its caller must be able to write is a guess.
  driversSync: { area: 'intune', scopes: [configuration.read, configuration.write], roles: intuneWriters },
  incidentsRead: {
    area: 'security',
    scopes: [incidents.read, incidents.write],
    roles: [...taskWriters, role.securityReader, role.globalReader],
  },
  incidentsWrite: { area: 'security', scopes: [incidents.write], roles: taskWriters },
  // Every member of a directory may read its groups: https://learn.microsoft.com/entra/fundamentals/users-default-permissions
  groupsRead: { area: 'directory', scopes: ['Group.ReadBasic.All'], roles: 'none' },
  // ... and its users.
  usersRead: { area: 'directory', scopes: ['User.Read.All'], roles: 'none' },
  // https://learn.microsoft.com/graph/api/user-revokesigninsessions
  usersRevoke: { area: 'directory', scopes: ['User.RevokeSessions.All'], roles: userWriters },
  // https://learn.microsoft.com/graph/api/user-update: each property has a permission of its own.
  usersChange: {
    area: 'directory',
    scopes: ['User.EnableDisableAccount.All', 'User-PasswordProfile.ReadWrite.All'],
    roles: userWriters,
  },
  usersEnable: { area: 'directory', scopes: ['User.EnableDisableAccount.All'], roles: userWriters },
  usersPassword: { area: 'directory', scopes: ['User-PasswordProfile.ReadWrite.All'], roles: userWriters },
  riskyUsersRead: {
    area: 'directory',
    scopes: ['IdentityRiskyUser.Read.All', riskyUsers],
    roles: [...taskWriters, role.securityReader, role.globalReader],
  },
  // https://learn.microsoft.com/graph/api/riskyuser-confirmcompromised: Security Administrator is the least role.
  riskyUsersWrite: { area: 'directory', scopes: [riskyUsers], roles: identityWriters },
  // https://learn.microsoft.com/graph/api/security-identitycontainer-list-identityaccounts: the same least role.
  identitiesRead: {
    area: 'security',
    scopes: ['SecurityIdentitiesAccount.Read.All'],
    roles: identityWriters,
  },
  identitiesAct: {
    area: 'security',
    scopes: ['SecurityIdentitiesActions.ReadWrite.All'],
    roles: identityWriters,
  },
} as const satisfies Record<string, AccessRule>;

export type Access = keyof typeof rules;

/** The directory says no more, whatever is missing. */
export const directoryRefusal = () =>
  new GraphRefusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');

/** The refusal for a token without any of `rule`'s scopes. */
function scopeRefusal(request: GraphRequest, rule: AccessRule): GraphRefusal {
  const { token } = request;
  if (rule.area === 'directory') return directoryRefusal();
  if (rule.area === 'intune') {
    const text =
      token.appOnly && token.scopes.size === 0
        ? 'Application is not authorized to perform this operation as called in app only context but does not have application permissions configured.'
        : `Application is not authorized to perform this operation. Application must have one of the following scopes: ${rule.scopes.join(', ')}`;
    return intuneRefusal(request, 403, 'Forbidden', text);
  }
  const kind = token.appOnly ? 'roles' : 'scopes';
  const held = [...token.scopes].join(',');
  return new GraphRefusal(
    403,
    'Forbidden',
    `Missing application ${kind}. API required ${kind}: ${rule.scopes.join(',')}, application ${kind}: ${held}.`,
  );
}

/** The refusal for a person without any of the roles. */
function roleRefusal(request: GraphRequest, area: Area): GraphRefusal {
  if (area === 'directory') return directoryRefusal();
  return area === 'intune'
    ? intuneRefusal(request, 403, 'Forbidden', 'User is not authorized to perform this operation')
    : new GraphRefusal(
        403,
        'Forbidden',
        'Auth token does not contain valid permissions or user does not have valid roles.',
      );
}

function hasRole(token: AccessToken, rule: AccessRule): boolean {
  return token.appOnly || rule.roles === 'none' || rule.roles.some((id) => token.roles.includes(id));
}

/** Throws the 403 of the area when the token's scopes or the person's roles do not reach. */
export function assertAllowed(request: GraphRequest, access: Access): void {
  const rule: AccessRule = rules[access];
  if (!rule.scopes.some((scope) => request.token.scopes.has(scope))) throw scopeRefusal(request, rule);
  if (!hasRole(request.token, rule)) throw roleRefusal(request, rule.area);
}

/** What a read and a write of an area need, by the first segments of the path. Nothing writes groups here. */
const needs: Readonly<Record<string, readonly [read: Access, write: Access]>> = {
  devicemanagement: ['driversRead', 'driversWrite'],
  groups: ['groupsRead', 'groupsRead'],
  users: ['usersRead', 'usersEnable'],
  identityprotection: ['riskyUsersRead', 'riskyUsersWrite'],
  'security/identities': ['identitiesRead', 'identitiesAct'],
};

/** The 403 that the area of a path would send, for a fault that pretends a right is missing. */
export function forbiddenRefusal(request: GraphRequest, reason: 'scope' | 'role'): GraphRefusal {
  const area = request.segments[0]?.toLowerCase() ?? '';
  const part = request.segments.slice(0, 2).join('/').toLowerCase();
  const [read, write] = needs[part] ?? needs[area] ?? ['incidentsRead', 'incidentsWrite'];
  const rule = rules[request.method === 'GET' ? read : write];
  return reason === 'scope' ? scopeRefusal(request, rule) : roleRefusal(request, rule.area);
}
