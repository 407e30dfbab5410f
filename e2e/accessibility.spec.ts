import type { Page } from '@playwright/test';
import { vanishingDriverName, withdrawnDriverName } from '../simulator/seeds/contoso-profiles.ts';
import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import {
  decide,
  executeAction,
  hub,
  openTasks,
  pen,
  resultsOn,
  runActions,
  select,
  toggleResults,
  typeNumber,
} from './support/actions.ts';
import { openPilot } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, openProfile, problemOn, rowOf, settledBox, test } from './support/test.ts';
import type { Watch } from './support/watch.ts';
import { itemStates, results, texts } from './support/words.ts';

const isolation = 'Isolate device FIN-LT-0231';

// They scan what they show themselves, before they end.
test.use({ scan: false });

/** Looks at what is shown, in both themes: colours alone differ. The theme follows the system. */
async function scan(page: Page, watch: Watch): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('#root > *').first()).toHaveCSS('color-scheme', colorScheme);
    if (colorScheme === 'light') await watch.expectAccessible();
    else await watch.expectAccessible(['color-contrast']);
  }
}

test.describe('in light and dark', () => {
  test.slow();

  test('[AX-1 AX-26] the sign-in page, the profiles while they are read, read and refused', async ({
    page,
    tenant,
    watch,
  }) => {
    watch.declareStatus(403);
    await page.goto(tenant.appUrl);
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await scan(page, watch);

    const path = 'windowsDriverUpdateProfiles';
    // Longer than both scans take: what changes under a scan is measured half-way.
    await tenant.fault({ kind: 'latency', ms: 10_000, times: 1, match: { path } });
    await signIn(page, tenant, 'driver.admin');
    const profiles = page.getByRole('grid', { name: 'Driver profiles' });
    await expect(profiles).toHaveAttribute('aria-busy', 'true');
    await scan(page, watch);
    await expect(profiles.getByRole('link', { name: pilotRingName })).toBeVisible();
    await scan(page, watch);

    await tenant.fault({ kind: 'forbidden', match: { path } });
    await page.reload();
    await expect(problemOn(page, texts.accessDenied)).toBeVisible();
    await scan(page, watch);
  });

  test('[AX-1 AX-2 AX-15 AX-19 AX-26 AX-35] the drivers: read, selected, details, dialog, and outcomes of every kind', async ({
    page,
    tenant,
    watch,
  }) => {
    watch.declareStatus(504);
    const drivers = await openPilot(page, tenant);
    await scan(page, watch);
    await select(drivers, [withdrawnDriverName, vanishingDriverName, hub]);
    await rowOf(drivers, pen).getByRole('button').click();
    await expect(page.getByRole('complementary', { name: pen })).toBeVisible();
    await scan(page, watch);
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await scan(page, watch);
    await typeNumber(page.getByRole('dialog'));
    await page.getByRole('button', { name: 'Approve 3 drivers' }).click();
    const outcomes = resultsOn(page);
    await expect(rowOf(outcomes, hub)).toContainText(results.confirmed);
    await scan(page, watch);

    // While it is sent, its progress has a name.
    await tenant.fault({ kind: 'latency', ms: 6_000, times: 1, match: executeAction });
    await tenant.fault({ kind: 'serverError', status: 504, match: executeAction });
    await decide(page, drivers, 'Approve', [pen]);
    await expect(outcomes.getByRole('progressbar')).toHaveAccessibleName(/^Progress of: Approve Surface/);
    await expect(rowOf(outcomes, pen)).toContainText(itemStates.checking);
    await scan(page, watch);
  });

  test('[AX-1 AX-15 AX-19 AX-26] the incident tasks: read, details, dialog, outcomes, hand-over', async ({
    page,
    tenant,
    watch,
  }) => {
    await signIn(page, tenant, 'soc.operator');
    const tasks = await openTasks(page);
    await expect(rowOf(tasks, isolation)).toBeVisible();
    await scan(page, watch);
    await rowOf(tasks, isolation).getByRole('button').click();
    const details = page.getByRole('complementary', { name: isolation });
    await expect(details).toContainText('Multi-stage incident');
    await scan(page, watch);
    await details.getByRole('button', { name: 'Run this action' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await scan(page, watch);
    await page.getByRole('dialog').getByRole('button', { name: 'Isolate device' }).click();
    await expect(rowOf(resultsOn(page), isolation)).toContainText(results.started);
    await scan(page, watch);
    await page.goto(`${tenant.appUrl}/hand-over`);
    await expect(page.getByRole('textbox', { name: /^Next step / }).first()).toBeVisible();
    await scan(page, watch);
  });

  test('[AX-1 AX-22] the settings, the account menu, an address that is none, and more contrast', async ({
    page,
    tenant,
    watch,
  }) => {
    await signIn(page, tenant, 'driver.admin', '/settings');
    await expect(page.getByRole('group', { name: 'Theme' })).toBeVisible();
    await scan(page, watch);
    await page.getByRole('button', { name: 'Account: Dana Driver' }).click();
    await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
    await scan(page, watch);
    await page.goto(`${tenant.appUrl}/nowhere`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.pageNotFound);
    await scan(page, watch);

    // Who asks for more contrast gets lines and secondary texts as strong as the text itself.
    const strengths = () =>
      page.getByRole('main').evaluate((main) => {
        const style = getComputedStyle(main);
        const names = ['Foreground1', 'Foreground3', 'Stroke1', 'Stroke2'];
        return new Set(names.map((name) => style.getPropertyValue(`--colorNeutral${name}`).trim())).size;
      });
    expect(await strengths()).toBeGreaterThan(1);
    await page.emulateMedia({ contrast: 'more' });
    expect(await strengths()).toBe(1);
    await scan(page, watch);
  });
});

test.describe('with forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('[AX-14 AX-20] focus, selection and results show by more than color', async ({
    page,
    tenant,
    watch,
  }) => {
    await signIn(page, tenant, 'driver.admin');
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    const drivers = await openProfile(page, pilotRingName);
    const checkbox = rowOf(drivers, pen).getByRole('checkbox');
    await checkbox.focus();
    await page.keyboard.press('Space');
    await expect(checkbox).toBeChecked();
    await expect(rowOf(drivers, pen)).toHaveAttribute('aria-selected', 'true');
    await expect(checkbox).not.toHaveCSS('outline-style', 'none');
    const outcomes = await decide(page, drivers, 'Approve', [pen]);
    await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
    await watch.expectAccessible();
  });
});

/** The page as a whole never scrolls sideways: lists do so inside themselves. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `px of sideways scroll on ${page.url()}`).toBe(0);
}

test.describe('on a screen of 320 by 640', () => {
  test.use({ viewport: { width: 320, height: 640 }, scan: true });

  test('[AX-17] the core task can be done, and nothing but lists scrolls sideways', async ({
    page,
    tenant,
    watch,
  }) => {
    await page.goto(tenant.appUrl);
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await expectNoSidewaysScroll(page);
    const drivers = await openPilot(page, tenant);
    await expectNoSidewaysScroll(page);
    await watch.expectAccessible();
    await select(drivers, [pen]);
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: 'Approve 1 driver' }).click();
    await expect(resultsOn(page)).toContainText(`1 ${results.confirmed.toLowerCase()}`);
    await expectNoSidewaysScroll(page);
    await toggleResults(page);
    await expect(rowOf(resultsOn(page), pen)).toContainText(results.confirmed);
    await expectNoSidewaysScroll(page);
  });

  test('[AX-17] the incident tasks and their details fit', async ({ page, tenant }) => {
    await signIn(page, tenant, 'soc.operator');
    const tasks = await openTasks(page);
    await expect(rowOf(tasks, isolation)).toBeVisible();
    await expectNoSidewaysScroll(page);
    const outcomes = await runActions(page, tasks, [isolation], 'Isolate device');
    await toggleResults(page);
    await expect(rowOf(outcomes, isolation)).toContainText(results.started);
    await expectNoSidewaysScroll(page);
    await toggleResults(page);
    await rowOf(tasks, isolation).getByRole('button').click();
    await expect(page.getByRole('complementary', { name: isolation })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.goto(`${tenant.appUrl}/hand-over`);
    await expect(page.getByRole('textbox', { name: /^Next step / }).first()).toBeVisible();
    await expectNoSidewaysScroll(page);
  });
});

test('[AX-23] from right to left: the page turns round, and the arrow keys follow what is seen', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin', '/settings');
  await page.getByRole('radio', { name: 'Right to left' }).check();
  await page.getByRole('link', { name: 'Driver profiles' }).click();
  const drivers = await openProfile(page, pilotRingName);
  await expectNoSidewaysScroll(page);
  const row = rowOf(drivers, pen);
  const name = await settledBox(row.getByRole('rowheader'));
  const status = await settledBox(row.getByRole('gridcell', { name: 'Needs review', exact: true }));
  expect(status.x).toBeLessThan(name.x);

  await row.getByRole('rowheader').getByRole('button').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(row.getByRole('rowheader').getByRole('button')).not.toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(row.getByRole('rowheader').getByRole('button')).toBeFocused();
});
