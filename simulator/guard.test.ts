import { describe, expect, it } from 'vitest';
import { appClientId } from './entra/client.ts';
import { createTestSimulator, simOrigin } from './test-simulator.ts';

const profiles = '/beta/deviceManagement/windowsDriverUpdateProfiles';

describe('the simulator answers this machine and its own app', () => {
  const { app, tenant } = createTestSimulator();
  const paths = [
    ['GET', '/'],
    ['GET', '/_sim/tenants'],
    ['POST', `/${tenant.id}/oauth2/v2.0/token`],
    ['OPTIONS', `/${tenant.id}/oauth2/v2.0/token`],
    ['GET', `/${tenant.id}/v2.0/.well-known/openid-configuration`],
    ['GET', `/${tenant.id}/oauth2/v2.0/logout`],
    ['POST', `/${tenant.id}/continue`],
    ['GET', profiles],
    ['OPTIONS', profiles],
    ['GET', '/elsewhere/fabrikam'],
  ] as const;

  it.each(paths)('%s %s is refused to other sites, and under other names', async (method, path) => {
    const ask = async (url: string, origin?: string) => {
      const response = await app.request(url, { method, headers: origin === undefined ? {} : { origin } });
      return [response.status, response.headers.get('access-control-allow-origin')];
    };
    for (const origin of [
      'https://evil.example',
      'null',
      '',
      'http://localhost:3000',
      'http://localhost.evil.example:4173',
      'http://evillocalhost:4173',
    ]) {
      expect([origin, ...(await ask(`${simOrigin}${path}`, origin))]).toEqual([origin, 403, null]);
    }
    for (const host of ['evil.example:5001', 'localhost.evil.example', '10.0.0.1:5001'])
      expect(await ask(`http://${host}${path}`)).toEqual([403, null]);
  });

  it('lets the pages of the app through, whichever tenant they are of', async () => {
    for (const origin of [
      'http://fabrikam.localhost:4173',
      'http://localhost:4173',
      'http://127.0.0.1:4173',
    ]) {
      const response = await app.request(`${simOrigin}${profiles}`, { headers: { origin } });
      expect(response.status, 'no token').toBe(401);
    }
  });

  it.each([
    { grant_type: 'password', username: 'driver.admin@fabrikam.example', password: 'any', scope: 'openid' },
    {
      grant_type: 'client_credentials',
      client_secret: 'any',
      scope: 'https://graph.microsoft.com/.default',
    },
  ])('gives scripts, and no page, a token for $grant_type', async (fields) => {
    const ask = (headers: HeadersInit) =>
      app.request(`${simOrigin}/${tenant.id}/oauth2/v2.0/token`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ client_id: appClientId, ...fields }),
      });
    expect((await ask({})).status).toBe(200);
    const refused = await ask({ origin: 'http://fabrikam.localhost:4173' });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error_codes: [9002326] });
  });
});
