import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { type PersonaId, personasOf } from '../tenants/personas.ts';
import { appClientId } from './client.ts';
import { createDirectory, type Directory } from './directory.ts';
import { entraRoutes } from './routes.ts';

/** For tests: a tenant of its own, and a browser that knows forms, redirects and cookies. */

export const tenantId = 'c0ffee00-1111-4222-8333-444455556666';
export const origin = 'http://fabrikam.localhost:5001';
export const appOrigin = 'http://fabrikam.localhost:4173';
export const redirectUri = `${appOrigin}/redirect.html`;
export const codeVerifier = 'a-verifier-of-at-least-forty-three-characters-0123';

export interface TestEntra {
  readonly app: Hono;
  readonly directory: Directory;
}

export function createTestEntra({ adminConsent = false } = {}): TestEntra {
  const directory = createDirectory({
    tenantId,
    tenantName: 'fabrikam',
    personas: personasOf(tenantId),
    appOrigins: () => [appOrigin],
    adminConsent,
  });
  const names = [tenantId, 'fabrikam'];
  return { app: entraRoutes((name) => (names.includes(name) ? { directory } : undefined)), directory };
}

/** What a request led to. */
export interface Visit {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
  /** Where the browser is sent, without query and fragment. */
  readonly target: string | undefined;
  /** The query and the fragment of that address. */
  readonly result: URLSearchParams;
}

export interface TestBrowser {
  open(path: string): Promise<Visit>;
  /** Submits the form of a page. */
  press(page: Visit, fields: Record<string, string>): Promise<Visit>;
}

export function openBrowser({ app }: TestEntra): TestBrowser {
  const cookies = new Map<string, string>();

  async function visit(path: string, init: RequestInit): Promise<Visit> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.request(`${origin}${path}`, { ...init, headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get('location');
    const url = location === null ? undefined : new URL(location);
    return {
      status: response.status,
      html: await response.text(),
      headers: response.headers,
      target: url && `${url.origin}${url.pathname}`,
      result: new URLSearchParams(`${url?.search.slice(1) ?? ''}&${url?.hash.slice(1) ?? ''}`),
    };
  }

  return {
    open: (path) => visit(path, {}),
    press(page, fields) {
      const [, action = ''] = /<form method="post" action="([^"]+)"/.exec(page.html) ?? [];
      const [, transaction = ''] = /name="transaction" value="([^"]+)"/.exec(page.html) ?? [];
      return visit(action, { method: 'POST', body: new URLSearchParams({ transaction, ...fields }) });
    },
  };
}

const oidc = 'openid profile offline_access';

/** The address that MSAL opens. `undefined` takes a parameter away. */
export function authorizePath(changes: Record<string, string | undefined> = {}, tenant = tenantId): string {
  const params = {
    client_id: appClientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    response_mode: 'fragment',
    scope: oidc,
    state: 'state-1',
    nonce: 'nonce-1',
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
    claims: JSON.stringify({ access_token: { xms_cc: { values: ['CP1'] } } }),
    ...changes,
  };
  return `/${tenant}/oauth2/v2.0/authorize?${toQuery(params)}`;
}

export function toQuery(params: Record<string, string | undefined>): string {
  return new URLSearchParams(
    Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
}

/** The claims parameter of a client that was challenged for `acr`. */
export function claimsFor(acr: string): string {
  return JSON.stringify({
    access_token: { xms_cc: { values: ['CP1'] }, acrs: { essential: true, value: acr } },
  });
}

/** The token endpoint's answer, whichever it is. */
export interface TokenAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly access_token: string;
    readonly id_token: string;
    readonly refresh_token: string;
    readonly refresh_token_expires_in: number;
    readonly expires_in: number;
    readonly scope: string;
    readonly client_info: string;
    readonly error: string;
    readonly error_description: string;
    readonly error_codes: readonly number[];
    readonly suberror: string;
    readonly claims: string;
    readonly correlation_id: string;
  };
}

/** @param from the page's origin; null for a program that is no page */
export async function requestToken(
  { app }: TestEntra,
  params: Record<string, string | undefined>,
  from: string | null = appOrigin,
): Promise<TokenAnswer> {
  const response = await app.request(`${origin}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: toQuery({ client_id: appClientId, ...params }),
    headers: from === null ? {} : { origin: from },
  });
  // Tests look at the fields that the answer in question has.
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as TokenAnswer['body'],
  };
}

export function redeem(
  entra: TestEntra,
  code: string | null,
  changes: Record<string, string> = {},
): Promise<TokenAnswer> {
  return requestToken(entra, {
    grant_type: 'authorization_code',
    code: code ?? undefined,
    redirect_uri: redirectUri,
    code_verifier: codeVerifier,
    ...changes,
  });
}

export function refresh(
  entra: TestEntra,
  token: string,
  changes: Record<string, string> = {},
): Promise<TokenAnswer> {
  return requestToken(entra, { grant_type: 'refresh_token', refresh_token: token, scope: oidc, ...changes });
}

/** Signs in on a fresh page and redeems the code. */
export async function signIn(
  entra: TestEntra,
  browser: TestBrowser,
  persona: PersonaId,
  changes: Record<string, string> = {},
): Promise<TokenAnswer> {
  const page = await browser.open(authorizePath({ prompt: 'select_account', ...changes }));
  const done = await browser.press(page, { persona });
  return redeem(entra, done.result.get('code'));
}
