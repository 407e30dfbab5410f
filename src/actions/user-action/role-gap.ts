import type { AccountAction } from '../../graph/users.ts';
import { roleFor } from './words.ts';

type Role = ReturnType<typeof roleFor>;

const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';

/**
 * Role template ids that suffice for some users at least. Which role may act on which user, Entra ID alone knows.
 * https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
const sufficient: Readonly<Record<Role, readonly string[]>> = {
  'User Administrator': [
    globalAdministrator,
    'fe930be7-5e62-47db-91af-98c3a49a38b1',
    // Privileged Authentication, Authentication, Helpdesk Administrator.
    '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
    'c4e39bd9-1100-46d3-8c65-fb160da0071f',
    '729827e3-9c14-49f7-bb1b-9608f156bbb8',
  ],
  'Security Administrator': [globalAdministrator, '194ae4cb-b126-40b2-bd5b-6091b380977d'],
};

/** Every member of a tenant has this one in the token: it says nothing. */
const defaultUserRole = 'b79fbf4d-3ef9-4689-8143-76b194e85509';

/**
 * What speaks against a person's roles before they act on users; undefined where nothing does. A warning and never a lock:
 * an organization may have roles that it made.
 *
 * @param roles the Entra role template ids in the token; empty where the app registration doesn't have them sent
 */
export function roleGap(roles: readonly string[], needed: readonly Role[]): string | undefined {
  const told = roles.filter((role) => role !== defaultUserRole);
  if (told.length === 0) return undefined;
  const missing = needed.filter((role) => !sufficient[role].some((id) => told.includes(id)));
  return missing.length === 0
    ? undefined
    : `Your account may lack a role: ${[...new Set(missing)].join(', ')}.`;
}

/** The same before the user is looked up: only where the person's roles suffice in neither directory. */
export function roleGapBefore(action: AccountAction, roles: readonly string[]): string | undefined {
  const inDirectories = (['entraID', 'activeDirectory'] as const).map((via) =>
    roleGap(roles, [roleFor(action, via)]),
  );
  return inDirectories.every((gap) => gap !== undefined) ? inDirectories[0] : undefined;
}
