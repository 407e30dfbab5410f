import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { chooseDate, resultsOn } from '../support/actions.ts';
import { driversOn, openDialog, pathOf, pilotDriver } from '../support/drivers.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, rowOf, test } from '../support/test.ts';
import { acceptedOrConfirmed, results } from '../support/words.ts';

const nextYear = new Date().getFullYear() + 1;

test('[G8] a date that Intune says it took but does not show is no success', async ({ page, tenant }) => {
  const camera = pilotDriver('Surface - Camera', 'approved');
  await page.clock.install();
  await signIn(page, tenant, 'driver.admin', `${pathOf(pilotRingName)}?tab=all&q=${camera.version}`);
  await rowOf(driversOn(page), camera.name).getByRole('checkbox').check();
  // Whatever is sent, every read shows this date.
  const patch = { deployDateTime: '2026-03-19T10:00:00Z' };
  await tenant.override({ type: 'driver', id: camera.id, patch });
  const dialog = await openDialog(page, 'Change date');
  await chooseDate(dialog, `${nextYear}-01-15T06:00`);
  await dialog.getByRole('button', { name: 'Change date of 1 driver' }).click();

  const outcome = rowOf(resultsOn(page), camera.name);
  await expect(outcome).toContainText(acceptedOrConfirmed);
  await expect(resultsOn(page).getByRole('button', { name: 'Check again' })).toBeVisible();
  await page.clock.fastForward('03:00');
  await expect(outcome).toContainText(results.contradicted);
  await expect(outcome).toContainText('shows a different date');
});
