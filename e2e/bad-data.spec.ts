import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { display, pen, resultsOn, searchFor } from './support/actions.ts';
import { driversOf, driversOn, openDialog, pathOf, pilotDriver, unfold } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, problemOn, rowOf, test } from './support/test.ts';
import { buttons, results } from './support/words.ts';

// Where a test shows a view of its own, the test has this view scanned; what they end with is scanned by others.
test.use({ scan: false });

const pilot = pathOf(pilotRingName);
const all = driversOf(pilotRingName);

test('[D2] rows of the wrong shape are set aside and listed, the others work', async ({
  page,
  tenant,
  watch,
}) => {
  const patches = [
    { patch: { applicableDeviceCount: 'many' }, reason: 'applicableDeviceCount' },
    { patch: { releaseDateTime: '2027-02-30T00:00:00Z' }, reason: 'releaseDateTime: is not a date' },
    { patch: { name: { text: 'a name' } }, reason: 'name' },
    { remove: ['approvalStatus'], reason: 'approvalStatus' },
  ];
  for (const [index, { reason: _reason, ...override }] of patches.entries())
    await tenant.override({ type: 'driver', id: all[index]?.id, ...override });
  await signIn(page, tenant, 'driver.admin', `${pilot}?tab=all`);

  await expect(page.getByRole('tab', { name: `All (${all.length - patches.length})` })).toBeVisible();
  await page.getByText(`${patches.length} rows couldn’t be read and aren’t shown below`).click();
  const aside = page.getByRole('group').filter({ hasText: 'couldn’t be read' }).getByRole('listitem');
  for (const [index, { reason }] of patches.entries())
    await expect(aside.filter({ hasText: all[index]?.id ?? '' })).toContainText(reason);
  await watch.expectAccessible();
  await searchFor(page, 'drivers', display);
  await rowOf(driversOn(page), display).getByRole('checkbox').check();
  await (await openDialog(page, 'Approve')).getByRole('button', { name: 'Approve 1 driver' }).click();
  await expect(rowOf(resultsOn(page), display)).toContainText(results.confirmed);
});

test('[D1] a status that this version does not know is shown as it came, and never acted on', async ({
  page,
  tenant,
  watch,
}) => {
  const { id } = pilotDriver(pen, 'needsReview');
  await tenant.override({
    type: 'driver',
    id,
    patch: { approvalStatus: 'pendingRollback', category: 'seasonal' },
  });
  await signIn(page, tenant, 'driver.admin', `${pilot}?tab=all&q=pendingRollback`);
  const row = rowOf(driversOn(page), pen);
  await expect(row).toContainText('pendingRollback');
  await row.getByRole('checkbox').check();
  await unfold(page);
  for (const name of ['Approve', 'Decline', buttons.pause, 'Change date']) {
    await expect(page.getByRole('button', { name, exact: true })).toHaveAccessibleDescription(
      'Unrecognized status “pendingRollback”',
    );
  }
  await row.getByRole('rowheader').getByRole('button').click();
  await expect(page.getByRole('complementary')).toContainText('seasonal');
  await watch.expectAccessible();
});

test.describe('a tenant without licenses', () => {
  test.use({ seed: 'empty' });

  test('[G20] drivers say that a license is missing, incident tasks that there are none', async ({
    page,
    tenant,
    watch,
  }) => {
    watch.declareStatus(401);
    await signIn(page, tenant, 'global.admin');
    const banner = problemOn(page, 'Intune rejected this tenant or account');
    await expect(banner).toContainText('no active Intune license');
    await banner.locator('summary').click();
    await expect(banner).toContainText('request-id');
    await watch.expectAccessible();

    await page.getByRole('link', { name: 'Incident tasks' }).click();
    await expect(page.getByText('No incident tasks')).toBeVisible();
    await expect(page.getByText('Tenants without that service have none')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await watch.expectAccessible();
    await page.getByRole('link', { name: 'Overview' }).click();
    await expect(page.getByRole('region', { name: 'Incident tasks' })).toContainText(
      'There are no incident tasks',
    );
    await expect(page.getByRole('alert')).toHaveCount(1);
    await watch.expectAccessible();
  });
});
