import { readFile } from 'node:fs/promises';
import { vanishingDriverName, withdrawnDriverName } from '../simulator/seeds/contoso-profiles.ts';
import { biggestProfileName, pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { decide, display, outcomesOn, pen, retry } from './support/actions.ts';
import {
  changesOf,
  driversOf,
  driversOn,
  openDialog,
  pathOf,
  pilotDriver,
  sentActions,
} from './support/drivers.ts';
import { expect, openProfile, rowOf, signIn, test } from './support/test.ts';

const application = 'HP Inc. - SoftwareComponent - Application Driver';
const nextYear = new Date().getFullYear() + 1;

test('approving drivers tells the outcome of each: applied, failed, not found', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  for (const name of [pen, withdrawnDriverName, vanishingDriverName]) {
    await rowOf(drivers, name).getByRole('checkbox').check();
  }
  const dialog = await openDialog(page, 'Approve');
  await expect(dialog.getByRole('heading')).toHaveText('Approve 3 drivers?');
  await dialog.getByLabel('Note (optional)').fill('CHG-1042');
  await dialog.getByRole('button', { name: 'Approve 3 drivers' }).click();

  const outcomes = outcomesOn(page);
  await expect(rowOf(outcomes, pen)).toContainText('Applied, confirmed');
  await expect(rowOf(outcomes, withdrawnDriverName)).toContainText('Failed');
  await expect(rowOf(outcomes, withdrawnDriverName)).toContainText('Intune gave no reason');
  await expect(rowOf(outcomes, vanishingDriverName)).toContainText('Not found');
  await expect(outcomes).toContainText('Note: CHG-1042');

  // The grid was read again, and the simulator's own record agrees.
  await expect(rowOf(drivers, pen)).toContainText('Approved');
  expect(await changesOf(tenant)).toEqual([`approve ${pilotDriver(pen, 'needsReview').id}`]);

  // Another try is for what failed, and for nothing else.
  await retry(outcomes, 1, withdrawnDriverName);
  await expect(outcomes.getByRole('combobox', { name: 'Run' })).toContainText(
    'Retry 1 of: Approve 3 drivers',
  );
  await expect(rowOf(outcomes, withdrawnDriverName)).toContainText('Failed');
  const sent = await sentActions(tenant);
  expect(sent.map(({ driverIds }) => driverIds.length)).toEqual([3, 1]);
  expect(sent[1]?.driverIds).toEqual([pilotDriver(withdrawnDriverName, 'needsReview').id]);
});

test('a new run comes to the front, and opens the panel again', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  const outcomes = await decide(page, drivers, 'Approve', [withdrawnDriverName]);
  await expect(rowOf(outcomes, withdrawnDriverName)).toContainText('Failed');
  await retry(outcomes, 1, withdrawnDriverName);
  const chooser = outcomes.getByRole('combobox', { name: 'Run' });
  await chooser.selectOption({ label: `Approve 1 driver in ${pilotRingName}` });
  await outcomes.getByRole('button', { name: 'Hide' }).click();
  await expect(rowOf(outcomes, withdrawnDriverName)).toBeHidden();

  await decide(page, drivers, 'Approve', [display]);
  await expect(rowOf(outcomes, display)).toContainText('Applied, confirmed');
});

test('a run whose deployment date is past is not tried again', async ({ page, tenant }) => {
  await page.clock.install();
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await rowOf(drivers, withdrawnDriverName).getByRole('checkbox').check();
  const dialog = await openDialog(page, 'Approve');
  const soon = new Date(Date.now() + 10 * 60_000).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' });
  await dialog.getByLabel('Deployment date (optional)').fill(soon.slice(0, 16).replace(' ', 'T'));
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).click();
  const outcomes = outcomesOn(page);
  await expect(rowOf(outcomes, withdrawnDriverName)).toContainText('Failed');

  await page.clock.fastForward('15:00');
  await outcomes.getByRole('button', { name: 'Retry 1 item' }).click();
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Retry 1 item' });
  await expect(confirm).toBeDisabled();
  await expect(confirm).toHaveAccessibleDescription(
    'The date of this run is past: start anew from the profile',
  );
  expect(await sentActions(tenant)).toHaveLength(1);
});

test('approving with a deployment date sends it as UTC', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  const drivers = driversOn(page);
  await rowOf(drivers, pen).getByRole('checkbox').check();
  const dialog = await openDialog(page, 'Approve');
  await dialog.getByLabel('Deployment date (optional)').fill(`${nextYear}-07-15T06:00`);
  // Berlin is two hours ahead in July.
  await expect(dialog).toContainText(
    `Offered from 15 Jul ${nextYear}, 06:00 (15 Jul ${nextYear}, 04:00 UTC), zone Europe/Berlin`,
  );
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).click();

  await expect(rowOf(outcomesOn(page), pen)).toContainText('Applied, confirmed');
  await expect(rowOf(drivers, pen)).toContainText(`Approved from 15 Jul ${nextYear}`);
  expect(await sentActions(tenant)).toEqual([
    {
      actionName: 'approve',
      driverIds: [pilotDriver(pen, 'needsReview').id],
      deploymentDate: `${nextYear}-07-15T04:00:00.000Z`,
    },
  ]);
});

test('declining needs no date and shows in the list', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  const drivers = driversOn(page);
  const outcomes = await decide(page, drivers, 'Decline', [pen, display]);
  await expect(rowOf(outcomes, pen)).toContainText('Applied, confirmed');
  await expect(rowOf(outcomes, display)).toContainText('Applied, confirmed');
  await expect(rowOf(drivers, pen)).toContainText('Declined');
  const ids = [pilotDriver(pen, 'needsReview').id, pilotDriver(display, 'needsReview').id];
  const [sent] = await sentActions(tenant);
  expect(Object.keys(sent ?? {}).sort()).toEqual(['actionName', 'driverIds']);
  expect(await changesOf(tenant)).toEqual(ids.map((id) => `decline ${id}`).sort());
});

test('suspending stops an approved driver, and approving it again brings it back', async ({
  page,
  tenant,
}) => {
  const camera = pilotDriver('Surface - Camera', 'approved');
  await signIn(page, tenant, 'driver.admin', `${pathOf(pilotRingName)}?tab=all&q=${camera.version}`);
  const row = rowOf(driversOn(page), camera.name);
  await row.getByRole('checkbox').check();
  const dialog = await openDialog(page, 'Suspend');
  await expect(dialog).toContainText('Where they are installed already, they stay');
  await expect(dialog.getByLabel(/date/)).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Suspend 1 driver' }).click();
  await expect(rowOf(outcomesOn(page), camera.name)).toContainText('Applied, confirmed');
  await expect(row).toContainText('Suspended');

  await row.getByRole('checkbox').check();
  await (await openDialog(page, 'Approve')).getByRole('button', { name: 'Approve 1 driver' }).click();
  await expect(row).toContainText('Approved');
  expect(await changesOf(tenant)).toEqual([`approve ${camera.id}`, `suspend ${camera.id}`]);
});

test('a change of date is confirmed by reading the date', async ({ page, tenant }) => {
  const camera = pilotDriver('Surface - Camera', 'approved');
  await signIn(page, tenant, 'driver.admin', `${pathOf(pilotRingName)}?tab=all&q=${camera.version}`);
  const row = rowOf(driversOn(page), camera.name);
  await row.getByRole('checkbox').check();
  const dialog = await openDialog(page, 'Change date');
  const confirm = dialog.getByRole('button', { name: 'Change date of 1 driver' });
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByLabel('New deployment date').fill(`${nextYear}-01-15T06:00`);
  await confirm.click();

  await expect(rowOf(outcomesOn(page), camera.name)).toContainText('Applied, confirmed');
  await expect(row).toContainText(`15 Jan ${nextYear}`);
  expect(await sentActions(tenant)).toEqual([
    { actionName: 'approve', driverIds: [camera.id], deploymentDate: `${nextYear}-01-15T05:00:00.000Z` },
  ]);
});

test('a date that Intune says it took but does not show is no success', async ({ page, tenant }) => {
  const camera = pilotDriver('Surface - Camera', 'approved');
  await page.clock.install();
  await signIn(page, tenant, 'driver.admin', `${pathOf(pilotRingName)}?tab=all&q=${camera.version}`);
  await rowOf(driversOn(page), camera.name).getByRole('checkbox').check();
  // Whatever is sent, every read shows this date.
  const patch = { deployDateTime: '2026-03-19T10:00:00Z' };
  await tenant.override({ type: 'driver', id: camera.id, patch });
  const dialog = await openDialog(page, 'Change date');
  await dialog.getByLabel('New deployment date').fill(`${nextYear}-01-15T06:00`);
  await dialog.getByRole('button', { name: 'Change date of 1 driver' }).click();

  const outcome = rowOf(outcomesOn(page), camera.name);
  await expect(outcome).toContainText('Applied');
  await page.clock.fastForward('03:00');
  await expect(outcome).toContainText('Said applied, reads otherwise');
  await expect(outcome).toContainText('but the date it shows');
});

test('what a status forbids is left out, with the reason', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin', `${pathOf(pilotRingName)}?tab=all&q=Surface`);
  const drivers = driversOn(page);
  const statuses = ['needsReview', 'approved', 'declined', 'suspended'] as const;
  const [open, approved, declined, suspended] = statuses.map((status) => pilotDriver('Surface', status));
  for (const driver of [open, approved, declined, suspended])
    await drivers.getByRole('checkbox', { name: driver?.label ?? '', exact: true }).check();

  const dialog = await openDialog(page, 'Decline');
  await expect(dialog.getByRole('heading')).toHaveText('Decline 1 driver?');
  const leftOut = dialog.getByRole('list', { name: 'Drivers that are left out' }).getByRole('listitem');
  await expect(leftOut).toHaveCount(3);
  const reasons = [
    [approved, 'An approved driver can never be declined: suspend it instead'],
    [declined, 'Already declined'],
    [suspended, 'Intune does not offer declining a suspended driver'],
  ] as const;
  for (const [driver, reason] of reasons) {
    await expect(leftOut.filter({ hasText: driver?.version ?? '' })).toContainText(reason);
  }
  await dialog.getByRole('button', { name: 'Decline 1 driver' }).click();
  await expect(rowOf(outcomesOn(page), open?.name ?? '')).toContainText('Applied, confirmed');
  expect((await sentActions(tenant)).map(({ driverIds }) => driverIds)).toEqual([[open?.id]]);

  // Nothing but a driver that forbids it: the command itself says why.
  await drivers.getByRole('checkbox', { name: declined?.label ?? '', exact: true }).check();
  const suspend = page.getByRole('button', { name: 'Suspend' });
  await expect(suspend).toHaveAccessibleDescription('Declined, so it is not offered to any device');
  await suspend.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('more than a hundred drivers go in several requests, each driver once', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin', `${pathOf(biggestProfileName)}?tab=all`);
  await page.getByRole('search').getByRole('button', { name: 'Status' }).click();
  await page.getByRole('checkbox', { name: /^Needs review/ }).check();
  await page.keyboard.press('Escape');
  await driversOn(page).getByRole('checkbox', { name: 'Select all 112 matching drivers' }).check();
  const dialog = await openDialog(page, 'Approve');
  await expect(dialog).toContainText('Once installed, firmware can usually not be taken back');
  await dialog.getByRole('button', { name: 'Approve 112 drivers' }).click();

  const outcomes = outcomesOn(page);
  await expect(outcomes.getByRole('button', { name: 'Applied, confirmed 112' })).toBeVisible();
  const waiting = driversOf(biggestProfileName).filter(({ status }) => status === 'needsReview');
  const sent = await sentActions(tenant);
  expect(sent.map(({ driverIds }) => driverIds.length)).toEqual([100, 12]);
  expect(sent.flatMap(({ driverIds }) => driverIds).sort()).toEqual(waiting.map(({ id }) => id).sort());
  expect(await changesOf(tenant)).toHaveLength(112);
});

test('the selection outlives filters, and the dialog says what they hide', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin', `${pathOf(pilotRingName)}?tab=all&q=NVIDIA`);
  const drivers = driversOn(page);
  const nvidia = driversOf(pilotRingName).filter(({ name }) => name.startsWith('NVIDIA')).length;
  const realtek = driversOf(pilotRingName).filter(({ name }) => name.startsWith('Realtek')).length;
  await drivers.getByRole('checkbox', { name: `Select all ${nvidia} matching drivers` }).check();
  const commands = page.getByRole('toolbar', { name: 'Commands' });
  await expect(commands.getByRole('status')).toHaveText(`All ${nvidia} matching selected`);

  await page.getByRole('searchbox', { name: 'Search drivers' }).fill('Realtek');
  await expect(commands.getByRole('status')).toHaveText(
    `${nvidia} selected, ${nvidia} of them hidden by filters`,
  );
  await drivers.getByRole('checkbox', { name: `Select all ${realtek} matching drivers` }).check();
  await expect(commands.getByRole('status')).toHaveText(
    `All ${realtek} matching selected, and ${nvidia} hidden by filters`,
  );
  const dialog = await openDialog(page, 'Approve');
  await expect(dialog).toContainText(`${nvidia} of the selected drivers are hidden by the current filters`);
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  // Unselecting what matches leaves the hidden ones selected; Clear selection ends all of it.
  await drivers.getByRole('checkbox', { name: `Select all ${realtek} matching drivers` }).uncheck();
  await expect(commands.getByRole('status')).toHaveText(
    `${nvidia} selected, ${nvidia} of them hidden by filters`,
  );
  await page.getByRole('button', { name: 'Clear selection' }).click();
  await expect(commands.getByRole('status')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveAccessibleDescription(
    'Select drivers first',
  );
});

test('tab, filters, search and sort live in the address and survive a reload', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  const all = driversOf(pilotRingName);
  await page.getByRole('tab', { name: `All (${all.length})` }).click();
  await page.getByRole('searchbox', { name: 'Search drivers' }).fill('Intel');
  await page.getByRole('search').getByRole('button', { name: 'Status' }).click();
  await page.getByRole('checkbox', { name: /^Needs review/ }).check();
  await page.getByRole('checkbox', { name: /^Suspended/ }).check();
  await page.keyboard.press('Escape');
  const drivers = driversOn(page);
  await drivers.getByRole('button', { name: 'Applicable devices' }).click();
  await drivers.getByRole('button', { name: 'Applicable devices' }).click();

  const matching = all.filter(
    ({ name, status }) => /intel/i.test(name) && ['needsReview', 'suspended'].includes(status),
  );
  const [widest] = [...matching].sort((a, b) => b.devices - a.devices);
  const expectShown = async () => {
    await expect(page.getByRole('search').getByRole('status')).toHaveText(
      `${matching.length} of ${all.length}`,
    );
    await expect(drivers.getByRole('checkbox')).toHaveCount(matching.length + 1);
    await expect(drivers.getByRole('columnheader', { name: 'Applicable devices' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    // The one with most devices comes first.
    await expect(drivers.getByRole('row').nth(1)).toContainText(widest?.name ?? 'none');
    await expect(page.getByRole('tab', { name: /^All/ })).toHaveAttribute('aria-selected', 'true');
  };
  await expectShown();
  const address = page.url();
  for (const part of ['tab=all', 'q=Intel', 'needsReview', 'suspended', 'sort=-devices']) {
    expect(decodeURIComponent(address)).toContain(part);
  }
  await page.reload();
  await expectShown();
  expect(page.url()).toBe(address);

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByRole('search').getByRole('status')).toHaveText(`${all.length}`);
});

test('details open beside the list, by their address too, and Escape closes them', async ({
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
  await page.keyboard.press('Escape');
  await expect(details).toHaveCount(0);
  await expect(name).toBeFocused();
});

test('the outcomes can be saved as CSV in which nothing is a formula', async ({ page, tenant }) => {
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
  await expect(outcomes.getByRole('button', { name: 'Applied, confirmed 3' })).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    outcomes.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^actiondesk-\d{4}-\d\d-\d\dT\d{4}\.csv$/);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv.startsWith('\uFEFF"Run","Note","Target","Name"')).toBe(true);
  expect(csv.split('\r\n')).toHaveLength(4);
  expect(csv).toContain(`"'=1+1"`);
  expect(csv).toContain(`"'@cmd|""/c calc""!A1"`);
  expect(csv).toContain(`"'＋SUM(A1:A9)"`);
  expect(csv).not.toMatch(/(^|,|\n)"?[=+\-@＋]/);
  for (const { driver } of hostile) expect(csv).toContain(driver.id);
  const { requests } = await tenant.log();
  expect(csv).toContain(requests.find(({ method }) => method === 'POST')?.requestId ?? 'no request');
});

test('clicking the last button many times sends once', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await rowOf(driversOn(page), pen).getByRole('checkbox').check();
  const dialog = await openDialog(page, 'Approve');
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).evaluate((button: HTMLElement) => {
    for (let clicks = 0; clicks < 20; clicks += 1) button.click();
  });
  await expect(rowOf(outcomesOn(page), pen)).toContainText('Applied, confirmed');
  expect(await sentActions(tenant)).toHaveLength(1);
  await expect(outcomesOn(page).getByRole('combobox', { name: 'Run' })).toHaveCount(0);
});

test('what somebody else decided meanwhile is left alone', async ({ page, browser, tenant }) => {
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await rowOf(driversOn(page), pen).getByRole('checkbox').check();
  await rowOf(driversOn(page), display).getByRole('checkbox').check();

  const colleague = await browser.newPage();
  await signIn(colleague, tenant, 'global.admin', pathOf(pilotRingName));
  const theirs = await decide(colleague, driversOn(colleague), 'Decline', [pen]);
  await expect(rowOf(theirs, pen)).toContainText('Applied');
  await colleague.close();

  await (await openDialog(page, 'Approve')).getByRole('button', { name: 'Approve 2 drivers' }).click();
  const outcomes = outcomesOn(page);
  await expect(rowOf(outcomes, pen)).toContainText('Changed by somebody else');
  await expect(rowOf(outcomes, display)).toContainText('Applied, confirmed');
  await expect(rowOf(driversOn(page), pen)).toContainText('Declined');
  expect(await changesOf(tenant)).toEqual(
    [
      `approve ${pilotDriver(display, 'needsReview').id}`,
      `decline ${pilotDriver(pen, 'needsReview').id}`,
    ].sort(),
  );
});

test('a sync of the inventory brings the drivers that are new', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin', `${pathOf(pilotRingName)}?tab=all`);
  const before = driversOf(pilotRingName).length;
  await expect(page.getByRole('tab', { name: `All (${before})` })).toBeVisible();
  await page.getByRole('button', { name: 'Sync inventory' }).click();
  await expect(page.getByText('Syncing…')).toBeVisible();
  await tenant.advance(20_000);
  await expect(rowOf(outcomesOn(page), pilotRingName)).toContainText('Done', { timeout: 20_000 });
  await expect(page.getByRole('tab', { name: `All (${before + 2})` })).toBeVisible();
  const { effects } = await tenant.log();
  expect(effects.map(({ kind }) => kind)).toEqual(['syncInventory']);
});
