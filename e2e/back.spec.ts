import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { decide, outcomesOn, pen, sendingsOf } from './support/actions.ts';
import { driversOn, pathOf } from './support/drivers.ts';
import { expect, rowOf, signIn, test } from './support/test.ts';
import { wholeBrowser } from './support/whole-browser.ts';
import { results } from './support/words.ts';

// Playwright starts browsers without their memory of pages that were left; this one has it.
test.use({ launchOptions: { ...wholeBrowser, ignoreDefaultArgs: ['--disable-back-forward-cache'] } });

// The view that this test ends with is scanned by others.
test.use({ scan: false });

test('back by the browser’s memory of the page: nothing is sent, and lists and runs are as they are now', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await decide(page, driversOn(page), 'Approve', [pen]);
  await expect(rowOf(outcomesOn(page), pen)).toContainText(results.confirmed);
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

test('a page that the browser had put aside ends its session when the account has signed out meanwhile', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await expect(driversOn(page).getByRole('checkbox').nth(1)).toBeVisible();
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => Reflect.set(window, 'cameBack', persisted)),
  );
  const tab = await page.context().newPage();
  await tab.goto(tenant.appUrl);
  await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(tab.getByRole('grid', { name: 'Driver profiles' })).toBeVisible();
  await page.goto(`${tenant.simulatorUrl}/`);
  await tab.getByRole('button', { name: /Dana Driver/ }).click();
  await tab.getByRole('button', { name: 'Sign out' }).click();
  await expect(tab.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();

  await page.goBack({ waitUntil: 'commit' });
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  const persisted = await page.evaluate((): unknown => Reflect.get(window, 'cameBack'));
  expect(persisted, 'the page itself came back, with its memory').toBe(true);
});
