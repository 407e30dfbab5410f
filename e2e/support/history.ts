import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { vanishingDriverName, withdrawnDriverName } from '../../simulator/seeds/contoso-profiles.ts';
import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { decide, pen } from './actions.ts';
import { driversOn, pathOf } from './drivers.ts';
import { signIn } from './sign-in.ts';
import type { LoggedRequest, Tenant } from './tenant.ts';
import { results } from './words.ts';

/** The title of the run that `approveThree` starts. */
export const threeTitle = `Approve 3 drivers in ${pilotRingName}`;

/** The list of the page "History". */
export function runsOn(page: Page): Locator {
  return page.getByRole('grid', { name: 'Runs' });
}

export async function openHistory(page: Page): Promise<Locator> {
  const areas = page.getByRole('navigation', { name: 'Areas' });
  await page.getByRole('banner').waitFor();
  // On a narrow screen they are a menu.
  if (!(await areas.isVisible())) await page.getByRole('button', { name: 'Navigation', exact: true }).click();
  await areas.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeFocused();
  return runsOn(page);
}

/** Signs in and approves three drivers: one is confirmed, one fails, one is not found. */
export async function approveThree(page: Page, tenant: Tenant, enter = signIn): Promise<void> {
  await enter(page, tenant, 'driver.admin', pathOf(pilotRingName));
  const names = [pen, withdrawnDriverName, vanishingDriverName];
  const outcomes = await decide(page, driversOn(page), 'Approve', names);
  // In its row, or in the one line of a small window.
  await expect(outcomes).toContainText(new RegExp(`1 ${results.confirmed}|${results.confirmed} 1`, 'i'));
}

/** Another tab of a person who is signed in: the sign-in page asks nothing. */
export async function openTab(context: BrowserContext, url: string): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(url);
  await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(tab.getByRole('navigation', { name: 'Areas' })).toBeVisible();
  return tab;
}

/** The actions that arrived at the tenant's Graph, in order. */
export async function postsOf(tenant: Tenant): Promise<readonly LoggedRequest[]> {
  return (await tenant.log()).requests.filter(({ method }) => method === 'POST');
}

/** Everything that this browser keeps of the app, but for what MSAL keeps in its own place. */
export function readKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const entries = [localStorage, sessionStorage].flatMap((storage) =>
      Object.entries(storage).filter(([key]) => !key.startsWith('msal.')),
    );
    const stores: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const reading = database.transaction(store).objectStore(store).getAll();
        stores.push(
          await new Promise((resolve) => {
            reading.onsuccess = () => resolve({ name, store, values: reading.result });
          }),
        );
      }
      database.close();
    }
    return JSON.stringify({ entries, stores });
  });
}
