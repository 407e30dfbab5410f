import type { Page } from '@playwright/test';
import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import {
  decide,
  executeAction,
  hub,
  openTasks,
  pen,
  resultsOn,
  select,
  sendingsOf,
} from '../support/actions.ts';
import { driversOn, openPilot, pathOf } from '../support/drivers.ts';
import { openTab as openTabByHand } from '../support/history.ts';
import { signIn, signInByHand } from '../support/sign-in.ts';
import { clickAtOnce, openTabAs } from '../support/tabs.ts';
import { expect, rowOf, test } from '../support/test.ts';
import { itemStates, results, texts } from '../support/words.ts';

test('[B8] two tabs start the same action at once: it is started once', async ({ page, tenant }) => {
  const isolation = 'Isolate device FIN-LT-0231';
  await signIn(page, tenant, 'soc.operator');
  const tab = await openTabAs(page, tenant, 'soc.operator', '/incident-tasks');
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
  const tab = await openTabAs(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await tenant.fault({ kind: 'stall', ms: 30_000, phase: 'after', match: executeAction });
  await select(driversOn(tab), [pen, hub]);
  await tab.getByRole('button', { name: 'Approve', exact: true }).click();
  await tab.getByRole('button', { name: 'Approve 2 drivers' }).click();
  await expect(rowOf(resultsOn(page), pen)).toContainText(itemStates.sending);
  await tab.close();

  await expect(rowOf(resultsOn(page), pen)).toContainText(results.confirmed);
  await expect(rowOf(resultsOn(page), hub)).toContainText(results.confirmed);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 2 });
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

test('[A9 A14 SR-19] signing out in one tab stops the run of another, which keeps what it had not sent', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(429);
  const drivers = await openPilot(page, tenant, 'driver.admin', signInByHand);
  const tab = await openTabByHand(page.context(), `${tenant.appUrl}${pathOf(pilotRingName)}`);
  await tenant.fault({ kind: 'throttled', retryAfter: '30', times: 1, match: executeAction });
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
