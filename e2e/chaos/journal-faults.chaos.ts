import type { Page } from '@playwright/test';
import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { decide, executeAction, pen, sendingsOf } from '../support/actions.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, openProfile, problemOn, rowOf, test } from '../support/test.ts';
import { itemStates, results } from '../support/words.ts';

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
  await tenant.fault({ kind: 'stall', ms: 30_000, phase: 'after', match: executeAction });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);
  await expect(rowOf(outcomes, pen)).toContainText(itemStates.sending);
  await page.reload();

  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
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
  await expect(problemOn(dialog, 'Nothing is sent without a record of it')).toBeVisible();
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
  await expect(problemOn(page, 'can’t prevent duplicate requests')).toBeVisible();
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
  await expect(problemOn(outcomes, 'the disk is full')).toBeVisible();
  await expect(rowOf(outcomes, pen)).toContainText(itemStates.notSent);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 0, effects: 0 });
});

test('[B12] site data cleared during a run: the run continues, and its record starts over', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'latency', ms: 4_000, match: executeAction });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);
  await expect(rowOf(outcomes, pen)).toContainText(itemStates.sending);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: tenant.appUrl, storageTypes: 'indexeddb' });

  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  await page.getByRole('link', { name: 'History', exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Runs' })).toContainText(`Approve ${pen}`);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
});
