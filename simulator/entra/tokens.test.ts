import { SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { personasOf, role } from '../tenants/personas.ts';
import { graphScopes } from './client.ts';
import { createDirectory } from './directory.ts';
import { createTestEntra, openBrowser, refresh, signIn, type TestEntra, tenantId } from './test-entra.ts';
import { tenantIdOfToken, verifyAccessToken } from './tokens.ts';

let entra: TestEntra;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 15, 12) });
  entra = createTestEntra({ adminConsent: true });
});
afterEach(() => {
  vi.useRealTimers();
});

async function getTokens() {
  return (await signIn(entra, openBrowser(entra), 'driver.admin')).body;
}

describe('verifyAccessToken', () => {
  it('reads who, what and how long', async () => {
    const { access_token } = await getTokens();
    const issuedAt = Date.UTC(2026, 0, 15, 12) / 1000;
    expect(await verifyAccessToken(entra.directory, access_token)).toMatchObject({
      tenantId,
      personaId: 'driver.admin',
      name: 'Dana Driver',
      upn: 'driver.admin@fabrikam.example',
      roles: [role.intuneAdministrator],
      appOnly: false,
      issuedAt,
      expiresAt: issuedAt + 3600,
      acrs: [],
      capabilities: ['CP1'],
    });
  });

  it('refuses no token at all', async () => {
    await expect(verifyAccessToken(entra.directory, '')).rejects.toMatchObject({
      reason: 'missing',
      message: 'Access token is empty.',
    });
  });

  it.each(['abc', 'a.b.c', '{}', 'ey.ey.ey.ey.ey'])('refuses the malformed %s', async (token) => {
    await expect(verifyAccessToken(entra.directory, token)).rejects.toMatchObject({ reason: 'malformed' });
  });

  it('refuses one whose hour is over', async () => {
    const { access_token } = await getTokens();
    vi.advanceTimersByTime(3_599_000);
    await expect(verifyAccessToken(entra.directory, access_token)).resolves.toBeDefined();
    vi.advanceTimersByTime(1000);
    await expect(verifyAccessToken(entra.directory, access_token)).rejects.toMatchObject({
      reason: 'expired',
      message: 'Lifetime validation failed, the token is expired.',
    });
  });

  it('refuses one whose time has not come', async () => {
    const { access_token } = await getTokens();
    vi.setSystemTime(Date.now() - 60_000);
    await expect(verifyAccessToken(entra.directory, access_token)).rejects.toMatchObject({
      reason: 'notYetValid',
    });
  });

  it('refuses an id token', async () => {
    const { id_token } = await getTokens();
    await expect(verifyAccessToken(entra.directory, id_token)).rejects.toMatchObject({
      reason: 'wrongAudience',
      message: 'Access token validation failure. Invalid audience.',
    });
  });

  it('refuses the token of another tenant', async () => {
    const otherId = '0ddba11e-1111-4222-8333-444455556666';
    const other = createDirectory({
      tenantId: otherId,
      tenantName: 'other',
      personas: personasOf(otherId),
      appOrigins: () => [],
      adminConsent: false,
    });
    const { access_token } = await getTokens();
    await expect(verifyAccessToken(other, access_token)).rejects.toMatchObject({ reason: 'wrongTenant' });
  });

  it('refuses changed claims, another key and no signature', async () => {
    const { access_token } = await getTokens();
    const [header, payload = '', signature] = access_token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    claims.wids = [role.globalAdministrator];
    const changed = Buffer.from(JSON.stringify(claims)).toString('base64url');
    const forged = [
      [header, changed, signature].join('.'),
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new Uint8Array(32)),
      new UnsecuredJWT(claims).encode(),
    ];
    for (const token of forged) {
      await expect(verifyAccessToken(entra.directory, token)).rejects.toMatchObject({
        reason: 'badSignature',
      });
    }
  });

  it('refuses what was issued before a revocation, even in the same second', async () => {
    const before = await getTokens();
    entra.directory.revokeAccessTokens();
    const after = await refresh(entra, before.refresh_token);
    await expect(verifyAccessToken(entra.directory, before.access_token)).rejects.toMatchObject({
      reason: 'revoked',
    });
    await expect(verifyAccessToken(entra.directory, after.body.access_token)).resolves.toBeDefined();
  });
});

describe('tenantIdOfToken', () => {
  it('finds the tenant of a token, and none in anything else', async () => {
    const { access_token } = await getTokens();
    expect(tenantIdOfToken(access_token)).toBe(tenantId);
    expect(tenantIdOfToken('abc')).toBeUndefined();
    expect(tenantIdOfToken('')).toBeUndefined();
  });
});

describe('reset', () => {
  it('goes back to the start: settings, consent, sessions and refresh tokens', async () => {
    const { refresh_token } = await getTokens();
    entra.directory.settings.accessTokenSeconds = 60;
    entra.directory.setAdminConsent(false);
    entra.directory.reset();
    expect(entra.directory.settings.accessTokenSeconds).toBe(3600);
    expect(entra.directory.consents.grantedTo('no.role')).toEqual(graphScopes);
    expect((await refresh(entra, refresh_token)).body.error_codes).toEqual([9002313]);
  });
});
