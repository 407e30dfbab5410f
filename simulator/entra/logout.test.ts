import { beforeEach, describe, expect, it } from 'vitest';
import {
  appOrigin,
  authorizePath,
  createTestEntra,
  openBrowser,
  signIn,
  type TestBrowser,
  type TestEntra,
  tenantId,
  toQuery,
} from './test-entra.ts';

let entra: TestEntra;
let browser: TestBrowser;

beforeEach(async () => {
  entra = createTestEntra();
  browser = openBrowser(entra);
  await signIn(entra, browser, 'driver.admin');
  await signIn(entra, browser, 'soc.operator');
});

const logoutPath = (params: Record<string, string>) => `/${tenantId}/oauth2/v2.0/logout?${toQuery(params)}`;

async function isSignedIn(name: string): Promise<boolean> {
  const path = authorizePath({ prompt: 'none', login_hint: `${name}@fabrikam.example` });
  return (await browser.open(path)).result.has('code');
}

describe('logout', () => {
  it('ends the session and says so', async () => {
    const page = await browser.open(logoutPath({}));
    expect(page.status).toBe(200);
    expect(page.html).toContain('You signed out of your account');
    expect(await isSignedIn('driver.admin')).toBe(false);
    expect(await isSignedIn('soc.operator')).toBe(false);
  });

  it('signs out only the person hinted at', async () => {
    await browser.open(logoutPath({ logout_hint: 'driver.admin@fabrikam.example' }));
    expect(await isSignedIn('driver.admin')).toBe(false);
    expect(await isSignedIn('soc.operator')).toBe(true);
  });

  it('goes back to the app with the state', async () => {
    const done = await browser.open(
      logoutPath({ post_logout_redirect_uri: `${appOrigin}/signed-out?a=1`, state: 'state-2' }),
    );
    expect(done.target).toBe(`${appOrigin}/signed-out`);
    expect(Object.fromEntries(done.result)).toEqual({ a: '1', state: 'state-2' });
  });

  it.each(['http://elsewhere.example/', 'javascript:alert(1)', '/relative'])(
    'does not go to %s',
    async (address) => {
      const page = await browser.open(logoutPath({ post_logout_redirect_uri: address }));
      expect(page.target).toBeUndefined();
      expect(page.html).toContain('You signed out of your account');
    },
  );
});
