import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import {
  decide,
  executeAction,
  hub,
  openTasks,
  pen,
  runActions,
  select,
  sendingsOf,
  stepUp,
  typeNumber,
} from '../support/actions.ts';
import { driversOn, openTab } from '../support/drivers.ts';
import { signInByHand } from '../support/sign-in.ts';
import { expect, openProfile, rowOf, test } from '../support/test.ts';
import { buttons, decisions, itemStates, results, texts } from '../support/words.ts';

test('[A7 G31] a claims challenge on the third of four actions: two are done, two are sent on request after the proof', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(400, 401);
  await signInByHand(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  await tenant.fault({ kind: 'claimsChallenge', skip: 2, match: { method: 'POST' } });
  const devices = ['FIN-LT-0231', 'FIN-LT-0244', 'FIN-WS-0107', 'SRV-FILE-02'];
  const outcomes = await runActions(
    page,
    tasks,
    devices.map((device) => `Isolate device ${device}`),
    'Run 4 actions',
  );
  await expect(outcomes.getByRole('button', { name: `${results.started} 2`, exact: true })).toBeVisible();
  await expect(rowOf(outcomes, texts.deferred)).toHaveCount(1);
  await expect(rowOf(outcomes, itemStates.notSent)).toHaveCount(2);
  await stepUp(page, outcomes);

  await expect(outcomes.getByRole('button', { name: 'Resume' })).toBeVisible();
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 3, effects: 2 });
  await outcomes.getByRole('button', { name: 'Resume' }).click();
  // So many isolations took more than a click, and what is left of them does too.
  await typeNumber(page.getByRole('dialog'));
  await page.getByRole('button', { name: decisions.runRemaining(2) }).click();
  await expect(outcomes.getByRole('button', { name: `${results.started} 2`, exact: true })).toBeVisible();
  await expect.poll(async () => (await sendingsOf(tenant)).effects).toBe(4);
  expect(await sendingsOf(tenant), 'none is lost, none doubled').toMatchObject({ byTheApp: 5, effects: 4 });
});

test('[A3] an access token revoked early is renewed in silence, and the action sent once more', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(401);
  await signInByHand(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'revoked', match: executeAction });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);

  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  await expect(outcomes.getByRole('alert')).toBeHidden();
  const { arrived, effects } = await sendingsOf(tenant);
  expect(arrived.map(({ status }) => status)).toEqual([401, 200]);
  expect(effects).toBe(1);
});

test('a claims challenge on a read: one step on the sign-in page, and back where one was', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(400, 401);
  await signInByHand(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await select(drivers, [pen, hub]);
  await openTab(page, /^All/);
  await expect(page).toHaveURL(/tab=all/);
  const address = page.url();
  await tenant.fault({ kind: 'claimsChallenge', pop: true, match: { path: 'driverInventories' } });
  await page.getByRole('button', { name: buttons.refresh }).click();
  await stepUp(page, page);

  await expect(page.getByText('2 selected')).toBeVisible();
  await expect(page).toHaveURL(address);
  await openTab(page, /^Needs review/);
  await expect(rowOf(driversOn(page), pen).getByRole('checkbox')).toBeChecked();
  await expect(page.getByRole('alert')).toBeHidden();
});
