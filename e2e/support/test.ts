import { test as base, expect, type Locator, type Page } from '@playwright/test';
import type { SeedName } from '../../simulator/tenants/tenant.ts';
import { keepSignIns, keepsSignIns } from './sign-in.ts';
import { createTenant, type Tenant } from './tenant.ts';
import { type Watch, watchPage } from './watch.ts';

export interface Options {
  seed: SeedName;
  adminConsent: boolean;
  /** Whether the page is scanned at the end; off where another test ends with the same view. */
  scan: boolean;
}

interface Fixtures {
  /** A tenant that nothing was done to before. People may be signed in already: see {@link signIn}. */
  tenant: Tenant;
  /** Fails the test on a policy violation, an undeclared console error, or an axe finding at its end. */
  watch: Watch;
}

let count = 0;

/** Tenants that this worker keeps, by seed: each test starts one anew. */
const kept = new Map<SeedName, Tenant>();

export const test = base.extend<Options & Fixtures>({
  seed: ['contoso', { option: true }],
  adminConsent: [true, { option: true }],
  scan: [true, { option: true }],
  async tenant({ seed, adminConsent }, use, { workerIndex }) {
    const known = adminConsent ? kept.get(seed) : undefined;
    await known?.reset({ keepSignIns: true });
    count += 1;
    const tenant =
      known ??
      (await createTenant(`t${workerIndex}-${count}-${Date.now().toString(36)}`, seed, adminConsent));
    if (adminConsent) keepSignIns(tenant);
    await use(tenant);
    // A request that came before a Retry-After was over is a defect, whatever the test was about.
    expect((await tenant.log()).violations, 'requests before the end of a Retry-After').toEqual([]);
    if (keepsSignIns(tenant)) {
      kept.set(seed, tenant);
    } else {
      kept.delete(seed);
      await tenant.remove();
    }
  },
  watch: [
    // Asks for the tenant, so that it is there as long as the page is watched: a read that is refused is an error.
    async ({ page, scan, tenant: _tenant }, use) => {
      const watch = await watchPage(page);
      await use(watch);
      watch.expectClean();
      if (scan && page.url().startsWith('http')) await watch.expectAccessible();
    },
    { auto: true },
  ],
});

export { expect };

/** The row of a grid that has this text in one of its cells. */
export function rowOf(grid: Locator, text: string): Locator {
  return grid.getByRole('row').filter({ hasText: text });
}

/**
 * The problem with these words. Two problems may show at once, and a locator that matches both fails: so no test waits for
 * “the alert”.
 */
export function problemOn(scope: Page | Locator, text: string | RegExp): Locator {
  return scope.getByRole('alert').filter({ hasText: text }).first();
}

/** Where an element stands, in CSS px, once it has kept its place for some frames: columns fit in a frame after the rows. */
export function settledBox(target: Locator): Promise<Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>> {
  return target.evaluate(
    (element) =>
      new Promise((resolve) => {
        let kept = 0;
        let before = '';
        const look = () => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const now = [x, y, width, height].join(' ');
          kept = now === before ? kept + 1 : 0;
          before = now;
          if (kept < 5) requestAnimationFrame(look);
          else resolve({ x, y, width, height });
        };
        look();
      }),
  );
}

/** Opens a profile from the list. */
export async function openProfile(page: Page, name: string): Promise<Locator> {
  await page.getByRole('grid', { name: 'Driver profiles' }).getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Drivers' });
  await expect(grid.getByRole('checkbox').nth(1)).toBeVisible();
  return grid;
}
