import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, problemOn, test } from '../support/test.ts';
import { texts } from '../support/words.ts';

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
