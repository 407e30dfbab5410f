/** Entra role template ids: https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
const intuneRoles = [
  // Intune Administrator, Global Administrator, Global Reader
  '3a2c62db-5318-420d-8d74-23affee5d9d5',
  '62e90394-69f5-4237-9190-012177145e10',
  'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
];
const securityRoles = [
  // Security Administrator, Security Operator, Security Reader, Global Administrator, Global Reader
  '194ae4cb-b126-40b2-bd5b-6091b380977d',
  '5f2222b1-57c3-48ba-8ad5-d4759f1fde6f',
  '5d6b6bb7-de71-4623-b4af-96380a352509',
  '62e90394-69f5-4237-9190-012177145e10',
  'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
];

/** What a person's work is about. */
export interface Areas {
  readonly drivers: boolean;
  readonly incidents: boolean;
}

/**
 * What the overview shows a person. Permissions are asked for when they are needed, so nothing is read that the person's
 * roles don't cover; where no role says what the work is about, all of it is shown.
 *
 * @param roles template ids, as far as the app registration has them sent
 */
export function areasOf(roles: readonly string[], hasDefender: boolean): Areas {
  const drivers = roles.some((role) => intuneRoles.includes(role));
  const incidents = roles.some((role) => securityRoles.includes(role));
  const isUnknown = !drivers && !incidents;
  return {
    drivers: drivers || isUnknown || !hasDefender,
    incidents: hasDefender && (incidents || isUnknown),
  };
}
