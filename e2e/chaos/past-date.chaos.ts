import { withdrawnDriverName } from '../../simulator/seeds/contoso-profiles.ts';
import { chooseDate, resultsOn, typeNumber } from '../support/actions.ts';
import { openDialog, openPilot, sentActions } from '../support/drivers.ts';
import { expect, rowOf, test } from '../support/test.ts';
import { decisions, results } from '../support/words.ts';

test('a run whose deployment date is past is not tried again', async ({ page, tenant }) => {
  await page.clock.install();
  const drivers = await openPilot(page, tenant);
  await rowOf(drivers, withdrawnDriverName).getByRole('checkbox').check();
  const dialog = await openDialog(page, 'Approve');
  const soon = new Date(Date.now() + 10 * 60_000).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' });
  await chooseDate(dialog, soon.slice(0, 16).replace(' ', 'T'));
  await typeNumber(dialog);
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).click();
  const outcomes = resultsOn(page);
  await expect(rowOf(outcomes, withdrawnDriverName)).toContainText(results.failed);

  // In time, a retry says once more from when the driver is available.
  await outcomes.getByRole('button', { name: 'Retry 1 driver' }).click();
  const early = page.getByRole('dialog');
  await expect(early).toContainText(/Available from \d/);
  await early.getByRole('button', { name: 'Cancel' }).click();

  await page.clock.fastForward('15:00');
  const retry = outcomes.getByRole('button', { name: 'Retry 1 driver' });
  await expect(retry).toHaveAttribute('aria-disabled', 'true');
  await expect(retry).toHaveAccessibleDescription(decisions.datePassed);
  await retry.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await sentActions(tenant)).toHaveLength(1);
});
