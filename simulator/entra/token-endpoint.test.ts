import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appClientId, graphScopes } from './client.ts';
import {
  appOrigin,
  authorizePath,
  claimsFor,
  createTestEntra,
  openBrowser,
  origin,
  redeem,
  redirectUri,
  refresh,
  requestToken,
  signIn,
  type TestBrowser,
  type TestEntra,
  tenantId,
} from './test-entra.ts';
import { verifyAccessToken } from './tokens.ts';

const readScope = 'SecurityIncident.Read.All';
const minute = 60_000;
const hour = 60 * minute;

let entra: TestEntra;
let browser: TestBrowser;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  entra = createTestEntra();
  browser = openBrowser(entra);
});
afterEach(() => {
  vi.useRealTimers();
});

async function getCode(changes: Record<string, string> = {}): Promise<string | null> {
  const page = await browser.open(authorizePath({ prompt: 'select_account', ...changes }));
  return (await browser.press(page, { persona: 'soc.operator' })).result.get('code');
}

describe('authorization_code', () => {
  it('gives tokens that the published keys verify', async () => {
    entra.directory.setAdminConsent(true);
    const { status, body } = await redeem(entra, await getCode());
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600, refresh_token_expires_in: 86_400 });
    expect(body.scope).toBe([...graphScopes, 'openid', 'profile'].join(' '));

    const keys = await entra.app.request(`/${tenantId}/discovery/v2.0/keys`);
    const { payload } = await jwtVerify(body.id_token, createLocalJWKSet(await keys.json()), {
      audience: appClientId,
      issuer: `${origin}/${tenantId}/v2.0`,
    });
    expect(payload).toMatchObject({
      nonce: 'nonce-1',
      tid: tenantId,
      preferred_username: 'soc.operator@fabrikam.example',
    });
    expect(JSON.parse(Buffer.from(body.client_info, 'base64url').toString())).toEqual({
      uid: payload.oid,
      utid: tenantId,
    });
  });

  it('works once', async () => {
    const code = await getCode();
    expect((await redeem(entra, code)).status).toBe(200);
    const again = await redeem(entra, code);
    expect(again.status).toBe(400);
    expect(again.body).toMatchObject({ error: 'invalid_grant', error_codes: [54005] });
  });

  it('works for a minute', async () => {
    const [early, late] = [await getCode(), await getCode()];
    vi.advanceTimersByTime(minute - 1);
    expect((await redeem(entra, early)).status).toBe(200);
    vi.advanceTimersByTime(1);
    expect((await redeem(entra, late)).body.error_codes).toEqual([70008]);
  });

  it('needs the verifier, and a wrong one uses the code up', async () => {
    const code = await getCode();
    const wrong = await redeem(entra, code, { code_verifier: 'guessed' });
    expect(wrong.body).toMatchObject({ error: 'invalid_grant', error_codes: [501481] });
    expect((await redeem(entra, code)).body.error_codes).toEqual([54005]);
  });

  it('is bound to its redirect URI', async () => {
    const { body } = await redeem(entra, await getCode(), { redirect_uri: `${appOrigin}/` });
    expect(body.error_codes).toEqual([500112]);
  });

  it.each([
    [null, 9002327],
    ['http://elsewhere.example', 9002326],
  ])('is not redeemed for the origin %s', async (from, errorCode) => {
    const params = {
      grant_type: 'authorization_code',
      code: (await getCode()) ?? '',
      redirect_uri: redirectUri,
    };
    expect((await requestToken(entra, params, from)).body.error_codes).toEqual([errorCode]);
  });

  it('is not redeemed for claims that were not proven at sign-in', async () => {
    const { body } = await redeem(entra, await getCode(), { claims: claimsFor('c1') });
    expect(body).toMatchObject({ error: 'invalid_grant', suberror: 'basic_action' });
  });
});

describe('refresh_token', () => {
  it('gives a new one each time, and the day does not start again', async () => {
    const first = await signIn(entra, browser, 'driver.admin');
    vi.advanceTimersByTime(23 * hour);
    const second = await refresh(entra, first.body.refresh_token);
    expect(second.status).toBe(200);
    expect(second.body.refresh_token).not.toBe(first.body.refresh_token);
    expect(second.body.refresh_token_expires_in).toBe(3600);
    vi.advanceTimersByTime(hour);
    const third = await refresh(entra, second.body.refresh_token);
    expect(third.body).toMatchObject({ error: 'invalid_grant', error_codes: [700084] });
  });

  it('of a page is not redeemed by a script', async () => {
    const { body } = await signIn(entra, browser, 'driver.admin');
    const params = { grant_type: 'refresh_token', refresh_token: body.refresh_token, scope: 'openid' };
    expect((await requestToken(entra, params, null)).body.error_codes).toEqual([9002327]);
  });

  it('stays usable next to its successor, so that two tabs may share it', async () => {
    const { body } = await signIn(entra, browser, 'driver.admin');
    expect((await refresh(entra, body.refresh_token)).status).toBe(200);
    expect((await refresh(entra, body.refresh_token)).status).toBe(200);
  });

  it('says that it was revoked, or is unknown', async () => {
    const { body } = await signIn(entra, browser, 'driver.admin');
    entra.directory.revokeRefreshTokens();
    expect((await refresh(entra, body.refresh_token)).body).toMatchObject({
      error: 'invalid_grant',
      error_codes: [50173],
    });
    expect((await refresh(entra, 'made-up')).body.error_codes).toEqual([9002313]);
  });

  it('checks consent anew, and the token then holds everything granted', async () => {
    const { body } = await signIn(entra, browser, 'soc.operator');
    const refused = await refresh(entra, body.refresh_token, { scope: `openid ${readScope}` });
    expect(refused.body).toMatchObject({
      error: 'invalid_grant',
      suberror: 'consent_required',
      error_codes: [65001],
    });
    entra.directory.setAdminConsent(true);
    const granted = await refresh(entra, body.refresh_token, { scope: `openid ${readScope}` });
    const token = await verifyAccessToken(entra.directory, granted.body.access_token);
    expect([...token.scopes]).toEqual([...graphScopes, 'openid']);
    entra.directory.setAdminConsent(false);
    const withdrawn = await refresh(entra, body.refresh_token, { scope: `openid ${readScope}` });
    expect(withdrawn.body.suberror).toBe('consent_required');
  });

  it('asks for more proof and echoes the claims', async () => {
    const { body } = await signIn(entra, browser, 'soc.operator');
    const refused = await refresh(entra, body.refresh_token, { claims: claimsFor('c1') });
    expect(refused.body).toMatchObject({
      error: 'invalid_grant',
      suberror: 'basic_action',
      error_codes: [50076],
      claims: claimsFor('c1'),
    });
  });

  it('remembers the proof', async () => {
    const page = await browser.open(authorizePath({ claims: claimsFor('c1') }));
    const proof = await browser.press(page, { persona: 'soc.operator' });
    const { result } = await browser.press(proof, { answer: 'approve' });
    const { body } = await redeem(entra, result.get('code'));
    const renewed = await refresh(entra, body.refresh_token);
    const again = await refresh(entra, renewed.body.refresh_token, { claims: claimsFor('c1') });
    expect((await verifyAccessToken(entra.directory, again.body.access_token)).acrs).toEqual(['c1']);
  });

  it('is not given without offline_access', async () => {
    const { body } = await redeem(entra, await getCode({ scope: 'openid' }));
    expect(body.refresh_token).toBeUndefined();
  });
});

describe('grants for scripts', () => {
  const password = { grant_type: 'password', username: 'DRIVER.ADMIN@fabrikam.example', password: 'any' };

  it('takes a sign-in name and any password', async () => {
    entra.directory.setAdminConsent(true);
    const scope = 'https://graph.microsoft.com/.default';
    const { status, body } = await requestToken(entra, { ...password, scope }, null);
    expect(status).toBe(200);
    const token = await verifyAccessToken(entra.directory, body.access_token);
    expect(token).toMatchObject({ personaId: 'driver.admin', appOnly: false });
    expect([...token.scopes]).toEqual(graphScopes);
  });

  it('gives a refresh token that scripts alone may use, for 90 days from its last use', async () => {
    const scope = 'openid offline_access';
    const { body } = await requestToken(entra, { ...password, scope }, null);
    expect(body.refresh_token).toMatch(/^1\./);
    expect(body).not.toHaveProperty('refresh_token_expires_in');
    const renew = (refresh_token: string, from: string | null = null) =>
      requestToken(entra, { grant_type: 'refresh_token', refresh_token, scope }, from);
    expect((await renew(body.refresh_token, appOrigin)).body.error_codes).toEqual([9002326]);
    vi.advanceTimersByTime(89 * 24 * hour);
    const second = await renew(body.refresh_token);
    expect(second.status).toBe(200);
    vi.advanceTimersByTime(89 * 24 * hour);
    expect((await renew(second.body.refresh_token)).status).toBe(200);
    const late = await renew(body.refresh_token);
    expect(late.body).toMatchObject({ error: 'invalid_grant', error_codes: [700082] });
    entra.directory.revokeRefreshTokens();
    expect((await renew(second.body.refresh_token)).body.error_codes).toEqual([50173]);
    const plain = await requestToken(entra, { ...password, scope: 'openid' }, null);
    expect(plain.body).not.toHaveProperty('refresh_token');
  });

  it('refuses an unknown name, and scopes without consent', async () => {
    const stranger = { ...password, username: 'nobody@x.example', scope: 'openid' };
    const unknown = await requestToken(entra, stranger, null);
    expect(unknown.body).toMatchObject({ error: 'invalid_grant', error_codes: [50034] });
    const unconsented = await requestToken(entra, { ...password, scope: readScope }, null);
    expect(unconsented.body.suberror).toBe('consent_required');
  });

  it('gives the app itself a token with roles', async () => {
    const params = { grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' };
    expect((await requestToken(entra, params, null)).body.error_codes).toEqual([7000218]);
    const { body } = await requestToken(entra, { ...params, client_secret: 'any' }, null);
    const token = await verifyAccessToken(entra.directory, body.access_token);
    expect(token).toMatchObject({ appOnly: true, personaId: undefined, roles: [] });
    expect([...token.scopes]).toEqual(graphScopes);
    const signed = await requestToken(entra, { ...params, client_assertion: 'any' }, null);
    expect(signed.status).toBe(200);
    const narrow = await requestToken(entra, { ...params, client_secret: 'any', scope: readScope }, null);
    expect(narrow.body).toMatchObject({ error: 'invalid_scope', error_codes: [1002012] });
  });
});

describe('refusals', () => {
  it.each([
    ['an unknown client', { client_id: 'other', grant_type: 'password' }, 700016],
    ['no grant type', {}, 900144],
    ['an unknown grant type', { grant_type: 'made_up' }, 70003],
  ])('%s', async (_, params, errorCode) => {
    expect((await requestToken(entra, params)).body.error_codes).toEqual([errorCode]);
  });

  it('are worded like Entra and carry the ids, readable across origins', async () => {
    const { body, headers } = await requestToken(entra, { 'client-request-id': 'correlation-1' });
    expect(body.error_description).toMatch(
      /^AADSTS900144: .+\r\nTrace ID: [\w-]{36}\r\nCorrelation ID: correlation-1\r\nTimestamp: \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/,
    );
    expect(body.correlation_id).toBe('correlation-1');
    expect(headers.get('access-control-allow-origin')).toBe(appOrigin);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('are JSON for an unknown tenant too', async () => {
    const response = await entra.app.request('/nowhere/oauth2/v2.0/token', { method: 'POST', body: '' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error_codes: [90002] });
  });
});

it('answers a preflight', async () => {
  const response = await entra.app.request(`/${tenantId}/oauth2/v2.0/token`, {
    method: 'OPTIONS',
    headers: {
      origin: appOrigin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,x-client-sku',
    },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe(appOrigin);
  expect(response.headers.get('access-control-allow-headers')).toBe('content-type,x-client-sku');
});
