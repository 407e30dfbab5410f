import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { decide, openTasks, pen } from './support/actions.ts';
import { pathOf } from './support/drivers.ts';
import { collectSecrets, foundIn, readStorages } from './support/secrets.ts';
import { signInByHand } from './support/sign-in.ts';
import { expect, openProfile, rowOf, test } from './support/test.ts';
import { results } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

test('[U1 A8] canceling the sign-in says so, Back leaves a page that can sign in, and an admin starts at what waits', async ({
  page,
  tenant,
}) => {
  await page.goto(tenant.appUrl);
  const start = page.getByRole('button', { name: 'Sign in', exact: true });
  await start.click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  const banner = page.getByRole('alert').filter({ hasText: 'You’re not signed in' });
  await expect(banner).toContainText('You canceled on the sign-in page');

  await start.click();
  const dana = page.getByRole('button', { name: /^Dana Driver/ });
  await expect(dana).toBeVisible();
  await page.goBack();
  await start.click();
  await dana.click();
  await expect(page.getByRole('region', { name: 'Drivers to review' })).toContainText(pilotRingName);
  await expect(page).toHaveURL(`${tenant.appUrl}/`);
  await expect(page.getByRole('banner')).toContainText(`${tenant.name}.example`);
  await expect(page.getByRole('banner')).toContainText('Simulated tenant');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('[SR-18] a link to a filtered profile survives the sign-in; signing out leaves no token behind and comes back to a clean address', async ({
  page,
  tenant,
}) => {
  const secrets = collectSecrets(page.context());
  const link = `${pathOf(pilotRingName)}?tab=all&q=dock`;
  await signInByHand(page, tenant, 'driver.admin', link);
  await expect(page).toHaveURL(`${tenant.appUrl}${link}`);
  await expect(page.getByRole('heading', { level: 1, name: pilotRingName })).toBeVisible();
  await expect(page.getByRole('searchbox', { name: 'Search drivers' })).toHaveValue('dock');
  await expect(page.getByRole('grid', { name: 'Drivers' })).toContainText('WD22TB4 dock');
  const tokens = await secrets.all();
  expect(foundIn((await readStorages(page)).session, tokens)).not.toEqual([]);

  await page.getByRole('button', { name: 'Dana Driver' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await expect(page).toHaveURL(`${tenant.appUrl}/`);
  const { local, session } = await readStorages(page);
  expect(foundIn(local + session, await secrets.all())).toEqual([]);

  // The session at the sign-in service ended too: it asks who it is.
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Dana Driver/ })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
});

test('[A13] a switch of account changes nothing when it is canceled, and takes nothing of the first person along', async ({
  page,
  tenant,
}) => {
  const secrets = collectSecrets(page.context());
  await signInByHand(page, tenant, 'driver.reader', pathOf(pilotRingName));
  const drivers = page.getByRole('grid', { name: 'Drivers' });
  await rowOf(drivers, pen).getByRole('checkbox').check();
  const switchAccount = async () => {
    await page.getByRole('button', { name: 'Rui Reader' }).click();
    await page.getByRole('button', { name: 'Switch account' }).click();
  };
  // Canceled, it changes nothing.
  await switchAccount();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(rowOf(drivers, pen)).toBeVisible();
  await expect(page).toHaveURL(`${tenant.appUrl}${pathOf(pilotRingName)}`);
  const tokensOfTheFirst = await secrets.all();
  await switchAccount();
  await page.getByRole('button', { name: /^Dana Driver/ }).click();

  await expect(page.getByRole('banner').getByRole('button', { name: 'Dana Driver' })).toBeVisible();
  await expect(page).toHaveURL(`${tenant.appUrl}${pathOf(pilotRingName)}`);
  await expect(rowOf(drivers, pen).getByRole('checkbox')).not.toBeChecked();
  const { local, session } = await readStorages(page);
  expect(foundIn(local + session, tokensOfTheFirst)).toEqual([]);

  // What is done from here on is done by the second person.
  await decide(page, drivers, 'Approve', [pen]);
  await expect(rowOf(drivers, pen)).toContainText('Approved');
  const { requests } = await tenant.log();
  expect(requests.find(({ method }) => method === 'POST')?.persona).toBe('driver.admin');
});

test('[SR-13 SR-35 SR-36] tokens are nowhere but in the session storage, and go to Graph alone; no cookie is set', async ({
  page,
  tenant,
}) => {
  const secrets = collectSecrets(page.context());
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));

  await signInByHand(page, tenant, 'global.admin');
  const drivers = await openProfile(page, pilotRingName);
  const outcomes = await decide(page, drivers, 'Approve', [pen]);
  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  await page.getByRole('link', { name: 'Incident tasks' }).click();
  await openTasks(page);

  const tokens = await secrets.all();
  // An access, a refresh and an ID token at least.
  expect(tokens.length).toBeGreaterThanOrEqual(3);
  const { local, session } = await readStorages(page);
  expect(foundIn(session, tokens)).not.toEqual([]);
  const cookies = JSON.stringify(await page.context().cookies());
  for (const place of [local, cookies, await page.content(), page.url(), said.join('\n')]) {
    expect(foundIn(place, tokens)).toEqual([]);
  }
  for (const request of secrets.requests) {
    expect(foundIn(request.url(), tokens), request.url()).toEqual([]);
    const { origin, pathname } = new URL(request.url());
    const isGraph = pathname.startsWith('/beta/');
    const { authorization } = await request.allHeaders();
    expect(authorization !== undefined, `${request.method()} ${request.url()}`).toBe(
      isGraph && request.method() !== 'OPTIONS',
    );
    expect([tenant.appUrl, tenant.simulatorUrl]).toContain(origin);
    // The sign-in service keeps a cookie; the app neither sets one nor has one set for it.
    if (origin === tenant.appUrl || isGraph) {
      const answer = await request.response();
      expect(await answer?.headerValue('set-cookie'), request.url()).toBeNull();
    }
  }
  expect(await page.evaluate(() => document.cookie)).toBe('');
});
