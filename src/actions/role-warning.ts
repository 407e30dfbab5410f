import type { Run } from '../runs/model/run.ts';
import type { Action } from './action.ts';

/** Entra role template ids: https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
const readerRoles: readonly string[] = [
  // Global Reader, Security Reader, Reports Reader, Directory Readers.
  'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  '5d6b6bb7-de71-4623-b4af-96380a352509',
  '4a5d8f65-41da-4de4-8968-e035b65339cf',
  '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
];

/** Every member of a tenant has this one in the token: it says nothing. */
const defaultUserRole = 'b79fbf4d-3ef9-4689-8143-76b194e85509';

/**
 * What speaks against a person's roles before they act; undefined where nothing does. A warning and never a lock: roles
 * of Intune and of Defender are not in the token, so only a refusal of Microsoft Graph proves anything.
 *
 * @param roles the Entra role template ids in the token; empty where the app registration doesn't have them sent
 * @param runs of this page's life, newest first
 */
export function roleWarning(
  { kind, role: needed }: Pick<Action, 'kind' | 'role'>,
  roles: readonly string[],
  runs: readonly Pick<Run, 'steps'>[],
): string | undefined {
  if (wasForbidden(kind, runs)) {
    return `Access was denied earlier in this session. Your account may lack a role: ${needed}.`;
  }
  const told = roles.filter((role) => role !== defaultUserRole);
  const readsOnly = told.length > 0 && told.every((role) => readerRoles.includes(role));
  return readsOnly ? `Your account may lack a role: ${needed}.` : undefined;
}

/** True when the last answer to such an action was a refusal for want of rights; an acceptance since then clears it. */
function wasForbidden(kind: string, runs: readonly Pick<Run, 'steps'>[]): boolean {
  for (const { steps } of runs) {
    const ours = steps.filter(({ intent }) => intent.kind === kind);
    for (const { attempts, problem } of ours.toReversed()) {
      if (problem?.kind === 'forbidden') return true;
      const status = attempts.at(-1)?.status ?? 0;
      if (status >= 200 && status < 300) return false;
    }
  }
  return false;
}
