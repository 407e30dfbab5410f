/** By how a permission begins. */
const rolesByScope = [
  ['SecurityIncident', 'Security Reader to view, Security Operator to act'],
  ['SecurityIdentit', 'Security Administrator'],
  ['IdentityRisky', 'Security Administrator'],
  ['User', 'User Administrator'],
] as const;

/**
 * What to do about a refusal. A missing permission and a missing role look the same; the token has the permission, so the role
 * is the likelier cause.
 */
export function missingRight(scopes: readonly string[]): string {
  const [, roles = 'Intune Administrator, or Intune’s Policy and Profile manager'] =
    rolesByScope.find(([start]) => scopes.some((scope) => scope.startsWith(start))) ?? [];
  return `Your account is probably missing a role: ${roles}. If you have it, an admin may need to grant the permission below.`;
}
