import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { decide, display, pen, resultsOn, searchFor } from './support/actions.ts';
import { driversOn, openTab, pathOf, pilotDriver, sentActions } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, rowOf, test } from './support/test.ts';
import { buttons, results, texts } from './support/words.ts';

// Where a test shows a view of its own, the test has this view scanned; what they end with is scanned by others.
test.use({ scan: false });

const pilot = pathOf(pilotRingName);

test('[B19] a page that falls over leaves its run going and in sight', async ({ page, tenant, watch }) => {
  watch.declareErrors(/this browser cannot format days/);
  await signIn(page, tenant, 'driver.admin', pilot);
  const match = { method: 'POST', path: 'executeAction' };
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

test('[SR-33] an uncaught error shows an ID, and neither its stack nor a token', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareErrors(/planted/);
  await signIn(page, tenant, 'driver.admin', '/settings');
  await page.evaluate(() => {
    setTimeout(() => {
      throw new TypeError('planted: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln was refused');
    });
  });
  const banner = page.getByRole('alert');
  await expect(banner).toContainText(texts.errorHere);
  await expect(banner).toContainText(/Error ID: [a-z0-9]+\./);
  await banner.locator('summary').click();
  await expect(banner).toContainText('TypeError: planted: Bearer (a token) was refused');
  await expect(banner).not.toContainText(/eyJ|\.js|<anonymous>/);
  await banner.getByRole('button', { name: /^Dismiss/ }).click();
  await expect(banner).toHaveCount(0);

  await page.evaluate(() => {
    void Promise.reject(new Error('planted as a promise'));
  });
  await expect(banner).toContainText(texts.errorHere);
  await expect(page.getByRole('group', { name: 'Theme' })).toBeVisible();
  await watch.expectAccessible();
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

test('[SR-20 AX-30] after 30 idle minutes, the page asks before it shows fresh lists', async ({
  page,
  tenant,
  watch,
}) => {
  await page.clock.install();
  await signIn(page, tenant, 'driver.admin', pilot);
  await expect(rowOf(driversOn(page), pen)).toBeVisible();
  const notice = page.getByRole('dialog', { name: 'Are you still there?' });
  await page.clock.fastForward('29:00');
  await page.keyboard.press('Shift');
  await page.clock.fastForward('29:00');
  await expect(notice).toHaveCount(0);

  await page.clock.fastForward('02:00');
  await expect(notice).toBeVisible();
  await watch.expectAccessible();
  const reads = async () =>
    (await tenant.log()).requests.filter(({ path }) => path.endsWith('driverInventories')).length;
  const before = await reads();
  await notice.getByRole('button', { name: buttons.stillHere }).click();
  await expect(notice).toHaveCount(0);
  await expect.poll(reads).toBeGreaterThan(before);
  await expect(rowOf(driversOn(page), pen)).toBeVisible();
});
