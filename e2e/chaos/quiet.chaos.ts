import { expect, type Page } from '@playwright/test';
import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { pen, resultsOn, select } from '../support/actions.ts';
import { driversOn, pathOf } from '../support/drivers.ts';
import { signIn } from '../support/sign-in.ts';

import { amountOf } from './amounts.ts';
import { areas, selectedDrivers } from './areas.ts';
import { untilAtRest } from './desk.ts';
import { judge } from './judge.ts';
import { report } from './tally.ts';
import { test } from './tenants.ts';

const times = amountOf('CHAOS_QUIET', 20);
const { action } = areas.drivers;

/** What a browser does by itself, or a person without meaning to send anything. */
const disturbances: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'offline and online again': async (page) => {
    await page.context().setOffline(true);
    await page.evaluate(() => dispatchEvent(new Event('offline')));
    await page.context().setOffline(false);
    await page.evaluate(() => dispatchEvent(new Event('online')));
  },
  'focus and visibility': async (page) => {
    const other = await page.context().newPage();
    await other.bringToFront();
    await other.close();
    await page.bringToFront();
    await page.evaluate(() => {
      dispatchEvent(new Event('focus'));
      document.dispatchEvent(new Event('visibilitychange'));
    });
  },
  '[B5] away and back': async (page) => {
    await page.goto('about:blank');
    await page.goBack();
    await expect(driversOn(page)).toBeVisible();
  },
  reload: async (page) => {
    await page.reload();
    await expect(driversOn(page)).toBeVisible();
  },
};

for (const [name, disturb] of Object.entries(disturbances)) {
  test(`${name}: nothing is sent by it`, async ({ page, tenant }, info) => {
    page.on('dialog', (dialog) => void dialog.accept());
    await page.clock.install();
    await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
    // A run that was stopped in its middle: it waits for a person, however often the page is disturbed.
    const fault = await tenant.fault({ kind: 'throttled', retryAfter: '1200', times: 1, match: action });
    await select(driversOn(page), [pen]);
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByRole('button', { name: 'Approve 1 driver' }).click();
    await expect(resultsOn(page).getByRole('button', { name: 'Resume' })).toBeVisible();
    await untilAtRest(page, tenant);
    for (let time = 0; time < times; time += 1) await disturb(page);
    await expect(resultsOn(page).getByRole('button', { name: 'Resume' })).toBeVisible();
    const runs = await untilAtRest(page, tenant);
    const { requests } = await tenant.log();
    const posts = requests.filter(({ method }) => method === 'POST').length;
    const { tally, details } = await judge(tenant, {
      line: `${name}, ${times} times`,
      runs,
      clicks: 1,
      selected: selectedDrivers(pilotRingName, [pen]),
      page,
      faults: [fault],
    });
    await report(info, { ...tally, cases: times, withoutGesture: tally.withoutGesture + posts - 1 }, details);
  });
}
