import type { Locator, Page } from '@playwright/test';
import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { decide, openTasks, pen, resultsOn } from './support/actions.ts';
import { driversOn, pathOf } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, openProfile, rowOf, settledBox, test } from './support/test.ts';
import { acceptedOrConfirmed, results, texts } from './support/words.ts';

const pilot = pathOf(pilotRingName);

// The views that these tests end with are scanned by others.
test.use({ scan: false });

/** What has the focus, and what covers all of it; undefined while a part of it is in sight. */
function coverOfFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLElement) || activeElement === document.body)
      return 'the focus is nowhere';
    const { x, y, width, height } = activeElement.getBoundingClientRect();
    const name = `${activeElement.tagName} ${activeElement.ariaLabel ?? activeElement.textContent.slice(0, 40)}`;
    const shares = [0.1, 0.5, 0.9];
    const hits = shares.flatMap((down) =>
      shares.map((across) => document.elementFromPoint(x + across * width, y + down * height)),
    );
    const seen = hits.filter((hit) => hit !== null && (activeElement.contains(hit) || hit === activeElement));
    return seen.length > 0 ? undefined : `${name} is behind ${hits[4]?.tagName} ${hits[4]?.className}`;
  });
}

for (const viewport of [
  { width: 1_400, height: 860 },
  { width: 350, height: 430 },
]) {
  test(`[AX-13] what has the focus is in sight, at ${viewport.width} by ${viewport.height}`, async ({
    page,
    tenant,
    watch,
  }) => {
    // The focus passes the link of an area that this person may not read, which is read ahead.
    watch.declareStatus(403);
    await page.setViewportSize(viewport);
    await signIn(page, tenant, 'driver.admin', pilot);
    const drivers = driversOn(page);
    await decide(page, drivers, 'Approve', [pen]);
    // The panel of outcomes has its final height once everything is known.
    await expect(resultsOn(page)).toContainText(new RegExp(results.confirmed, 'i'));
    const covered: string[] = [];
    const press = async (key: string, times: number) => {
      for (let count = 0; count < times; count += 1) {
        await page.keyboard.press(key);
        const cover = await coverOfFocus(page);
        if (cover !== undefined) covered.push(`${key}: ${cover}`);
      }
    };
    await drivers.getByRole('columnheader').nth(1).getByRole('button').focus();
    await press('ArrowDown', 14);
    await press('ArrowRight', 9);
    await press('PageDown', 1);
    await press('ArrowUp', 4);
    await press('ArrowLeft', 4);
    await press('Control+Home', 1);
    await press('Control+End', 1);
    await press('Shift+Tab', 10);
    if (viewport.width < 640) {
      // The results are a page of their own there.
      await resultsOn(page).getByRole('button', { name: 'Results', exact: true }).press('Enter');
      await press('Tab', 5);
    }
    expect(covered).toEqual([]);
  });
}

test('[AX-16] a column is made wider and narrower by keyboard alone, and says how wide it is', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin', pilot);
  const drivers = driversOn(page);
  const header = drivers.getByRole('columnheader', { name: 'Name' });
  await expect(rowOf(drivers, pen)).toBeVisible();
  const widthOf = async (cell: Locator) => (await settledBox(cell)).width;
  const before = await widthOf(header);
  await header.getByRole('button').focus();
  await expect(header.getByRole('button')).toHaveAttribute('aria-keyshortcuts', /Alt\+Shift\+ArrowRight/);
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect.poll(() => widthOf(header)).toBe(before + 32);
  await expect(page.getByText(`Name: ${before + 32} pixels wide`)).toBeAttached();
  expect(await widthOf(drivers.getByRole('rowheader').first())).toBe(before + 32);
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect.poll(() => widthOf(header)).toBe(before + 16);
  await expect(header.getByRole('button')).toBeFocused();
});

/** The texts that end before they should: cut off by their own box, in sight, and not in a list that scrolls. */
function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a, label, legend, h1, h2, h3, p, dt, dd, summary, [role=tab]')]
      .filter((element) => element instanceof HTMLElement && element.offsetParent !== null)
      .filter((element) => !element.closest('[role=grid]'))
      .filter(
        ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
          clientWidth > 1 && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1),
      )
      .filter((element) => getComputedStyle(element).overflow !== 'visible')
      .map((element) => `${element.tagName} ${element.textContent.slice(0, 60)}`),
  );
}

test('[AX-18] texts set wider, and twice as large, are all there', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin', pilot);
  const drivers = driversOn(page);
  await rowOf(drivers, pen).getByRole('button').click();
  await expect(page.getByRole('complementary', { name: pen })).toBeVisible();
  // The spacing of WCAG 1.4.12, as a reader's own style sheet sets it.
  const space = () =>
    page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
      );
      document.adoptedStyleSheets.push(sheet);
    });
  await space();
  expect(await cutTexts(page)).toEqual([]);
  await page.getByRole('button', { name: /^Close details/ }).click();
  const outcomes = await decide(page, drivers, 'Approve', [pen]);
  await expect(rowOf(outcomes, pen)).toContainText(acceptedOrConfirmed);
  expect(await cutTexts(page)).toEqual([]);

  // A browser that zooms to 200 % has half of the pixels.
  await page.setViewportSize({ width: 700, height: 430 });
  expect(await cutTexts(page)).toEqual([]);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

/** The longest animation or transition that runs now, in ms. */
function longestMotion(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(0, ...document.getAnimations().map(({ effect }) => Number(effect?.getTiming().duration ?? 0))),
  );
}

test('[AX-21] with reduced motion nothing moves; progress is in words', async ({ page, tenant }) => {
  await tenant.fault({ kind: 'latency', ms: 10_000, match: { path: 'driverInventories' } });
  await signIn(page, tenant, 'driver.admin', pilot);
  await expect(driversOn(page)).toHaveAttribute('aria-busy', 'true');
  await expect(page.getByText(texts.loading)).toBeVisible();
  expect(await longestMotion(page)).toBeLessThanOrEqual(1);
  // Where motion is welcome there is some: the measure above would see it.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await longestMotion(page)).toBeGreaterThan(100);
});

test('[AX-24] each page has its title, and its heading has the focus after a change of page', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'global.admin', '/profiles');
  await expect(page).toHaveTitle('Driver profiles - Actiondesk');
  const expectPage = async (heading: string) => {
    await expect(page).toHaveTitle(`${heading} - Actiondesk`);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused();
  };
  await openProfile(page, pilotRingName);
  await expectPage(pilotRingName);
  await page.getByRole('link', { name: 'Incident tasks' }).click();
  await expectPage('Incident tasks');
  await openTasks(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expectPage('Settings');
  await page.goBack();
  await expectPage('Incident tasks');
  await page.goto(`${tenant.appUrl}/nowhere`);
  await expect(page).toHaveTitle(`${texts.pageNotFound} - Actiondesk`);
});
