import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { pen } from './support/actions.ts';
import { driversOn, pathOf } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { taskIds } from './support/tasks.ts';
import { expect, problemOn, test } from './support/test.ts';
import { texts } from './support/words.ts';

// Where a test shows a view of its own, the test has this view scanned; what they end with is scanned by others.
test.use({ scan: false });

const pilot = pathOf(pilotRingName);
const unknown = '00000000-0000-4000-8000-000000000000';

test('[D6] a profile that doesn’t exist is told, with a way back; a mangled address never leaves its endpoint', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(400, 404);
  await signIn(page, tenant, 'driver.admin', `/profiles/${unknown}`);
  const banner = problemOn(page, 'Not found in Microsoft Graph');
  await expect(banner).toBeVisible();
  await watch.expectAccessible();
  const count = async () =>
    (await tenant.log()).requests.filter(({ path }) => path.endsWith(unknown) && path.includes('Profiles'))
      .length;
  const reads = await count();
  await banner.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(count).toBeGreaterThan(reads);
  await page
    .getByRole('navigation', { name: 'Breadcrumb' })
    .getByRole('link', { name: 'Driver profiles' })
    .click();
  await expect(page.getByRole('grid', { name: 'Driver profiles' })).toContainText(pilotRingName);

  await page.goto(`${tenant.appUrl}/nowhere`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.pageNotFound);

  // Browsers fold this into the start page.
  await page.goto(`${tenant.appUrl}/profiles/%2e%2e`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  for (const id of ['..%2F..%2Fme', '%252e%252e', 'a%3Fb%23c']) {
    await page.goto(`${tenant.appUrl}/profiles/${id}`);
    await expect(problemOn(page, 'Microsoft Graph')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Driver profile');
  }
  // Half of an encoded letter.
  await page.goto(`${tenant.appUrl}/profiles/%E0%A4`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.pageNotFound);
  await page.goto(`${tenant.appUrl}/profiles/%00`);
  await expect(problemOn(page, 'This ID can’t be valid')).toBeVisible();

  const { requests } = await tenant.log();
  for (const { path } of requests) {
    expect(path).toMatch(/^\/deviceManagement\/windowsDriverUpdateProfiles(\/[^/]+(\/driverInventories)?)?$/);
  }
});

test('[B17 M13 SR-26] what an address says wrongly counts as not said, and nothing is done by a link', async ({
  page,
  tenant,
}) => {
  const search = 'tab=bogus&status=needsReview&class=7&sort=-nowhere&driver=../..&action=approve&approve=all';
  await signIn(page, tenant, 'global.admin', `${pilot}?${search}`);
  await expect(page.getByRole('tab', { name: /^Needs review/ })).toHaveAttribute('aria-selected', 'true');
  await expect(driversOn(page)).toContainText(pen);
  await expect(page.getByRole('complementary')).toContainText('This driver is no longer in this profile');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goto(`${tenant.appUrl}/profiles?q=[1]&sort=`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Driver profiles');
  await page.goto(`${tenant.appUrl}/incident-tasks?task=${taskIds[0]}&action=run&run=all&selection=all`);
  await expect(page.getByRole('grid', { name: 'Incident tasks' })).toContainText('Isolate device');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goto(`${tenant.appUrl}/history/3a2c62db-5318-420d-8d74-23affee5d9d5?retry=1&resume=1&delete=1`);
  await expect(page.getByText('This run isn’t in this browser’s history')).toBeVisible();
  await page.goto(`${tenant.appUrl}/history?delete=all&action=retry`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('History');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect((await tenant.log()).requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});
