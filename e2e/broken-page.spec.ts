import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { pen } from './support/actions.ts';
import { driversOn, pathOf } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, problemOn, rowOf, test } from './support/test.ts';
import { buttons, texts } from './support/words.ts';

// Where a test shows a view of its own, the test has this view scanned; what they end with is scanned by others.
test.use({ scan: false });

const pilot = pathOf(pilotRingName);

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
  const banner = problemOn(page, texts.errorHere);
  await expect(banner).toContainText(/Error ID: [a-z0-9]+\./);
  await banner.locator('summary').click();
  await expect(banner).toContainText('TypeError: planted: Bearer (a token) was refused');
  await expect(banner).not.toContainText(/eyJ|\.js|<anonymous>/);
  await banner.getByRole('button', { name: /^Dismiss/ }).click();
  await expect(banner).toHaveCount(0);

  await page.evaluate(() => {
    void Promise.reject(new Error('planted as a promise'));
  });
  await expect(banner).toBeVisible();
  await expect(page.getByRole('group', { name: 'Theme' })).toBeVisible();
  await watch.expectAccessible();
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
  // Nobody watches until the parts are here that load after the first rows.
  await expect(async () => {
    await page.clock.fastForward('31:00');
    await expect(notice).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await watch.expectAccessible();
  const reads = async () =>
    (await tenant.log()).requests.filter(({ path }) => path.endsWith('driverInventories')).length;
  const before = await reads();
  await notice.getByRole('button', { name: buttons.stillHere }).click();
  await expect(notice).toHaveCount(0);
  await expect.poll(reads).toBeGreaterThan(before);

  await page.clock.fastForward('29:00');
  await page.keyboard.press('Shift');
  await page.clock.fastForward('29:00');
  await expect(notice).toHaveCount(0);
  await page.clock.fastForward('02:00');
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: buttons.stillHere }).click();
  await expect(rowOf(driversOn(page), pen)).toBeVisible();
});
