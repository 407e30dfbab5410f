import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { decide, display, executeAction, pen, resultsOn, searchFor } from '../support/actions.ts';
import { driversOn, openTab, pathOf, pilotDriver, sentActions } from '../support/drivers.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, rowOf, test } from '../support/test.ts';
import { results, texts } from '../support/words.ts';

const pilot = pathOf(pilotRingName);

test('[B19] a page that falls over leaves its run going and in sight', async ({ page, tenant, watch }) => {
  watch.declareErrors(/this browser cannot format days/);
  await signIn(page, tenant, 'driver.admin', pilot);
  const match = executeAction;
  await tenant.fault({ kind: 'latency', ms: 1_500, times: 1, match });
  const outcomes = await decide(page, driversOn(page), 'Approve', [pen]);
  // What the page draws next throws; the results show no other day than today.
  await page.evaluate(() => {
    const days = Intl.DateTimeFormat.prototype;
    const whole = Object.getOwnPropertyDescriptor(days, 'format') ?? {};
    Reflect.set(window, 'mend', () => Object.defineProperty(days, 'format', whole));
    Object.defineProperty(days, 'format', {
      configurable: true,
      get(this: Intl.DateTimeFormat) {
        const format = whole.get?.call(this);
        return (instant: number) => {
          if (Math.abs(instant - Date.now()) > 86_400_000) throw new Error('this browser cannot format days');
          return format(instant);
        };
      },
    });
    document.querySelector<HTMLElement>('[role=tab][aria-selected=false]')?.click();
  });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.pageFailed);
  await expect(page.getByRole('alert').filter({ hasText: texts.errorHere }).first()).toBeVisible();
  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  expect(await sentActions(tenant)).toHaveLength(1);

  await page.evaluate(() => Reflect.get(window, 'mend')());
  await page.getByRole('button', { name: 'Try again' }).click();
  await openTab(page, /^Approved/);
  await searchFor(page, 'drivers', pilotDriver(pen, 'needsReview').version);
  await expect(rowOf(driversOn(page), pen)).toContainText('Approved');
  await expect(resultsOn(page)).toContainText(results.confirmed);
});

test('[B20] a page whose texts an extension rewrote says what it can, and a reload mends it', async ({
  page,
  tenant,
  watch,
}) => {
  // React cannot find what was taken from under it.
  watch.declareErrors(/Node|insertBefore|removeChild|not a child/);
  await signIn(page, tenant, 'driver.admin', pilot);
  const drivers = driversOn(page);
  await expect(rowOf(drivers, pen)).toBeVisible();
  // Browsers translate what does not ask them to leave it.
  await expect(page.locator('html')).toHaveAttribute('translate', 'no');
  await page.evaluate(() => {
    const walker = document.createTreeWalker(
      document.querySelector('#root') ?? document,
      NodeFilter.SHOW_TEXT,
    );
    const texts: Text[] = [];
    while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
    for (const text of texts) {
      const font = document.createElement('font');
      font.append(document.createElement('font'));
      font.firstElementChild?.append(text.data.toUpperCase());
      text.replaceWith(font);
    }
  });
  await page.getByRole('searchbox', { name: 'Search drivers' }).fill('NVIDIA');
  await expect(drivers).toHaveAttribute('aria-rowcount', '2');
  await expect(drivers).toContainText(display.toUpperCase());
  // Whatever was drawn, nothing was sent, and the frame of the page stands.
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await sentActions(tenant)).toEqual([]);
  await page.reload();
  await expect(rowOf(drivers, display)).toBeVisible();
});
