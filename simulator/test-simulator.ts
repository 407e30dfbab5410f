import type { Hono } from 'hono';
import { createSimulatorApp } from './app.ts';
import { appClientId, graphScopes } from './entra/client.ts';
import type { PersonaId } from './tenants/personas.ts';
import { createTenants } from './tenants/registry.ts';
import type { SeedName, Tenant } from './tenants/tenant.ts';

/** For tests: a simulator of its own with one fresh tenant, and a caller that is signed in to it. */

export const simOrigin = 'http://fabrikam.localhost:5001';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body, loosely: tests look into it with `toMatchObject` and paths. */
  readonly json: Record<string, unknown>;
}

export interface TestSimulator {
  readonly app: Hono;
  /** As it is now: a reset starts another in its place. */
  readonly tenant: Tenant;
  /** A token from the password grant, with every scope that was granted; `fields` go into the form. */
  signIn(persona: PersonaId, fields?: Record<string, string>): Promise<string>;
  /** The same where nothing but `scope` was granted. */
  signInWithOnly(persona: PersonaId, scope: string): Promise<string>;
  /** The token of the app itself. */
  signInApp(): Promise<string>;
  /** `path` is below `/beta`, or a whole link. A body is sent as JSON. */
  call(token: string, method: string, path: string, body?: unknown, headers?: HeadersInit): Promise<Reply>;
  /** `path` is below `/_sim/tenants/fabrikam`. */
  control(method: string, path: string, body?: unknown): Promise<Reply>;
}

async function toReply(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return { status: response.status, headers: response.headers, json: isJson ? JSON.parse(text) : {} };
}

const toResourceScope = (scope: string) => `https://graph.microsoft.com/${scope}`;
const passwordOf = (persona: PersonaId) => ({
  grant_type: 'password',
  username: `${persona}@fabrikam.example`,
  password: 'any',
});

export function createTestSimulator(seed: SeedName = 'contoso'): TestSimulator {
  const tenants = createTenants(4173);
  const created = tenants.create({ name: 'fabrikam', seed, adminConsent: true });
  const app = createSimulatorApp({ appPort: 4173, simPort: 5001, tenants });

  async function requestToken(fields: Record<string, string>): Promise<string> {
    const body = new URLSearchParams({ client_id: appClientId, ...fields });
    const response = await app.request(`${simOrigin}/${created.id}/oauth2/v2.0/token`, {
      method: 'POST',
      body,
    });
    const json: { access_token: string } = await response.json();
    return json.access_token;
  }

  async function send(url: string, method: string, body: unknown, headers: Headers): Promise<Reply> {
    if (body !== undefined) headers.set('content-type', 'application/json');
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    return toReply(await app.request(url, init));
  }

  return {
    app,
    get tenant() {
      return tenants.find(created.name) ?? created;
    },
    signIn: (persona, fields = {}) =>
      requestToken({ ...passwordOf(persona), scope: graphScopes.map(toResourceScope).join(' '), ...fields }),
    signInWithOnly(persona, scope) {
      created.directory.setAdminConsent(false);
      created.directory.consents.grantToPersona(persona, [scope]);
      return requestToken({ ...passwordOf(persona), scope: toResourceScope(scope) });
    },
    signInApp: () =>
      requestToken({
        grant_type: 'client_credentials',
        client_secret: 'any',
        scope: 'https://graph.microsoft.com/.default',
      }),
    call(token, method, path, body, extra) {
      const headers = new Headers(extra);
      headers.set('authorization', `Bearer ${token}`);
      return send(path.startsWith('http') ? path : `${simOrigin}/beta${path}`, method, body, headers);
    },
    control: (method, path, body) =>
      send(`${simOrigin}/_sim/tenants/fabrikam${path}`, method, body, new Headers()),
  };
}

/** The inner `Message` of an Intune error. */
export function intuneMessage(reply: Reply): string {
  const { error } = reply.json as { error: { message: string } }; // an error reply, as the test expects
  const { Message } = JSON.parse(error.message) as { Message: string };
  return Message;
}
