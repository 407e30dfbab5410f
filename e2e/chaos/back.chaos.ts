import { createHash } from 'node:crypto';
import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { decide, pen, resultsOn, sendingsOf } from '../support/actions.ts';
import { driversOn, pathOf } from '../support/drivers.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, rowOf, test } from '../support/test.ts';
import { wholeBrowser } from '../support/whole-browser.ts';
import { results } from '../support/words.ts';

// Playwright starts browsers without their memory of pages that were left; this one has it.
test.use({ launchOptions: { ...wholeBrowser, ignoreDefaultArgs: ['--disable-back-forward-cache'] } });

test('[B5] back by the browser’s memory of the page: nothing is sent, and lists and runs are as they are now', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await decide(page, driversOn(page), 'Approve', [pen]);
  await expect(rowOf(resultsOn(page), pen)).toContainText(results.confirmed);
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => Reflect.set(window, 'cameBack', persisted)),
  );
  await page.goto(`${tenant.simulatorUrl}/`);
  // A page that comes back whole does not load.
  await page.goBack({ waitUntil: 'commit' });
  await expect(rowOf(driversOn(page), pen)).toContainText('Approved');
  const persisted = await page.evaluate((): unknown => Reflect.get(window, 'cameBack'));
  expect(persisted, 'the page itself came back, with its memory').toBe(true);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
});

test('a page that comes back by the browser’s memory ends its session when the account has signed out meanwhile', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await expect(driversOn(page).getByRole('checkbox').nth(1)).toBeVisible();
  const account = await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => Reflect.set(window, 'cameBack', persisted));
    return /"homeAccountId":"([^"]+)"/.exec(Object.values(sessionStorage).join())?.[1];
  });
  const hash = createHash('sha256').update(`sign-out ${account}`).digest('hex').slice(0, 32);
  // A real sign-out sends messages between tabs, for which Chromium drops a page that was put aside. Others may keep it.
  const tab = await page.context().newPage();
  await tab.goto(`${tenant.appUrl}/robots.txt`);
  await page.goto(`${tenant.simulatorUrl}/`);
  await tab.evaluate((key) => localStorage.setItem(key, 'just now'), `actiondesk.signedOut.${hash}`);

  await page.goBack({ waitUntil: 'commit' });
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  const persisted = await page.evaluate((): unknown => Reflect.get(window, 'cameBack'));
  expect(persisted, 'the page itself came back, with its memory').toBe(true);
});
