import assert from 'node:assert/strict';
import type { PersonaId } from '../../simulator/tenants/personas.ts';
import type { Tenant } from '../../simulator/tenants/tenant.ts';
import type { Person } from './person.ts';
import type { Place, Role } from './session.ts';

/** Who does it, in which tenant, and where the app of that tenant is. */
export interface Scene {
  readonly person: Person;
  readonly tenant: Tenant;
  readonly address: string;
}

export interface Step {
  readonly title: string;
  play(scene: Scene): Promise<void>;
}

/** The steps of one person after signing in, in a browser without any sign-in or history. */
export interface Journey {
  readonly title: string;
  readonly steps: readonly Step[];
}

export function at(role: Role, name: string): Place {
  return { role, name };
}

/** Signs in by the simulator's page, and waits for a text of the page that comes first. */
export async function signIn(
  { person, tenant, address }: Scene,
  id: PersonaId,
  proof: RegExp,
): Promise<void> {
  const persona = tenant.personas.find((other) => other.id === id);
  assert(persona);
  const { displayName, note } = persona;
  await person.open(address);
  await person.click(at('button', 'Sign in'));
  await person.click(at('button', `${displayName} ${tenant.directory.upnOf(persona)} ${note}`));
  await person.see(proof);
}

/** Goes to a part of the app by the palette, with the keyboard alone. */
export async function goTo({ person }: Scene, words: string, name: string): Promise<void> {
  await person.press('Control+k');
  await person.type(words);
  await person.see(name, at('listbox', 'Results of the search'));
  await person.press('Enter');
  await person.see(name, at('heading', name));
}

/** What the app sent to change something: its own sendings, which a browser may repeat, and what they changed. */
export function sendingsOf({ tenant }: Scene) {
  const posts = tenant.log.requests.filter(({ method }) => method === 'POST');
  return {
    byTheApp: new Set(posts.map(({ clientRequestId }) => clientRequestId)).size,
    arrived: posts.length,
    effects: tenant.log.effects.length,
    bodies: posts.map(({ body }) => body),
  };
}
