import { biggestProfileName, pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { decide, display, executeAction, pen, resultsOn, typeNumber } from './support/actions.ts';
import {
  changesOf,
  driversOf,
  driversOn,
  openDialog,
  pathOf,
  pilotDriver,
  sentActions,
} from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, rowOf, test } from './support/test.ts';
import { acceptedOrConfirmed, results, texts } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

test('[N15 G13 AX-6] more than a hundred drivers go in several requests, each driver once, in order when the first has to wait', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(429);
  await signIn(page, tenant, 'driver.admin', `${pathOf(biggestProfileName)}?tab=all`);
  await page.getByRole('search').getByRole('button', { name: 'Status' }).click();
  await page.getByRole('checkbox', { name: /^Needs review/ }).check();
  await page.keyboard.press('Escape');
  await driversOn(page).getByRole('checkbox', { name: 'Select all 112 matching drivers' }).check();
  const dialog = await openDialog(page, 'Approve');
  await expect(dialog).toContainText('Once installed, firmware usually can’t be rolled back');
  await typeNumber(dialog);
  await tenant.fault({
    kind: 'throttled',
    retryAfter: '6',
    times: 1,
    match: executeAction,
  });
  await dialog.getByRole('button', { name: 'Approve 112 drivers' }).click();

  const outcomes = resultsOn(page);
  await expect(outcomes).toContainText(texts.waiting);
  await expect(outcomes.getByRole('button', { name: `${results.confirmed} 112` })).toBeVisible();
  const waiting = driversOf(biggestProfileName).filter(({ status }) => status === 'needsReview');
  const sent = await sentActions(tenant);
  // The first again, then the second, which had waited behind it.
  expect(sent.map(({ driverIds }) => driverIds.length)).toEqual([100, 100, 12]);
  expect(sent[1]).toEqual(sent[0]);
  const taken = sent.slice(1).flatMap(({ driverIds }) => driverIds);
  expect([...taken].sort()).toEqual(waiting.map(({ id }) => id).sort());
  expect(await changesOf(tenant)).toHaveLength(112);
});

test('[B16 SR-27] clicking the last button many times, or holding Enter down on it, sends once', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await rowOf(driversOn(page), pen).getByRole('checkbox').check();
  const dialog = await openDialog(page, 'Approve');
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).evaluate((button: HTMLElement) => {
    for (let clicks = 0; clicks < 20; clicks += 1) button.click();
  });
  await expect(rowOf(resultsOn(page), pen)).toContainText(results.confirmed);
  expect(await sentActions(tenant)).toHaveLength(1);
  await expect(resultsOn(page).getByRole('combobox', { name: 'Run' })).toHaveCount(0);

  // A key that is held down repeats.
  await rowOf(driversOn(page), display).getByRole('checkbox').check();
  await (await openDialog(page, 'Decline')).getByRole('button', { name: 'Decline 1 driver' }).focus();
  for (let repeats = 0; repeats < 20; repeats += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(rowOf(resultsOn(page), display)).toContainText(results.confirmed);
  expect(await sentActions(tenant)).toHaveLength(2);
});

test('[G10 G27 U9 U10] what another admin decided in the meantime is left alone', async ({
  page,
  browser,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await rowOf(driversOn(page), pen).getByRole('checkbox').check();
  await rowOf(driversOn(page), display).getByRole('checkbox').check();

  const colleague = await browser.newPage();
  await signIn(colleague, tenant, 'global.admin', pathOf(pilotRingName));
  const theirs = await decide(colleague, driversOn(colleague), 'Decline', [pen]);
  await expect(rowOf(theirs, pen)).toContainText(acceptedOrConfirmed);
  await colleague.close();

  await (await openDialog(page, 'Approve')).getByRole('button', { name: 'Approve 2 drivers' }).click();
  const outcomes = resultsOn(page);
  await expect(rowOf(outcomes, pen)).toContainText(results.changedByOther);
  await expect(rowOf(outcomes, display)).toContainText(results.confirmed);
  await expect(rowOf(driversOn(page), pen)).toContainText('Declined');
  expect(await changesOf(tenant)).toEqual(
    [
      `approve ${pilotDriver(display, 'needsReview').id}`,
      `decline ${pilotDriver(pen, 'needsReview').id}`,
    ].sort(),
  );
});
