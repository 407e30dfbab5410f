import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { chooseDate, pen, resultsOn } from './support/actions.ts';
import { changesOf, driversOn, openDialog, pathOf, pilotDriver, sentActions } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, rowOf, test } from './support/test.ts';
import { results } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const nextYear = new Date().getFullYear() + 1;
const pilot = pathOf(pilotRingName);

test('[G15 T3] approving with a date, and a change of it, are sent as UTC and confirmed by reading the date', async ({
  page,
  tenant,
}) => {
  const { id, version } = pilotDriver(pen, 'needsReview');
  await signIn(page, tenant, 'driver.admin', `${pilot}?tab=all&q=${version}`);
  const row = rowOf(driversOn(page), pen);
  const outcome = rowOf(resultsOn(page), pen);
  await row.getByRole('checkbox').check();
  const dialog = await openDialog(page, 'Approve');
  await chooseDate(dialog, `${nextYear}-07-15T06:00`);
  // Berlin is two hours ahead in July.
  await expect(dialog).toContainText(
    `Available from 15 Jul ${nextYear}, 06:00 (15 Jul ${nextYear}, 04:00 UTC). Time zone: Europe/Berlin`,
  );
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).click();
  await expect(outcome).toContainText(results.confirmed);
  await expect(row).toContainText(`Approved from 15 Jul ${nextYear}`);

  await row.getByRole('checkbox').check();
  const change = await openDialog(page, 'Change date');
  const confirm = change.getByRole('button', { name: 'Change date of 1 driver' });
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await chooseDate(change, `${nextYear}-01-15T06:00`);
  await confirm.click();
  await expect(row).toContainText(`15 Jan ${nextYear}`);
  await expect(outcome).toContainText(results.confirmed);
  const sent = { actionName: 'approve', driverIds: [id] };
  expect(await sentActions(tenant)).toEqual([
    { ...sent, deploymentDate: `${nextYear}-07-15T04:00:00.000Z` },
    { ...sent, deploymentDate: `${nextYear}-01-15T05:00:00.000Z` },
  ]);
});

test('[G15 AX-27] a past date is refused before anything is sent', async ({ page, tenant, watch }) => {
  await page.clock.install();
  await signIn(page, tenant, 'driver.admin', pilot);
  await rowOf(driversOn(page), pen).getByRole('checkbox').check();
  const dialog = await openDialog(page, 'Approve');
  const date = await chooseDate(dialog, '2020-02-29T06:00');
  await expect(date).toHaveAccessibleDescription(/Choose a date and time in the future/);
  await expect(date).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByRole('button', { name: 'Calendar: Date' }).click();
  await expect(dialog.getByRole('grid')).toBeVisible();
  await watch.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('button', { name: 'Approve 1 driver' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await date.press('Enter');
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).press('Enter');
  await expect(dialog).toBeVisible();

  // A date that passes while the dialog stands open: the click looks at the clock, whatever the button still shows.
  const soon = new Date(Date.now() + 10 * 60_000).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' });
  await chooseDate(dialog, soon.slice(0, 16).replace(' ', 'T'));
  const confirm = dialog.getByRole('button', { name: 'Approve 1 driver' });
  await expect(confirm).not.toHaveAttribute('aria-disabled', 'true');
  await page.clock.setSystemTime(Date.now() + 20 * 60_000);
  await confirm.click({ force: true });
  await expect(date).toHaveAccessibleDescription(/Choose a date and time in the future/);
  await expect(dialog).toBeVisible();
  expect(await sentActions(tenant)).toEqual([]);
  await dialog.getByRole('radio', { name: 'As soon as possible' }).check();
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).click();
  await expect(rowOf(resultsOn(page), pen)).toContainText(results.confirmed);
  expect(await changesOf(tenant)).toHaveLength(1);
});

for (const locale of ['th-TH', 'fa-IR']) {
  test.describe(`where the browser writes dates as in ${locale}`, () => {
    test.use({ locale });

    test(`[T5] what is sent is written as everywhere: ${locale}`, async ({ page, tenant }) => {
      await signIn(page, tenant, 'driver.admin', pilot);
      // The years of Thailand and Iran are others, and Iran has digits of its own.
      expect(await page.evaluate(() => new Date(Date.UTC(2027, 6, 15)).toLocaleDateString())).not.toContain(
        '2027',
      );
      // Every word on screen is English, so the dates and numbers among them are too.
      await expect(page.getByText(/^Synced \d+ h ago$/)).toBeVisible();
      await rowOf(driversOn(page), pen).getByRole('checkbox').check();
      const dialog = await openDialog(page, 'Approve');
      await chooseDate(dialog, `${nextYear}-07-15T06:00`);
      await dialog.getByRole('button', { name: 'Approve 1 driver' }).click();
      await expect(rowOf(resultsOn(page), pen)).toContainText(results.confirmed);
      expect(await sentActions(tenant)).toEqual([
        {
          actionName: 'approve',
          driverIds: [pilotDriver(pen, 'needsReview').id],
          deploymentDate: `${nextYear}-07-15T04:00:00.000Z`,
        },
      ]);
    });
  });
}
