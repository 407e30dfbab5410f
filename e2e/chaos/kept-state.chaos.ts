import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { pen } from '../support/actions.ts';
import { driversOn, pathOf, pilotDriver } from '../support/drivers.ts';
import { signInByHand } from '../support/sign-in.ts';
import { expect, test } from '../support/test.ts';

const pilot = pathOf(pilotRingName);

test('[M8] edited stored state is ignored, and leads nowhere', async ({ page, tenant, watch }) => {
  await page.goto(tenant.appUrl);
  await page.evaluate(
    ([id, driver]) => {
      sessionStorage.setItem(`actiondesk.draft.selection.${id}`, `["${driver}", 7, null, "not-there"]`);
      sessionStorage.setItem(`actiondesk.draft.action.${id}`, '{"request":"delete","date":7}');
      sessionStorage.setItem('actiondesk.draft.selection.incident-tasks', '{{');
      sessionStorage.setItem('actiondesk.asked', '{"length":9}');
      localStorage.setItem('actiondesk.preferences', '{"theme":"<b>","density":[],"direction":"up"}');
    },
    [pilot.split('/')[2], pilotDriver(pen, 'needsReview').id],
  );
  watch.declareStatus(401, 403);
  await signInByHand(page, tenant, 'no.role');
  await expect(page).toHaveURL(`${tenant.appUrl}/profiles`);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('radio', { name: 'Use system setting' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Left to right' })).toBeChecked();

  await page.getByRole('button', { name: /Noa Nobody/ }).click();
  await page.getByRole('button', { name: 'Switch account' }).click();
  await page.getByRole('button', { name: /^Dana Driver/ }).click();
  await expect(page.getByRole('banner')).toContainText('Dana Driver');
  await page.goto(`${tenant.appUrl}${pilot}`);
  await expect(driversOn(page)).toContainText(pen);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
