import { readFile } from 'node:fs/promises';
import { withdrawnDriverName } from '../simulator/seeds/contoso-profiles.ts';
import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { decide, display, pen, resultsOn } from './support/actions.ts';
import { driversOf, driversOn, pathOf, pilotDriver, unfold } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, problemOn, rowOf, test } from './support/test.ts';
import { buttons, results, texts } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const application = 'HP Inc. - SoftwareComponent - Application Driver';
const pilot = pathOf(pilotRingName);

test('nothing is counted that could not be read', async ({ page, tenant, watch }) => {
  watch.declareStatus(403);
  await tenant.fault({ kind: 'forbidden', match: { path: 'driverInventories' } });
  await signIn(page, tenant, 'driver.admin', pilot);
  await expect(problemOn(page, texts.accessDenied)).toBeVisible();
  const main = page.getByRole('main');
  for (const tab of ['All', 'Needs review', 'Scheduled', 'Approved', 'Paused', 'Declined'])
    await expect(main.getByRole('tab', { name: tab, exact: true })).toBeVisible();
  await expect(main.getByRole('search').getByRole('status')).toBeEmpty();
  await main.getByRole('button', { name: 'Category' }).click();
  await expect(main.getByRole('group', { name: 'Category' })).toContainText('Nothing to choose from yet');
});

test('[AX-29] details open beside the list, by their address too, and Escape closes them; then every command says what it lacks', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  const name = rowOf(driversOn(page), withdrawnDriverName).getByRole('button', { name: withdrawnDriverName });
  await name.click();
  const details = page.getByRole('complementary', { name: withdrawnDriverName });
  await expect(details.getByRole('heading', { name: withdrawnDriverName })).toBeFocused();
  await expect(details).toContainText('2.4.1.0');
  await expect(details).toContainText('17 devices');
  await expect(details).toContainText('This is firmware');
  await expect(details).toContainText(pilotDriver(withdrawnDriverName, 'needsReview').id);

  await page.reload();
  await expect(details).toContainText('Contoso Ltd.');
  await details.getByRole('button', { name: `Close details of ${withdrawnDriverName}` }).click();
  await expect(details).toHaveCount(0);
  expect(page.url()).not.toContain('driver=');

  await name.click();
  await expect(details.getByRole('heading', { name: withdrawnDriverName })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(details).toHaveCount(0);
  await expect(name).toBeFocused();

  // With nothing selected or shown, every command says why, by keyboard too.
  for (const name of ['Approve', 'Decline', buttons.pause, 'Change date']) {
    if (name === 'Change date') await unfold(page);
    const command = page.getByRole('button', { name, exact: true });
    await expect(command).toHaveAccessibleDescription('Select drivers first');
    await command.focus();
    await expect(command).toBeFocused();
    await command.press('Enter');
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect((await tenant.log()).requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('[M3] the outcomes can be saved as CSV in which nothing is a formula', async ({ page, tenant }) => {
  const hostile = [
    { driver: pilotDriver(pen, 'needsReview'), name: '=1+1' },
    { driver: pilotDriver(application, 'needsReview'), name: '@cmd|"/c calc"!A1' },
    { driver: pilotDriver(display, 'needsReview'), name: '＋SUM(A1:A9)' },
  ];
  for (const { driver, name } of hostile)
    await tenant.override({ type: 'driver', id: driver.id, patch: { name } });
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  const outcomes = await decide(
    page,
    driversOn(page),
    'Approve',
    hostile.map(({ name }) => name),
  );
  await expect(outcomes.getByRole('button', { name: `${results.confirmed} 3` })).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    outcomes.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^actiondesk-\d{4}-\d\d-\d\dT\d{4}\.csv$/);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv.startsWith('\uFEFF"Run","Note",')).toBe(true);
  expect(csv.split('\r\n')).toHaveLength(4);
  expect(csv).toContain(`"'=1+1"`);
  expect(csv).toContain(`"'@cmd|""/c calc""!A1"`);
  expect(csv).toContain(`"'＋SUM(A1:A9)"`);
  expect(csv).not.toMatch(/(^|,|\n)"?[=+\-@＋]/);
  for (const { driver } of hostile) expect(csv).toContain(driver.id);
  const { requests } = await tenant.log();
  expect(csv).toContain(requests.find(({ method }) => method === 'POST')?.requestId ?? 'no request');
});

test('a sync of the inventory brings the drivers that are new', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin', `${pathOf(pilotRingName)}?tab=all`);
  const before = driversOf(pilotRingName).length;
  await expect(page.getByRole('tab', { name: `All (${before})` })).toBeVisible();
  await unfold(page);
  await page.getByRole('button', { name: 'Sync inventory' }).click();
  await expect(page.getByText('Syncing…')).toBeVisible();
  await tenant.advance(20_000);
  await expect(rowOf(resultsOn(page), pilotRingName)).toContainText(results.completed);
  await expect(page.getByRole('tab', { name: `All (${before + 2})` })).toBeVisible();
  const { effects } = await tenant.log();
  expect(effects.map(({ kind }) => kind)).toEqual(['syncInventory']);
});
