import type { Locator, Page } from '@playwright/test';
import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import type { PersonaId } from '../simulator/tenants/personas.ts';
import { decide, hub, openTasks, pen, resultsOn, select, sendingsOf } from './support/actions.ts';
import { driversOn, pathOf } from './support/drivers.ts';
import { openTab as openTabByHand } from './support/history.ts';
import { signIn, signInByHand } from './support/sign-in.ts';
import type { Tenant } from './support/tenant.ts';
import { expect, openProfile, rowOf, test } from './support/test.ts';
import { buttons, itemStates, results, texts } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const action = { method: 'POST', path: 'executeAction' };

/** Another tab of the same browser, where the person is signed in too. */
async function openTab(page: Page, tenant: Tenant, persona: PersonaId, path: string): Promise<Page> {
  const tab = await page.context().newPage();
  await signIn(tab, tenant, persona, path);
  return tab;
}

test('[B8] a second tab shows the run as it happens, and sends nothing', async ({ page, tenant, watch }) => {
  watch.declareStatus(429);
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  const tab = await openTab(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await tenant.fault({ kind: 'throttled', retryAfter: '4', times: 1, match: action });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);
  await expect(outcomes).toContainText(texts.waiting);

  const seen = resultsOn(tab);
  await expect(seen).toContainText(texts.runningElsewhere);
  await expect(rowOf(seen, pen)).toContainText(itemStates.waiting);
  await expect(seen.getByRole('button', { name: buttons.cancelRemaining })).toBeHidden();
  await expect(rowOf(seen, pen)).toContainText(results.confirmed);
  await expect(seen).not.toContainText(texts.runningElsewhere);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 2, effects: 1 });
});

/**
 * Clicks in both tabs once both ask. Nothing takes effect for a while: a dialog that learned of the other tab's effect
 * would rightly have nothing left to ask.
 */
async function clickAtOnce(tenant: Tenant, buttons: readonly Locator[]): Promise<void> {
  await tenant.fault({ kind: 'latency', ms: 4_000, phase: 'before', times: 1, match: { method: 'POST' } });
  for (const button of buttons) await expect(button).toBeEnabled();
  await Promise.all(buttons.map((button) => button.click()));
}

test('[B8 SR-27] two tabs decide on the same driver at once: it is sent once', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  const tab = await openTab(page, tenant, 'driver.admin', pathOf(pilotRingName));
  for (const one of [page, tab]) {
    await select(driversOn(one), [pen]);
    await one.getByRole('button', { name: 'Approve', exact: true }).click();
  }
  await clickAtOnce(
    tenant,
    [page, tab].map((one) => one.getByRole('button', { name: 'Approve 1 driver' })),
  );

  for (const one of [page, tab]) {
    await expect(rowOf(resultsOn(one), pen)).toContainText(
      new RegExp(`${results.confirmed}|${results.skipped}`),
    );
  }
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
});

test('[B8] two tabs start the same action at once: it is started once', async ({ page, tenant }) => {
  const isolation = 'Isolate device FIN-LT-0231';
  await signIn(page, tenant, 'soc.operator');
  const tab = await openTab(page, tenant, 'soc.operator', '/incident-tasks');
  for (const one of [page, tab]) {
    await select(await openTasks(one), [isolation]);
    await one.getByRole('button', { name: 'Run action', exact: true }).click();
  }
  const startIn = (one: Page) => one.getByRole('dialog').getByRole('button', { name: 'Isolate device' });
  await clickAtOnce(tenant, [page, tab].map(startIn));
  for (const one of [page, tab]) {
    await expect(rowOf(resultsOn(one), isolation)).toContainText(
      new RegExp(`${results.started}|${results.alreadyRunning}|${results.skipped}`),
    );
  }
  // Both runs have one title; the chooser tells them apart.
  for (const one of [page, tab]) {
    const options = resultsOn(one).getByRole('combobox', { name: 'Run' }).getByRole('option');
    await expect(options).toHaveCount(2);
    expect(new Set(await options.allTextContents()).size).toBe(2);
  }
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
});

test('[B1 B9] the tab of a run is closed before its answer: the other one checks the result', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareLostConnections();
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  const tab = await openTab(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await tenant.fault({ kind: 'stall', ms: 30_000, phase: 'after', match: action });
  await select(driversOn(tab), [pen, hub]);
  await tab.getByRole('button', { name: 'Approve', exact: true }).click();
  await tab.getByRole('button', { name: 'Approve 2 drivers' }).click();
  await expect(rowOf(resultsOn(page), pen)).toContainText(itemStates.sending);
  await tab.close();

  await expect(rowOf(resultsOn(page), pen)).toContainText(results.confirmed);
  await expect(rowOf(resultsOn(page), hub)).toContainText(results.confirmed);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 2 });
});

test('[A9 A14 SR-19] signing out in one tab stops the run of another, which keeps what it had not sent', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(429);
  await signInByHand(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  const tab = await openTabByHand(page.context(), `${tenant.appUrl}${pathOf(pilotRingName)}`);
  await tenant.fault({ kind: 'throttled', retryAfter: '30', times: 1, match: action });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);
  await expect(outcomes).toContainText(texts.waiting);
  await tab.getByRole('button', { name: /Dana Driver/ }).click();
  await tab.getByRole('button', { name: 'Sign out' }).click();
  const question = tab.getByRole('dialog', { name: 'Sign out during a run?' });
  await question.getByRole('button', { name: 'Sign out' }).click();

  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: /^Dana Driver/ }).click();
  await expect(outcomes.getByRole('button', { name: 'Resume' })).toBeVisible({ timeout: 20_000 });
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 0 });
});

test('[SR-19] signing out also ends the session of a tab that was on another page', async ({
  page,
  tenant,
}) => {
  await signInByHand(page, tenant, 'driver.admin');
  const tab = await openTabByHand(page.context(), `${tenant.appUrl}${pathOf(pilotRingName)}`);
  await tab.goto('about:blank');
  await page.getByRole('button', { name: /Dana Driver/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  const sent = (await tenant.log()).requests.length;

  const before = await tab.goBack();
  expect(before?.url()).toContain(pathOf(pilotRingName));
  await expect(tab.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  expect(await tab.evaluate(() => JSON.stringify(sessionStorage))).not.toMatch(/accesstoken|refreshtoken/i);
  expect((await tenant.log()).requests).toHaveLength(sent);
});
