import { beforeEach, describe, expect, it } from 'vitest';
import { appClientId, graphScopes } from './client.ts';
import {
  appOrigin,
  createTestEntra,
  openBrowser,
  signIn,
  type TestBrowser,
  type TestEntra,
  tenantId,
  toQuery,
} from './test-entra.ts';

const readScope = 'SecurityIncident.Read.All';

let entra: TestEntra;
let browser: TestBrowser;

beforeEach(() => {
  entra = createTestEntra();
  browser = openBrowser(entra);
});

function adminConsentPath(params: Record<string, string>, endpoint = 'v2.0/adminconsent'): string {
  return `/${tenantId}/${endpoint}?${toQuery({ client_id: appClientId, ...params })}`;
}

describe('the admin consent endpoint', () => {
  it('grants what is asked for everybody and returns to the app', async () => {
    const path = adminConsentPath({
      redirect_uri: `${appOrigin}/`,
      state: 'state-3',
      scope: `https://graph.microsoft.com/${readScope}`,
    });
    const consent = await browser.press(await browser.open(path), { persona: 'global.admin' });
    expect(consent.html).toContain('for everybody in fabrikam');
    expect(consent.html).toContain('Read incidents');
    const done = await browser.press(consent, { answer: 'accept' });
    expect(done.target).toBe(`${appOrigin}/`);
    expect(Object.fromEntries(done.result)).toEqual({
      admin_consent: 'True',
      tenant: tenantId,
      scope: `https://graph.microsoft.com/${readScope}`,
      state: 'state-3',
    });
    expect(entra.directory.consents.grantedTo('no.role')).toEqual([readScope]);
  });

  it('asks for the whole registration without a scope, and ends on a page without a registered address', async () => {
    const path = adminConsentPath({ redirect_uri: 'http://elsewhere.example/' }, 'adminconsent');
    await signIn(entra, browser, 'global.admin');
    const done = await browser.press(await browser.open(path), { answer: 'accept' });
    expect(done.target).toBeUndefined();
    expect(done.html).toContain('Permissions granted');
    expect(entra.directory.consents.grantedTo('no.role')).toEqual(graphScopes);
  });

  it('tells others that they may not, and lets an administrator take over', async () => {
    await signIn(entra, browser, 'soc.operator');
    const page = await browser.open(adminConsentPath({}));
    expect(page.html).toContain('AADSTS90094');
    const forced = await browser.press(page, { answer: 'accept' });
    expect(forced.html).toContain('AADSTS90094');
    expect(entra.directory.consents.grantedTo('soc.operator')).toEqual([]);

    const choice = await browser.press(forced, { answer: 'otherAccount' });
    const consent = await browser.press(choice, { persona: 'global.admin' });
    expect(consent.html).toContain('Permissions requested');
  });

  it('reports Cancel', async () => {
    const toApp = await browser.open(adminConsentPath({ redirect_uri: `${appOrigin}/`, state: 'state-3' }));
    const done = await browser.press(toApp, { answer: 'cancel' });
    expect(done.result.get('error')).toBe('access_denied');
    expect(done.result.get('state')).toBe('state-3');

    const toPage = await browser.press(await browser.open(adminConsentPath({})), { answer: 'cancel' });
    expect(toPage.html).toContain('Permissions not granted');
  });

  it('refuses another client and unknown scopes on a page', async () => {
    expect((await browser.open(adminConsentPath({ client_id: 'other' }))).html).toContain('AADSTS700016');
    expect((await browser.open(adminConsentPath({ scope: 'Mail.Read' }))).html).toContain('AADSTS650053');
  });
});
