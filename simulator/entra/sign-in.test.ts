import { beforeEach, describe, expect, it } from 'vitest';
import {
  appOrigin,
  authorizePath,
  claimsFor,
  createTestEntra,
  openBrowser,
  redeem,
  redirectUri,
  signIn,
  type TestBrowser,
  type TestEntra,
  tenantId,
} from './test-entra.ts';
import { verifyAccessToken } from './tokens.ts';

const readScope = 'DeviceManagementConfiguration.Read.All';

let entra: TestEntra;
let browser: TestBrowser;

beforeEach(() => {
  entra = createTestEntra();
  browser = openBrowser(entra);
});

describe('the sign-in page', () => {
  it('lists the personas and says that nothing is real', async () => {
    const page = await browser.open(authorizePath());
    expect(page.status).toBe(200);
    expect(page.html).toContain('Simulated sign-in: no real account, no password');
    expect(page.html.match(/name="persona"/g)).toHaveLength(7);
    expect(page.html).toContain('driver.admin@fabrikam.example');
    expect(page.html).toContain('Security Operator: runs response actions');
  });

  it('lets a form lead to the app and nowhere else, and runs no script', async () => {
    const page = await browser.open(authorizePath());
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`form-action 'self' ${appOrigin}`);
    expect(page.html).not.toMatch(/<script|style=|\son\w+=/);
  });

  it('sends the browser back with code and state in the fragment', async () => {
    const page = await browser.open(authorizePath());
    const done = await browser.press(page, { persona: 'driver.admin' });
    expect(done.status).toBe(303);
    expect(done.target).toBe(redirectUri);
    expect(done.headers.get('location')).toMatch(/redirect\.html#/);
    expect(done.result.get('state')).toBe('state-1');
    expect(done.result.get('code')).toMatch(/^[\w-]{43}$/);
    expect(done.headers.get('set-cookie')).toMatch(/^entra_session_[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('answers in the query if asked to', async () => {
    const page = await browser.open(authorizePath({ response_mode: 'query' }));
    const done = await browser.press(page, { persona: 'driver.admin' });
    expect(done.headers.get('location')).toMatch(/redirect\.html\?/);
  });

  it('puts the person the app hints at first', async () => {
    const page = await browser.open(authorizePath({ login_hint: 'no.role@fabrikam.example' }));
    expect(/name="persona" value="([^"]+)"/.exec(page.html)?.[1]).toBe('no.role');
  });

  it('can be answered once', async () => {
    const page = await browser.open(authorizePath());
    await browser.press(page, { persona: 'driver.admin' });
    const again = await browser.press(page, { persona: 'global.admin' });
    expect(again.status).toBe(400);
    expect(again.html).toContain('AADSTS50089');
  });

  it('reports Cancel to the app', async () => {
    const page = await browser.open(authorizePath());
    const done = await browser.press(page, { answer: 'cancel' });
    expect(done.target).toBe(redirectUri);
    expect(done.result.get('error')).toBe('access_denied');
    expect(done.result.get('error_description')).toMatch(/^AADSTS65004: /);
    expect(done.result.get('state')).toBe('state-1');
  });
});

describe('a request that may be answered nowhere', () => {
  it.each([
    ['an unknown client', authorizePath({ client_id: 'someone-else' }), 'AADSTS700016'],
    ['an unknown tenant', authorizePath({}, 'nowhere'), 'AADSTS90002'],
    ['no redirect URI', authorizePath({ redirect_uri: undefined }), 'AADSTS900144'],
  ])('gets a page for %s', async (_, path, code) => {
    const page = await browser.open(path);
    expect(page.status).toBe(400);
    expect(page.target).toBeUndefined();
    expect(page.html).toContain(code);
  });

  it('names the redirect URI that is not registered, escaped', async () => {
    const page = await browser.open(
      authorizePath({ redirect_uri: `${appOrigin}/"><script>alert(1)</script>` }),
    );
    expect(page.status).toBe(400);
    expect(page.html).toContain('AADSTS50011');
    expect(page.html).toContain(`${appOrigin}/&quot;&gt;&lt;script&gt;`);
    expect(page.html).not.toContain('<script>');
  });

  it('finds the tenant by its name too', async () => {
    expect((await browser.open(authorizePath({}, 'fabrikam'))).html).toContain('Dana Driver');
  });
});

describe('a wrong request', () => {
  it.each([
    ['no PKCE', { code_challenge: undefined }, 'invalid_request', 'AADSTS9002325'],
    ['plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request', 'AADSTS9002325'],
    ['a token asked for directly', { response_type: 'token' }, 'unsupported_response_type', 'AADSTS700051'],
    ['an unknown prompt', { prompt: 'maybe' }, 'invalid_request', 'AADSTS90023'],
    ['an unknown response mode', { response_mode: 'form_post' }, 'invalid_request', 'AADSTS90023'],
    ['no scope', { scope: undefined }, 'invalid_request', 'AADSTS900144'],
    ['an unknown scope', { scope: 'openid Mail.Read' }, 'invalid_client', 'AADSTS650053'],
    ['claims that are no JSON', { claims: '{' }, 'invalid_request', 'AADSTS9002313'],
  ])('is told to the app: %s', async (_, changes, error, code) => {
    const done = await browser.open(authorizePath({ 'client-request-id': 'correlation-1', ...changes }));
    expect(done.target).toBe(redirectUri);
    expect(done.result.get('error')).toBe(error);
    expect(done.result.get('error_description')).toContain(code);
    expect(done.result.get('error_description')).toContain('Correlation ID: correlation-1');
  });
});

describe('prompt and session', () => {
  it('goes on silently with the only person signed in', async () => {
    await signIn(entra, browser, 'driver.admin');
    const done = await browser.open(authorizePath({ prompt: 'none' }));
    const { body } = await redeem(entra, done.result.get('code'));
    expect((await verifyAccessToken(entra.directory, body.access_token)).personaId).toBe('driver.admin');
  });

  it('needs a sign-in if nobody is signed in', async () => {
    const done = await browser.open(authorizePath({ prompt: 'none' }));
    expect(done.result.get('error')).toBe('login_required');
    expect(done.result.get('error_description')).toMatch(/^AADSTS50058: /);
  });

  it('needs a choice between two people, unless the app hints at one', async () => {
    await signIn(entra, browser, 'driver.admin');
    const { body } = await signIn(entra, browser, 'soc.operator');
    const undecided = await browser.open(authorizePath({ prompt: 'none' }));
    expect(undecided.result.get('error_description')).toMatch(/^AADSTS16000: /);

    const claims = JSON.parse(Buffer.from(body.id_token.split('.')[1] ?? '', 'base64url').toString());
    const decided = await browser.open(authorizePath({ prompt: 'none', login_hint: claims.login_hint }));
    const tokens = await redeem(entra, decided.result.get('code'));
    expect((await verifyAccessToken(entra.directory, tokens.body.access_token)).personaId).toBe(
      'soc.operator',
    );
  });

  it('does not take another person for the one hinted at', async () => {
    await signIn(entra, browser, 'driver.admin');
    const done = await browser.open(
      authorizePath({ prompt: 'none', login_hint: 'no.role@fabrikam.example' }),
    );
    expect(done.result.get('error')).toBe('login_required');
  });

  it.each(['select_account', 'login'])('asks again for prompt=%s', async (prompt) => {
    await signIn(entra, browser, 'driver.admin');
    expect((await browser.open(authorizePath({ prompt }))).html).toContain('name="persona"');
  });

  it('knows nobody after the sessions were revoked', async () => {
    await signIn(entra, browser, 'driver.admin');
    entra.directory.revokeSessions();
    const done = await browser.open(authorizePath({ prompt: 'none' }));
    expect(done.result.get('error')).toBe('login_required');
  });

  it('keeps sessions of two browsers apart', async () => {
    await signIn(entra, browser, 'driver.admin');
    const done = await openBrowser(entra).open(authorizePath({ prompt: 'none' }));
    expect(done.result.get('error')).toBe('login_required');
  });
});

describe('consent', () => {
  const asking = authorizePath({ scope: `openid http://fabrikam.localhost:5001/${readScope}` });

  it('is not needed for OpenID Connect alone', async () => {
    const { status, body } = await signIn(entra, browser, 'no.role');
    expect(status).toBe(200);
    expect(body.scope).toBe('openid profile');
  });

  it('is refused to a person who is no administrator', async () => {
    const done = await browser.press(await browser.open(asking), { persona: 'driver.admin' });
    expect(done.result.get('error')).toBe('access_denied');
    expect(done.result.get('error_description')).toMatch(/^AADSTS90094: /);
  });

  it('cannot be forged by posting the accept button', async () => {
    await signIn(entra, browser, 'driver.admin');
    const page = await browser.open(authorizePath({ prompt: 'consent' }));
    expect(page.html).toContain('Permissions requested');
    await browser.press(page, { answer: 'accept', organisation: 'on' });
    expect(entra.directory.consents.grantedTo('driver.admin')).toEqual([]);
  });

  it('is asked of an administrator in words, and granted for that person alone', async () => {
    const page = await browser.press(await browser.open(asking), { persona: 'global.admin' });
    expect(page.html).toContain('Permissions requested');
    expect(page.html).toContain('Read Microsoft Intune Device Configuration and Policies');
    expect(page.html).toContain(readScope);
    expect(page.html).toContain('Consent on behalf of your organisation');

    const done = await browser.press(page, { answer: 'accept' });
    const { body } = await redeem(entra, done.result.get('code'));
    expect(body.scope).toBe(`http://fabrikam.localhost:5001/${readScope} openid`);
    expect(entra.directory.consents.grantedTo('global.admin')).toEqual([readScope]);
    expect(entra.directory.consents.grantedTo('driver.admin')).toEqual([]);
  });

  it('is granted for everybody with the checkbox', async () => {
    const page = await browser.press(await browser.open(asking), { persona: 'global.admin' });
    await browser.press(page, { answer: 'accept', organisation: 'on' });
    expect(entra.directory.consents.grantedTo('driver.admin')).toEqual([readScope]);
  });

  it('may be declined', async () => {
    const page = await browser.press(await browser.open(asking), { persona: 'global.admin' });
    const done = await browser.press(page, { answer: 'cancel' });
    expect(done.result.get('error_description')).toMatch(/^AADSTS65004: /);
    expect(entra.directory.consents.grantedTo('global.admin')).toEqual([]);
  });

  it('is not asked twice, but prompt=consent asks again', async () => {
    entra.directory.setAdminConsent(true);
    const first = await browser.press(await browser.open(asking), { persona: 'global.admin' });
    expect(first.result.get('code')).not.toBeNull();
    const again = await browser.open(authorizePath({ scope: `openid ${readScope}`, prompt: 'consent' }));
    expect(again.html).toContain('Permissions requested');
    expect((await browser.press(again, { answer: 'accept' })).result.get('code')).not.toBeNull();
  });

  it('cannot be given silently', async () => {
    await signIn(entra, browser, 'global.admin');
    const done = await browser.open(authorizePath({ prompt: 'none', scope: `openid ${readScope}` }));
    expect(done.result.get('error')).toBe('consent_required');
    expect(done.result.get('suberror')).toBe('consent_required');
    expect(done.result.get('error_description')).toMatch(/^AADSTS65001: /);
  });
});

describe('step-up', () => {
  it('is proven on a page of its own, once per browser', async () => {
    await signIn(entra, browser, 'soc.operator');
    const page = await browser.open(authorizePath({ claims: claimsFor('c1') }));
    expect(page.html).toContain('More proof needed');
    const done = await browser.press(page, { answer: 'approve' });
    const { body } = await redeem(entra, done.result.get('code'), { claims: claimsFor('c1') });
    const token = await verifyAccessToken(entra.directory, body.access_token);
    expect(token.acrs).toEqual(['c1']);
    expect(token.capabilities).toEqual(['CP1']);

    const silent = await browser.open(authorizePath({ claims: claimsFor('c1'), prompt: 'none' }));
    expect(silent.result.get('code')).not.toBeNull();
  });

  it('works in the same go as the sign-in', async () => {
    const page = await browser.open(authorizePath({ claims: claimsFor('c1') }));
    const proof = await browser.press(page, { persona: 'soc.operator' });
    expect(proof.html).toContain('Approve sign-in request');
    expect((await browser.press(proof, { answer: 'approve' })).result.get('code')).not.toBeNull();
  });

  it('cannot happen silently: the claims come back', async () => {
    await signIn(entra, browser, 'soc.operator');
    const done = await browser.open(authorizePath({ claims: claimsFor('c1'), prompt: 'none' }));
    expect(done.result.get('error')).toBe('interaction_required');
    expect(done.result.get('suberror')).toBe('basic_action');
    expect(done.result.get('claims')).toBe(claimsFor('c1'));
  });

  it('may be declined', async () => {
    await signIn(entra, browser, 'soc.operator');
    const page = await browser.open(authorizePath({ claims: claimsFor('c1') }));
    const done = await browser.press(page, { answer: 'cancel' });
    expect(done.result.get('error_description')).toMatch(/^AADSTS65004: /);
  });
});

it('serves its stylesheet and its metadata', async () => {
  const css = await entra.app.request('/_entra/style.css');
  expect(css.headers.get('content-type')).toBe('text/css; charset=utf-8');
  const configuration = await entra.app.request(
    `http://fabrikam.localhost:5001/${tenantId}/v2.0/.well-known/openid-configuration`,
  );
  expect(await configuration.json()).toMatchObject({
    issuer: `http://fabrikam.localhost:5001/${tenantId}/v2.0`,
    token_endpoint: `http://fabrikam.localhost:5001/${tenantId}/oauth2/v2.0/token`,
  });
});

it('vouches for its own host only', async () => {
  const ask = (host: string) =>
    entra.app.request(
      `http://fabrikam.localhost:5001/common/discovery/instance?authorization_endpoint=${encodeURIComponent(`http://${host}/${tenantId}/oauth2/v2.0/authorize`)}`,
    );
  expect((await ask('elsewhere.example')).status).toBe(400);
  const own = await ask('fabrikam.localhost:5001');
  expect(await own.json()).toMatchObject({
    tenant_discovery_endpoint: `http://fabrikam.localhost:5001/${tenantId}/v2.0/.well-known/openid-configuration`,
  });
});
