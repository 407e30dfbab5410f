import type { PersonaId } from '../tenants/personas.ts';
import { graphScopes } from './client.ts';

/** What was granted to the app in one tenant, by short scope name. Consent adds up: it is never narrowed by asking for less. */
export interface Consents {
  /** The tenant's grants and the person's own, in the order of the registration. */
  grantedTo(personaId: PersonaId): readonly string[];
  /** Those of `scopes` that nobody has granted yet. */
  missingFor(personaId: PersonaId, scopes: readonly string[]): readonly string[];
  grantToPersona(personaId: PersonaId, scopes: readonly string[]): void;
  grantToTenant(scopes: readonly string[]): void;
  /** Takes back every grant, the tenant's and each person's. */
  withdrawAll(): void;
}

export function createConsents(): Consents {
  const ofTenant = new Set<string>();
  const ofPersonas = new Map<PersonaId, Set<string>>();

  function isGranted(personaId: PersonaId, scope: string): boolean {
    return ofTenant.has(scope) || ofPersonas.get(personaId)?.has(scope) === true;
  }

  return {
    grantedTo: (personaId) => graphScopes.filter((scope) => isGranted(personaId, scope)),
    missingFor: (personaId, scopes) => scopes.filter((scope) => !isGranted(personaId, scope)),
    grantToPersona(personaId, scopes) {
      ofPersonas.set(personaId, new Set([...(ofPersonas.get(personaId) ?? []), ...scopes]));
    },
    grantToTenant(scopes) {
      for (const scope of scopes) ofTenant.add(scope);
    },
    withdrawAll() {
      ofTenant.clear();
      ofPersonas.clear();
    },
  };
}
