import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appClientId, graphScopes } from './client.ts';
import {
  appOrigin,
  createTestEntra,
  openBrowser,
  origin,
  requestToken,
  type TestBrowser,
  type TestEntra,
  tenantId,
  toQuery,
} from './test-entra.ts';
import { verifyAccessToken } from './tokens.ts';

const pagePath = `/${tenantId}/oauth2/deviceauth`;

let entra: TestEntra;
let browser: TestBrowser;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  entra = createTestEntra({ adminConsent: true });
  browser = openBrowser(entra);
});
afterEach(() => {
  vi.useRealTimers();
});

interface DeviceAnswer {
  readonly user_code: string;
  readonly device_code: string;
  readonly verification_uri: string;
  readonly message: string;
  readonly error: string;
}

async function askForCode(params: Record<string, string> = {}, headers: Record<string, string> = {}) {
  const scope = 'https://graph.microsoft.com/.default offline_access';
  const response = await entra.app.request(`${origin}/${tenantId}/oauth2/v2.0/devicecode`, {
    method: 'POST',
    body: toQuery({ client_id: appClientId, scope, ...params }),
    headers,
  });
  return { status: response.status, body: (await response.json()) as DeviceAnswer };
}

const poll = (
  device_code: string,
  from: string | null = null,
  grant_type = 'urn:ietf:params:oauth:grant-type:device_code',
) => requestToken(entra, { grant_type, device_code }, from);

async function typeCode(otc: string) {
  return browser.press(await browser.open(pagePath), { otc });
}

describe('the device code flow', () => {
  it('gives a script tokens once a person has typed the code and signed in', async () => {
    const { status, body } = await askForCode();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      user_code: expect.stringMatching(/^[A-Z2-9]{9}$/),
      verification_uri: `${origin}${pagePath}`,
      expires_in: 900,
      interval: 5,
    });
    expect(body.message).toContain(body.user_code);
    expect((await poll(body.device_code)).body).toMatchObject({
      error: 'authorization_pending',
      error_codes: [70016],
    });

    const people = await typeCode(` ${body.user_code.toLowerCase()} `);
    const done = await browser.press(people, { persona: 'soc.operator' });
    expect(done.html).toContain('You have signed in');
    const tokens = await poll(body.device_code);
    expect(tokens.status).toBe(200);
    const token = await verifyAccessToken(entra.directory, tokens.body.access_token);
    expect([token.personaId, ...token.scopes]).toEqual(['soc.operator', ...graphScopes]);

    const { refresh_token } = tokens.body;
    const scope = 'https://graph.microsoft.com/.default';
    const renewed = await requestToken(entra, { grant_type: 'refresh_token', refresh_token, scope }, null);
    expect(renewed.status).toBe(200);
    expect((await poll(body.device_code)).body).toMatchObject({ error: 'invalid_grant' });
  });

  it('asks who signs in, even with a session in the browser, and for consent', async () => {
    entra.directory.setAdminConsent(false);
    const first = await askForCode();
    const people = await typeCode(first.body.user_code);
    const consent = await browser.press(people, { persona: 'global.admin' });
    expect(consent.html).toContain('Permissions requested');
    await browser.press(consent, { answer: 'accept' });
    // MSAL for Node has a short name for it.
    expect((await poll(first.body.device_code, null, 'device_code')).status).toBe(200);
    const second = await askForCode();
    expect((await typeCode(second.body.user_code)).html).toContain('driver.admin@fabrikam.example');
  });

  it('tells the script that the person canceled', async () => {
    const { body } = await askForCode();
    await browser.press(await typeCode(body.user_code), { answer: 'cancel' });
    expect((await poll(body.device_code)).body.error).toBe('authorization_declined');
  });

  it('ends after a quarter of an hour', async () => {
    const { body } = await askForCode();
    vi.advanceTimersByTime(900_000);
    expect((await typeCode(body.user_code)).html).toContain('That code didn');
    expect((await poll(body.device_code)).body).toMatchObject({
      error: 'expired_token',
      error_codes: [70019],
    });
  });

  it('knows neither a wrong user code nor a wrong device code', async () => {
    expect((await typeCode('WRONG')).html).toContain('That code didn');
    expect((await poll('made-up')).body).toMatchObject({
      error: 'bad_verification_code',
      error_codes: [70018],
    });
  });

  it('is for scripts: a page is refused', async () => {
    const refused = await askForCode({}, { origin: appOrigin });
    expect([refused.status, refused.body.error]).toEqual([400, 'invalid_request']);
    const { body } = await askForCode();
    expect((await poll(body.device_code, appOrigin)).body.error_codes).toEqual([9002326]);
  });

  it('wants a known client and a scope, and is in the configuration', async () => {
    expect((await askForCode({ client_id: 'other' })).body.error).toBe('unauthorized_client');
    expect((await askForCode({ scope: '' })).body.error).toBe('invalid_request');
    const configuration = await entra.app.request(
      `${origin}/${tenantId}/v2.0/.well-known/openid-configuration`,
    );
    expect(await configuration.json()).toMatchObject({
      device_authorization_endpoint: `${origin}/${tenantId}/oauth2/v2.0/devicecode`,
    });
  });
});
