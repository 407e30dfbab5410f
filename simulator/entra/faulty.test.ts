import { describe, expect, it } from 'vitest';
import { createFaultSet } from '../faults/fault-set.ts';
import { createRequestLog } from '../request-log.ts';
import { entraRoutes } from './routes.ts';
import { authorizePath, createTestEntra, openBrowser, refresh, signIn, tenantId } from './test-entra.ts';

function setUp() {
  const { directory } = createTestEntra({ adminConsent: true });
  const faults = createFaultSet();
  const log = createRequestLog();
  const tenant = { directory, faults, log };
  const entra = { directory, app: entraRoutes((name) => (name === tenantId ? tenant : undefined)) };
  return { entra, faults, log };
}

const usual = { match: {}, skip: 0, times: null, phase: 'before' } as const;

describe('faults of the sign-in endpoints', () => {
  it('stops a client that asks in a loop, for one grant only', async () => {
    const { entra, faults, log } = setUp();
    faults.add({ ...usual, kind: 'tokenThrottled', grant: 'refresh_token', retryAfter: '60' });
    const { body } = await signIn(entra, openBrowser(entra), 'driver.admin');
    const refused = await refresh(entra, body.refresh_token);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(refused.headers.get('access-control-allow-origin')).not.toBeNull();
    expect(refused.body).toMatchObject({ error_codes: [50196] });
    expect(refused.body.error_description).toMatch(/^AADSTS50196: /);
    expect(log.signIns).toMatchObject([
      { endpoint: 'authorize', detail: 'select_account', fault: null },
      { endpoint: 'token', detail: 'authorization_code', fault: null },
      { endpoint: 'token', detail: 'refresh_token', fault: 'fault-1' },
    ]);
  });

  it('fails, and then works again', async () => {
    const { entra, faults } = setUp();
    const { body } = await signIn(entra, openBrowser(entra), 'driver.admin');
    faults.add({
      ...usual,
      kind: 'tokenServerError',
      status: 504,
      retryAfter: null,
      grant: undefined,
      times: 1,
    });
    const refused = await refresh(entra, body.refresh_token);
    expect([refused.status, refused.body.error]).toEqual([504, 'temporarily_unavailable']);
    expect((await refresh(entra, body.refresh_token)).status).toBe(200);
  });

  it('sends every sign-in back with an error', async () => {
    const { entra, faults } = setUp();
    const text = 'A transient error has occurred.';
    faults.add({ ...usual, kind: 'authorizeError', error: 'server_error', code: 90033, text });
    const visit = await openBrowser(entra).open(authorizePath());
    expect(visit.status).toBe(303);
    expect(Object.fromEntries(visit.result)).toMatchObject({ error: 'server_error', state: 'state-1' });
    expect(visit.result.get('error_description')).toMatch(/^AADSTS90033: A transient error/);
  });
});
