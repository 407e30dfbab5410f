import { biggestProfileName, pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { display, lateralIncident, openTasks, pen, resultsOn, select } from '../support/actions.ts';
import { changesOf, driversOf, driversOn, openDialog, pathOf, pilotDriver } from '../support/drivers.ts';
import { signIn } from '../support/sign-in.ts';
import { taskId } from '../support/tasks.ts';
import { expect, rowOf, test } from '../support/test.ts';
import { acceptedOrConfirmed, buttons, results } from '../support/words.ts';

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

test('[D7] a name of ten thousand letters does not push the page apart', async ({ page, tenant }) => {
  const name = 'W'.repeat(10_000);
  await tenant.override({
    type: 'profile',
    id: pathOf(biggestProfileName).split('/')[2],
    patch: { displayName: name },
  });
  const driver = driversOf(biggestProfileName)[0];
  const verb = driver?.status === 'approved' ? buttons.pause : 'Approve';
  await tenant.override({ type: 'driver', id: driver?.id, patch: { name } });
  await signIn(page, tenant, 'driver.admin', `${pathOf(biggestProfileName)}?tab=all`);
  const row = driversOn(page).getByRole('row').nth(1);
  await expect(row).toContainText('WWW');
  await expect(driversOn(page).getByRole('row').nth(3)).toBeInViewport();

  await row.getByRole('button').click();
  await expect(page.getByRole('complementary').getByText('Applicable devices')).toBeInViewport();
  await page.getByRole('button', { name: /^Close details of WWW/ }).click();
  await row.getByRole('checkbox').check();
  await (await openDialog(page, verb)).getByRole('button', { name: `${verb} 1 driver` }).click();
  await expect(resultsOn(page).getByRole('row').filter({ hasText: acceptedOrConfirmed })).toBeInViewport();
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(window ?? 0);
});

test('a task whose target Graph does not provide takes its number, and says that conflicts can’t be checked', async ({
  page,
  tenant,
  watch,
}) => {
  const title = 'Isolate device FIN-LT-0231';
  await tenant.override({ type: 'incidentTask', id: taskId(title), patch: { responseAction: null } });
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page, lateralIncident);
  await select(tasks, [title]);
  await page.getByRole('button', { name: 'Run action' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('group', { name: 'In numbers' })).toContainText('1 target not provided');
  await expect(dialog).toContainText('Target not provided: conflicts can’t be checked');
  await expect(dialog.getByLabel('Type 1 to confirm')).toHaveAccessibleDescription(
    'The target of 1 task isn’t provided.',
  );
  await watch.expectAccessible();
});
