import type { Page } from '@playwright/test';
import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { addNote, chooseDate, pen, resultsOn } from './support/actions.ts';
import { changesOf, driversOn, openDialog, pathOf, pilotDriver } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, problemOn, rowOf, test } from './support/test.ts';
import { results, texts } from './support/words.ts';

// Where a test shows a view of its own, the test has this view scanned; what they end with is scanned by others.
test.use({ scan: false });

test.use({ adminConsent: false });
test.beforeEach(({ watch }) => {
  // How the token endpoint says that consent is missing.
  watch.declareStatus(400);
});

const readScope = 'DeviceManagementConfiguration.Read.All';
const writeScope = 'DeviceManagementConfiguration.ReadWrite.All';
const nextYear = new Date().getFullYear() + 1;

/** Accepts on the simulator's consent page, which is not the app. */
async function acceptConsent(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Permissions requested');
  await page.getByRole('button', { name: 'Accept' }).click();
}

test('[A16] a driver admin can’t grant: the reason is shown, and the rest keeps working', async ({
  page,
  tenant,
  watch,
}) => {
  await signIn(page, tenant, 'driver.admin');
  const banner = page.getByRole('alert');
  await expect(banner).toContainText(texts.permissionNeeded);
  await expect(banner).toContainText(readScope);
  await banner.getByRole('button', { name: 'Grant permission' }).click();

  // The sign-in service refuses at once; this is the same screen again.
  await expect(banner).toContainText('Admin approval needed (AADSTS90094)');
  await expect(banner.getByRole('button', { name: 'Ask again' })).toBeVisible();
  await watch.expectAccessible();
  await expect(page).toHaveURL(`${tenant.appUrl}/profiles`);
  await expect(page.getByRole('banner')).toContainText('Dana Driver');

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  // Without a permission there is no token: nothing was asked of Graph.
  expect((await tenant.log()).requests).toEqual([]);
});

test('[SR-12] a global admin grants reading, then writing, and loses nothing on the way', async ({
  page,
  tenant,
}) => {
  const path = `${pathOf(pilotRingName)}?tab=all&q=Surface&sort=-version`;
  await signIn(page, tenant, 'global.admin', path);
  await page.getByRole('button', { name: 'Grant permission' }).click();
  await acceptConsent(page);

  // Back on the same screen; the read goes on by itself.
  await expect(page).toHaveURL(`${tenant.appUrl}${path}`);
  const drivers = driversOn(page);
  const first = pilotDriver('Surface - System - Serial Hub', 'needsReview');
  const second = pilotDriver(pen, 'needsReview');
  for (const { label } of [first, second])
    await drivers.getByRole('checkbox', { name: label, exact: true }).check();
  const before = await openDialog(page, 'Approve');
  await chooseDate(before, `${nextYear}-07-15T06:00`);
  await addNote(before, 'CHG-1042');
  await before.getByRole('button', { name: 'Approve 2 drivers' }).click();
  await expect(problemOn(before, texts.permissionNeeded)).toBeVisible();
  await expect(problemOn(before, writeScope)).toBeVisible();
  await before.getByRole('button', { name: 'Grant permission' }).click();
  await acceptConsent(page);

  await expect(page).toHaveURL(`${tenant.appUrl}${path}`);
  const dialog = page.getByRole('dialog', { name: 'Approve 2 drivers?' });
  await expect(dialog.getByLabel('Date', { exact: true })).toHaveValue(`15/07/${nextYear}`);
  await expect(dialog.getByLabel('Time', { exact: true })).toHaveValue('06:00');
  await expect(dialog.getByLabel('Note (optional)')).toHaveValue('CHG-1042');
  expect(await changesOf(tenant)).toEqual([]);
  await dialog.getByRole('button', { name: 'Approve 2 drivers' }).click();
  await expect(rowOf(resultsOn(page), pen)).toContainText(results.confirmed);
  expect(await changesOf(tenant)).toEqual([`approve ${first.id}`, `approve ${second.id}`].sort());
});
