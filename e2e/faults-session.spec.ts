import { readFile } from 'node:fs/promises';
import {
  addNote,
  decide,
  display,
  executeAction,
  hub,
  pen,
  searchFor,
  select,
  sendingsOf,
  stepUp,
} from './support/actions.ts';
import { driversOn, openPilot, openTab, pilotDriver } from './support/drivers.ts';
import { signInByHand } from './support/sign-in.ts';
import { expect, problemOn, rowOf, test } from './support/test.ts';
import { buttons, decisions, itemStates, names, results, texts } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

test('[A2 A5 A7 AX-31] a claims challenge on an action, by 403: nothing is changed, and the selection is there after the proof', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(400, 403);
  const drivers = await openPilot(page, tenant, 'driver.admin', signInByHand);
  await tenant.fault({ kind: 'claimsChallenge', status: 403, match: executeAction });
  const outcomes = await decide(page, drivers, 'Approve', [pen, hub]);
  await expect(rowOf(outcomes, pen)).toContainText(texts.deferred);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 0 });
  await stepUp(page, outcomes);

  await expect(page.getByText('2 selected')).toBeVisible();
  expect(await sendingsOf(tenant), 'nothing is sent by itself').toMatchObject({ byTheApp: 1, effects: 0 });
  await outcomes.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: decisions.approveRemaining(2) }).click();
  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  await expect(rowOf(outcomes, hub)).toContainText(results.confirmed);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 2, effects: 2 });
});

test('[A15] a sign-in that was ended altogether: sign in again, and back on the same screen', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(400, 401);
  const drivers = await openPilot(page, tenant, 'driver.admin', signInByHand);
  const done = await decide(page, drivers, 'Decline', [display]);
  await expect(rowOf(done, display)).toContainText(results.confirmed);
  const address = page.url();
  await tenant.revoke({ accessTokens: true, refreshTokens: true, sessions: true });
  await page.getByRole('button', { name: buttons.refresh }).click();

  await expect(problemOn(page, texts.sessionEnded)).toBeVisible();
  await expect(rowOf(drivers, pen), 'what was read stays').toBeVisible();
  // What was done can still be taken along.
  await page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'History' }).click();
  await expect(
    rowOf(page.getByRole('grid', { name: 'Runs' }), 'Decline NVIDIA - Display 31.0.17.3723'),
  ).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export all as CSV' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain(display);
  await page.goBack();
  await select(drivers, [pen]);
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await page.getByRole('button', { name: /^Dana Driver/ }).click();
  await expect(page).toHaveURL(address);
  await openTab(page, /^Needs review/);
  await expect(rowOf(driversOn(page), pen).getByRole('checkbox')).toBeChecked();
});

test('[N1 B18 AX-31] offline before the click: refused, nothing is sent later by itself, and nothing typed is lost', async ({
  page,
  tenant,
  context,
  watch,
}) => {
  watch.declareLostConnections();
  const drivers = await openPilot(page, tenant, 'driver.admin', signInByHand);
  await select(drivers, [pen]);
  const dialog = page.getByRole('dialog');
  const approve = page.getByRole('button', { name: 'Approve', exact: true });
  // Its code is here once it has been open.
  await approve.click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await context.setOffline(true);
  await approve.click();
  await addNote(dialog, 'CHG-7');
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).click();
  await expect(problemOn(dialog, 'You’re offline')).toBeVisible();

  await context.setOffline(false);
  // A round trip of the same page: whatever the network's return would have set off has been set off.
  await page.evaluate(() => fetch('/config.json').then((answer) => answer.text()));
  expect((await sendingsOf(tenant)).arrived).toHaveLength(0);
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).click();
  const outcomes = page.getByRole('region', { name: names.results });
  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  await expect(outcomes).toContainText('CHG-7');
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
});

test('[B3 U6] leaving the page while a request is on its way is asked about; afterwards it is not', async ({
  page,
  tenant,
}) => {
  const drivers = await openPilot(page, tenant, 'driver.admin', signInByHand);
  await tenant.fault({ kind: 'latency', ms: 4_000, match: executeAction });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);
  await expect(rowOf(outcomes, pen)).toContainText(itemStates.sending);

  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();

  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  // A question would be answered with "stay" here, and the reload would not happen.
  const { version } = pilotDriver(pen, 'needsReview');
  await page.reload();
  await openTab(page, /^Approved/);
  await searchFor(page, 'drivers', version);
  await expect(rowOf(driversOn(page), pen)).toContainText('Approved');
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
});
