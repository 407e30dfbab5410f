/**
 * The people of every simulated tenant. Roles travel in a token's `wids` claim as role template ids:
 * https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
export interface Persona {
  /** Stable key, and the part of the sign-in name before the @. */
  readonly id: PersonaId;
  readonly displayName: string;
  /** What the sign-in page says about this person. */
  readonly note: string;
  /** Entra object id: the same in every tenant but for its first group, which comes from the tenant. */
  readonly objectId: string;
  /** Entra role template ids. */
  readonly roles: readonly string[];
  /** May grant permissions for the whole tenant. */
  readonly canConsent: boolean;
}

export const personaIds = [
  'driver.admin',
  'driver.reader',
  'soc.operator',
  'soc.reader',
  'no.role',
  'global.admin',
  'soc.lead',
] as const;

export type PersonaId = (typeof personaIds)[number];

/** Role template ids of Entra ID that the simulated Graph looks at. */
export const role = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  intuneAdministrator: '3a2c62db-5318-420d-8d74-23affee5d9d5',
  globalReader: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  securityAdministrator: '194ae4cb-b126-40b2-bd5b-6091b380977d',
  securityOperator: '5f2222b1-57c3-48ba-8ad5-d4759f1fde6f',
  securityReader: '5d6b6bb7-de71-4623-b4af-96380a352509',
  userAdministrator: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
} as const;

/** The personas of one tenant. Intune's own roles (RBAC) are told by `intuneAdministrator` and `globalReader` here. */
export function personasOf(tenantId: string): readonly Persona[] {
  const person = (
    id: PersonaId,
    displayName: string,
    note: string,
    roles: readonly string[],
    canConsent = false,
  ): Persona => ({
    id,
    displayName,
    note,
    objectId: `${tenantId.slice(0, 8)}-0000-4000-8000-${String(personaIds.indexOf(id) + 1).padStart(12, '0')}`,
    roles,
    canConsent,
  });
  return [
    person('driver.admin', 'Dana Driver', 'Intune Administrator: approves drivers', [
      role.intuneAdministrator,
    ]),
    person('driver.reader', 'Rui Reader', 'Global Reader: sees drivers, may not approve', [
      role.globalReader,
    ]),
    person('soc.operator', 'Sam Operator', 'Security Operator: runs response actions', [
      role.securityOperator,
    ]),
    person('soc.reader', 'Sora Reader', 'Security Reader: sees incident tasks', [role.securityReader]),
    person('no.role', 'Noa Nobody', 'No role at all', []),
    person(
      'global.admin',
      'Gale Global',
      'Global Administrator: grants permissions for everybody',
      [role.globalAdministrator],
      true,
    ),
    person(
      'soc.lead',
      'Lou Lead',
      'Security Administrator and User Administrator: acts on accounts as well',
      [role.securityAdministrator, role.userAdministrator],
    ),
  ];
}
