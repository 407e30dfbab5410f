import { vanishingDriverName, withdrawnDriverName } from '../simulator/seeds/contoso-profiles.ts';
import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { addNote, decide, display, pen, resultsOn, retry, toggleResults } from './support/actions.ts';
import {
  changesOf,
  driversOn,
  openDialog,
  openPilot,
  pathOf,
  pilotDriver,
  sentActions,
} from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, rowOf, test } from './support/test.ts';
import { buttons, driverStatuses, results } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

test('[G1 G9 G11 U4 U5 SR-21 AX-28] approving drivers shows a result for each: confirmed, failed, not found', async ({
  page,
  tenant,
}) => {
  const drivers = await openPilot(page, tenant);
  for (const name of [pen, withdrawnDriverName, vanishingDriverName]) {
    await rowOf(drivers, name).getByRole('checkbox').check();
  }
  const dialog = await openDialog(page, 'Approve');
  await expect(dialog.getByRole('heading')).toHaveText('Approve 3 drivers?');
  await addNote(dialog, 'CHG-1042');
  // One driver is firmware, which usually can't be rolled back: a click alone is not enough.
  const confirm = dialog.getByRole('button', { name: 'Approve 3 drivers' });
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await expect(confirm).toHaveAccessibleDescription('Type 3 to confirm');
  await dialog.getByLabel('Type 3 to confirm').fill('2');
  await confirm.press('Enter');
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByLabel('Type 3 to confirm').fill('3');
  await confirm.click();

  const outcomes = resultsOn(page);
  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  await expect(rowOf(outcomes, withdrawnDriverName)).toContainText(results.failed);
  await expect(rowOf(outcomes, withdrawnDriverName)).toContainText('Intune gave no reason');
  await expect(rowOf(outcomes, vanishingDriverName)).toContainText(results.notFound);
  await expect(outcomes).toContainText('Note: CHG-1042');

  // The grid was read again, and the simulator's own record agrees.
  await expect(rowOf(drivers, pen)).toContainText('Approved');
  expect(await changesOf(tenant)).toEqual([`approve ${pilotDriver(pen, 'needsReview').id}`]);

  // Another try is for what failed, and for nothing else.
  await retry(outcomes, 1, withdrawnDriverName);
  await expect(outcomes.getByRole('combobox', { name: 'Run' })).toContainText(
    /Retry: Approve .* in Pilot ring/,
  );
  await expect(rowOf(outcomes, withdrawnDriverName)).toContainText(results.failed);
  const sent = await sentActions(tenant);
  expect(sent.map(({ driverIds }) => driverIds.length)).toEqual([3, 1]);
  expect(sent[1]?.driverIds).toEqual([pilotDriver(withdrawnDriverName, 'needsReview').id]);
});

test('a new run comes to the front, also where the panel is one line, and leaves it so', async ({
  page,
  tenant,
}) => {
  const drivers = await openPilot(page, tenant);
  const outcomes = await decide(page, drivers, 'Approve', [withdrawnDriverName]);
  await expect(rowOf(outcomes, withdrawnDriverName)).toContainText(results.failed);
  await retry(outcomes, 1, withdrawnDriverName);
  const chooser = outcomes.getByRole('combobox', { name: 'Run' });
  await chooser.selectOption({ index: 1 });
  await toggleResults(page);
  await expect(rowOf(outcomes, withdrawnDriverName)).toBeHidden();

  await decide(page, drivers, 'Approve', [display]);
  await expect(outcomes).toContainText(/Approve .* in .*1 driver: 1 confirmed/);
  await expect(rowOf(outcomes, display)).toBeHidden();
  await toggleResults(page);
  await expect(rowOf(outcomes, display)).toContainText(results.confirmed);
});

test('[U14] pausing stops an approved driver, and approving it again brings it back', async ({
  page,
  tenant,
}) => {
  const camera = pilotDriver('Surface - Camera', 'approved');
  await signIn(page, tenant, 'driver.admin', `${pathOf(pilotRingName)}?tab=all&q=${camera.version}`);
  const row = rowOf(driversOn(page), camera.name);
  await row.getByRole('checkbox').check();
  const dialog = await openDialog(page, buttons.pause);
  await expect(dialog).toContainText('Installed drivers stay');
  await expect(dialog.getByLabel(/date/i)).toHaveCount(0);
  await dialog.getByRole('button', { name: `${buttons.pause} 1 driver` }).click();
  await expect(rowOf(resultsOn(page), camera.name)).toContainText(results.confirmed);
  await expect(row).toContainText(driverStatuses.suspended);

  await row.getByRole('checkbox').check();
  const approval = await openDialog(page, 'Approve');
  await expect(approval.getByRole('heading')).toHaveText('Approve drivers?');
  await approval.getByRole('checkbox', { name: 'Include 1 paused' }).check();
  await approval.getByRole('button', { name: 'Approve 1 driver' }).click();
  await expect(row).toContainText('Approved');
  expect(await changesOf(tenant)).toEqual([`approve ${camera.id}`, `suspend ${camera.id}`]);
});

test('[G14] what a status forbids is left out, with the reason', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin', `${pathOf(pilotRingName)}?tab=all&q=Surface`);
  const drivers = driversOn(page);
  const statuses = ['needsReview', 'approved', 'declined', 'suspended'] as const;
  const [open, approved, declined, suspended] = statuses.map((status) => pilotDriver('Surface', status));
  for (const driver of [open, approved, declined, suspended])
    await drivers.getByRole('checkbox', { name: driver?.label ?? '', exact: true }).check();

  const dialog = await openDialog(page, 'Decline');
  await expect(dialog.getByRole('heading')).toHaveText('Decline 1 driver?');
  const skipped = dialog.getByText('3 of 4 selected are skipped');
  for (const reason of [
    'can’t be declined once approved',
    'already declined',
    'can’t be declined while paused',
  ])
    await expect(skipped).toContainText(`1 ${reason}`);
  await skipped.click();
  const leftOut = dialog.getByRole('list', { name: 'Skipped drivers' }).getByRole('listitem');
  await expect(leftOut).toHaveCount(3);
  const reasons = [
    [approved, 'Can’t be declined once approved. Pause it instead.'],
    [declined, 'Already declined'],
    [suspended, 'Can’t be declined while paused'],
  ] as const;
  for (const [driver, reason] of reasons) {
    await expect(leftOut.filter({ hasText: driver?.version ?? '' })).toContainText(reason);
  }
  await dialog.getByRole('button', { name: 'Decline 1 driver' }).click();
  await expect(rowOf(resultsOn(page), open?.name ?? '')).toContainText(results.confirmed);
  // Declining needs no date.
  expect(await sentActions(tenant)).toEqual([{ actionName: 'decline', driverIds: [open?.id] }]);
  expect(await changesOf(tenant)).toEqual([`decline ${open?.id}`]);
  await expect(
    drivers.getByRole('checkbox', { name: `${open?.name}, ${open?.version}, declined` }),
  ).toBeVisible();

  // What only Intune knows to be forbidden, it refuses: that is told, and stays so.
  await tenant.override({ type: 'driver', id: approved?.id, patch: { approvalStatus: 'needsReview' } });
  await page.getByRole('button', { name: buttons.refresh }).click();
  const seeming = rowOf(drivers, approved?.version ?? '');
  await expect(seeming).toContainText('Needs review');
  await seeming.getByRole('checkbox').check();
  await (await openDialog(page, 'Decline')).getByRole('button', { name: 'Decline 1 driver' }).click();
  await expect(rowOf(resultsOn(page), approved?.version ?? '')).toContainText(results.failed);
  await expect(rowOf(resultsOn(page), approved?.version ?? '')).toContainText('Intune gave no reason');
  expect((await tenant.log()).effects).toHaveLength(1);

  // Nothing but a driver that forbids it: the command itself says why.
  await drivers.getByRole('checkbox', { name: declined?.label ?? '', exact: true }).check();
  const suspend = page.getByRole('button', { name: buttons.pause });
  await expect(suspend).toHaveAccessibleDescription('Declined in this profile. There’s nothing to pause.');
  await suspend.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
