import type { Page } from '@playwright/test';
import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { decide, hub, openTasks, pen, runActions, sendingsOf } from './support/actions.ts';
import { signIn } from './support/sign-in.ts';
import { taskId } from './support/tasks.ts';
import { expect, openProfile, rowOf, test } from './support/test.ts';
import { buttons, decisions, driverStatuses, itemStates, results, texts } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const action = { method: 'POST', path: 'executeAction' };

/** A dialog of the browser that asks whether to leave is answered with yes. */
function leaveAnyway(page: Page): void {
  page.on('dialog', (dialog) => void dialog.accept());
}

test('[B4] reloaded before the answer: nothing is resent, and the result is checked', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareLostConnections();
  leaveAnyway(page);
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'stall', ms: 30_000, phase: 'after', match: action });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);
  await expect(rowOf(outcomes, pen)).toContainText(itemStates.sending);
  await page.reload();

  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
});

test('[B4 U6] reloaded during a run: the rest waits for a click, is checked, and sent once', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareLostConnections();
  leaveAnyway(page);
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  await tenant.fault({ kind: 'stall', ms: 30_000, phase: 'after', times: 1, match: { method: 'POST' } });
  const devices = ['FIN-LT-0231', 'FIN-LT-0244', 'FIN-WS-0107'].map((device) => `Isolate device ${device}`);
  const outcomes = await runActions(page, tasks, devices, 'Run 3 actions');
  await expect(rowOf(outcomes, itemStates.sending)).toBeVisible();
  await page.reload();

  await expect(outcomes.getByRole('alert')).toContainText(texts.pageClosed);
  await expect(rowOf(outcomes, itemStates.notSent)).toHaveCount(2);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1 });
  await outcomes.getByRole('button', { name: 'Resume' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('list', { name: 'What is sent' }).getByRole('listitem')).toHaveCount(2);
  await watch.expectAccessible();
  await dialog.getByRole('button', { name: decisions.runRemaining(2) }).click();
  await expect(rowOf(outcomes, results.started)).toHaveCount(2);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 3, effects: 3 });
});

test('an interrupted run can be canceled: nothing was done, nothing failed, and nothing is offered as a retry', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(429);
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'throttled', retryAfter: '1200', times: 1, match: action });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);
  await expect(outcomes.getByRole('button', { name: 'Resume' })).toBeVisible();
  await tenant.clearFaults();
  await outcomes.getByRole('button', { name: buttons.cancelRemaining }).click();
  await expect(outcomes.getByRole('button', { name: 'Resume' })).toBeHidden();
  await expect(rowOf(outcomes, pen)).toContainText(itemStates.canceled);
  await expect(outcomes.getByRole('button', { name: /^Retry/ })).toHaveCount(0);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 0 });
});

test('[U14] what a run approved can be paused by a new run, which says what it is not', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  const outcomes = await decide(page, drivers, 'Approve', [pen, hub]);
  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  await outcomes.getByRole('button', { name: buttons.pauseThese }).click();

  const dialog = page.getByRole('dialog', { name: `${buttons.pause} 2 drivers?` });
  await expect(dialog).toContainText('Installed drivers stay, and no driver returns');
  await dialog.getByRole('button', { name: `${buttons.pause} 2 drivers` }).click();
  await expect(rowOf(drivers, pen)).toContainText(driverStatuses.suspended);
  await expect(outcomes.getByRole('combobox', { name: 'Run' }).getByRole('option')).toHaveCount(2);
});

test('[U14] an isolation names the task that takes it back', async ({ page, tenant }) => {
  const release = 'Release from isolation: FIN-LT-0231';
  await tenant.override({
    type: 'incidentTask',
    id: taskId('Release from isolation: HR-LT-0088'),
    patch: { displayName: release, responseAction: { identifierValue: 'FIN-LT-0231' } },
  });
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  const outcomes = await runActions(page, tasks, ['Isolate device FIN-LT-0231'], 'Isolate device');
  await expect(rowOf(outcomes, 'FIN-LT-0231')).toContainText(`To undo it, run: ${release}`);
});

test('[B10 SR-39] without a place for the journal nothing is sent, and it is said why', async ({
  page,
  tenant,
}) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('The user denied permission', 'SecurityError');
    };
  });
  await signIn(page, tenant, 'driver.admin');
  await expect(page.getByRole('alert').filter({ hasText: 'The journal cannot be used' })).toBeVisible();
  const drivers = await openProfile(page, pilotRingName);
  await decide(page, drivers, 'Approve', [pen]);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toContainText('Nothing is sent without a record of it');
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 0, effects: 0 });
});

test('[B23 SR-39] a browser that can’t keep two tabs apart shows everything and sends nothing, and says why', async ({
  page,
  tenant,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks'));
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  expect(await page.evaluate(() => 'locks' in navigator)).toBe(false);
  await decide(page, drivers, 'Approve', [pen]);
  await expect(page.getByRole('alert').first()).toContainText('can’t prevent duplicate requests');
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 0, effects: 0 });
});

test('[B11] a full disk in the middle of a run stops it before the next sending', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await page.evaluate(() => {
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = function full(this: IDBObjectStore, ...record: [unknown]) {
      if (JSON.stringify(record).includes('"kind":"sending"')) {
        throw new DOMException('The disk is full', 'QuotaExceededError');
      }
      return add.apply(this, record);
    };
  });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);
  await expect(outcomes.getByRole('alert')).toContainText('the disk is full');
  await expect(rowOf(outcomes, pen)).toContainText(itemStates.notSent);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 0, effects: 0 });
});

test('[B12] site data cleared during a run: the run continues, and its record starts over', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'latency', ms: 4_000, match: action });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);
  await expect(rowOf(outcomes, pen)).toContainText(itemStates.sending);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: tenant.appUrl, storageTypes: 'indexeddb' });

  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  await page.getByRole('link', { name: 'History', exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Runs' })).toContainText('Approve 1 driver');
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
});
