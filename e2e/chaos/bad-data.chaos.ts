import { biggestProfileName, pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { display, pen, resultsOn } from '../support/actions.ts';
import { changesOf, driversOn, openDialog, pathOf, pilotDriver } from '../support/drivers.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, rowOf, test } from '../support/test.ts';
import { results } from '../support/words.ts';

const pilot = pathOf(pilotRingName);

test('[M5] names of JavaScript’s own objects are data like any other', async ({ page, tenant }) => {
  const { id } = pilotDriver(pen, 'needsReview');
  const planted = '{"__proto__":{"polluted":true,"approvalStatus":"approved"},"constructor":{"prototype":7}}';
  await tenant.override({ type: 'driver', id, patch: JSON.parse(planted) });
  await tenant.override({
    type: 'driver',
    id: pilotDriver(display, 'needsReview').id,
    patch: { id: '__proto__', name: 'the one called proto' },
  });
  await signIn(page, tenant, 'driver.admin', pilot);
  await expect(rowOf(driversOn(page), pen)).toContainText('Needs review');
  expect(await page.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined();

  await rowOf(driversOn(page), 'the one called proto').getByRole('checkbox').check();
  await rowOf(driversOn(page), pen).getByRole('checkbox').check();
  await (await openDialog(page, 'Approve')).getByRole('button', { name: 'Approve 2 drivers' }).click();
  const outcomes = resultsOn(page);
  await expect(rowOf(outcomes, 'the one called proto')).toContainText(results.notFound);
  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  expect(await changesOf(tenant)).toEqual([`approve ${id}`]);
});

test('[G24 M6] a list whose next page is at another origin ends there, and nothing is asked of that origin', async ({
  page,
  tenant,
  watch,
}) => {
  await tenant.fault({ kind: 'evilNextLink', match: { path: 'driverInventories' } });
  await signIn(page, tenant, 'driver.admin', pathOf(biggestProfileName));
  await expect(page.getByRole('alert')).toContainText('Unexpected response format', {
    timeout: 20_000,
  });
  expect((await tenant.log()).elsewhere).toEqual([]);
  await watch.expectAccessible();
});
