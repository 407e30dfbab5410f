import type { Page } from '@playwright/test';
import { signIn } from '../support/sign-in.ts';
import { expect, rowOf, settledBox, test } from '../support/test.ts';
import { buttons } from '../support/words.ts';

const tilesOn = (page: Page) => page.getByRole('list', { name: 'What needs you' });

/** Time is moved on until all tries of the reads are over. */
async function expectTold(page: Page, text: string): Promise<void> {
  const alert = page.getByRole('alert');
  await expect(async () => {
    await page.clock.fastForward('00:20');
    await expect(alert).toContainText(text, { timeout: 200 });
  }).toPass();
  await expect(alert).toHaveCount(1);
}

test('when the connection is lost, the overview keeps its numbers, with one line about it', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareLostConnections();
  await page.clock.install();
  await signIn(page, tenant, 'global.admin', '/');
  await expect(tilesOn(page)).toContainText('Drivers to review210');
  await expect(tilesOn(page)).toContainText('of 27 tasks');
  await tenant.fault({ kind: 'resetConnection' });
  await page.getByRole('button', { name: buttons.refresh }).click();
  await expectTold(page, 'The connection to Microsoft Graph was lost');
  await expect(tilesOn(page)).toContainText('Drivers to review210');
  await watch.expectAccessible();
  await tenant.clearFaults();
  const alert = page.getByRole('alert');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toHaveCount(0);
});

test('when Graph is not available, a list keeps its rows in their place; pages without any say what happened, once', async ({
  page,
  tenant,
  watch,
}) => {
  const unavailable = 'Microsoft Graph server error (503)';
  watch.declareStatus(503);
  await page.clock.install();
  await signIn(page, tenant, 'global.admin', '/profiles');
  const profiles = page.getByRole('grid', { name: 'Driver profiles' });
  await expect(rowOf(profiles, 'Pilot ring')).toBeVisible();
  await tenant.fault({ kind: 'serverError', status: 503 });
  await page.getByRole('button', { name: buttons.refresh }).click();
  // A wait comes and goes: it must not move the rows.
  const top = async () => (await settledBox(profiles)).y;
  const before = await top();
  await expect(page.getByRole('timer')).toBeVisible();
  expect(await top()).toBe(before);
  await expectTold(page, unavailable);
  await expect(rowOf(profiles, 'Pilot ring')).toBeVisible();
  await expect
    .poll(async () => (await page.getByRole('alert').boundingBox())?.height)
    .toBeLessThanOrEqual(34);

  await page.goto(tenant.appUrl);
  await expect(tilesOn(page)).toContainText('loading…');
  await watch.expectAccessible();
  await expectTold(page, unavailable);
  await expect(tilesOn(page)).toContainText('not loaded');
  await watch.expectAccessible();

  // Tasks and their incidents are two reads, and one failure.
  await page.goto(`${tenant.appUrl}/incident-tasks`);
  await expectTold(page, unavailable);
});
