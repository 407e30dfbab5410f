import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { pen } from './support/actions.ts';
import { driversOn, pathOf } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { taskIds } from './support/tasks.ts';
import { expect, test } from './support/test.ts';

// Where a test shows a view of its own, the test has this view scanned; what they end with is scanned by others.
test.use({ scan: false });

const pilot = pathOf(pilotRingName);

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
