import type { Page } from '@playwright/test';
import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { addNote, decide, pen } from '../support/actions.ts';
import { changesOf, driversOn, openDialog, pathOf } from '../support/drivers.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, problemOn, rowOf, test } from '../support/test.ts';
import { buttons, texts } from '../support/words.ts';

test.use({ adminConsent: false });
test.beforeEach(({ watch }) => {
  // How the token endpoint says that consent is missing.
  watch.declareStatus(400);
});

const readScope = 'DeviceManagementConfiguration.Read.All';
const writeScope = 'DeviceManagementConfiguration.ReadWrite.All';

/** Presses a button of the simulator's consent page, which is not the app. */
async function answerConsent(page: Page, answer: 'Accept' | 'Cancel', forEverybody = false): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Permissions requested');
  if (forEverybody) await page.getByRole('checkbox', { name: /organisation/ }).check();
  await page.getByRole('button', { name: answer }).click();
}

test('[A16] the link for administrators grants the permission for everybody', async ({
  page,
  browser,
  tenant,
  watch,
}) => {
  await signIn(page, tenant, 'driver.admin');
  const link = page.getByRole('link', { name: 'Admin consent link' });
  await expect(link).toHaveAttribute('target', '_blank');
  const address = await link.getAttribute('href');

  // The administrator opens it elsewhere.
  const administrator = await browser.newPage();
  await administrator.goto(address ?? '');
  await administrator.getByRole('button', { name: /^Gale Global/ }).click();
  await expect(administrator.getByRole('main')).toContainText(`for everybody in ${tenant.name}`);
  await expect(administrator.getByRole('main')).toContainText(readScope);
  await expect(administrator.getByRole('main')).not.toContainText(writeScope);
  await answerConsent(administrator, 'Accept');
  // This browser showed no such link, so the address it came back to proves nothing.
  await expect(administrator.getByRole('status')).toContainText(
    'can’t tell here whether permissions were granted',
  );
  await expect(administrator).toHaveURL(`${tenant.appUrl}/`);
  await administrator.close();

  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('grid', { name: 'Driver profiles' })).toContainText(pilotRingName);

  // A forged link is believed no more in the browser that showed the real one.
  const tab = await page.context().newPage();
  await tab.goto(`${tenant.appUrl}/?admin_consent=True&tenant=1&state=made-up`);
  await expect(tab.getByRole('status')).toContainText('can’t tell here');
  const answer = new URL(`${tenant.appUrl}/?admin_consent=True`);
  answer.searchParams.set('state', new URL(address ?? '').searchParams.get('state') ?? '');
  await tab.goto(answer.href);
  await expect(tab.getByRole('status')).toContainText('reports that the permissions were granted');
  await tab.goto('about:blank');
  await tab.goto(answer.href);
  await expect(tab.getByRole('status'), 'a state counts once').toContainText('can’t tell here');
  await watch.expectAccessible();
});

test('[A16] cancelling on the consent page loses nothing and sends nothing', async ({
  page,
  tenant,
  watch,
}) => {
  await signIn(page, tenant, 'global.admin', pathOf(pilotRingName));
  await page.getByRole('button', { name: 'Grant permission' }).click();
  await answerConsent(page, 'Cancel');
  await expect(page).toHaveURL(`${tenant.appUrl}${pathOf(pilotRingName)}`);
  await expect(problemOn(page, texts.permissionNotGranted)).toBeVisible();
  await page.getByRole('button', { name: 'Ask again' }).click();
  await answerConsent(page, 'Accept');

  await rowOf(driversOn(page), pen).getByRole('checkbox').check();
  const before = await openDialog(page, 'Decline');
  await addNote(before, 'not yet');
  await before.getByRole('button', { name: 'Decline 1 driver' }).click();
  await before.getByRole('button', { name: 'Grant permission' }).click();
  await answerConsent(page, 'Cancel');

  const dialog = page.getByRole('dialog', { name: 'Decline 1 driver?' });
  await expect(dialog.getByLabel('Note (optional)')).toHaveValue('not yet');
  await dialog.getByRole('button', { name: 'Decline 1 driver' }).click();
  await expect(problemOn(dialog, texts.permissionNotGranted)).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(rowOf(driversOn(page), pen).getByRole('checkbox')).toBeChecked();
  const { requests } = await tenant.log();
  expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  await watch.expectAccessible();
});

test('where only reading was granted, a refused change leaves reading and the selection alone', async ({
  page,
  browser,
  tenant,
  watch,
}) => {
  const administrator = await browser.newPage();
  await signIn(administrator, tenant, 'global.admin');
  await administrator.getByRole('button', { name: 'Grant permission' }).click();
  await answerConsent(administrator, 'Accept', true);
  await expect(administrator.getByRole('grid', { name: 'Driver profiles' })).toContainText(pilotRingName);
  await administrator.close();

  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await decide(page, driversOn(page), 'Approve', [pen]);
  await page.getByRole('dialog').getByRole('button', { name: 'Grant permission' }).click();

  const dialog = page.getByRole('dialog', { name: 'Approve 1 driver?' });
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).click();
  await expect(problemOn(dialog, 'Admin approval needed')).toBeVisible();
  await expect(dialog.getByRole('link', { name: 'Admin consent link' })).toHaveAttribute(
    'href',
    new RegExp(encodeURIComponent(writeScope)),
  );
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(rowOf(driversOn(page), pen).getByRole('checkbox')).toBeChecked();
  await page.getByRole('button', { name: buttons.refresh }).click();
  await expect(page.getByText(texts.updatedJustNow)).toBeVisible();
  expect(await changesOf(tenant)).toEqual([]);
  await watch.expectAccessible();
});
