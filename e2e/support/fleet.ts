import type { Locator, Page } from '@playwright/test';
import { ringsProfileSeeds } from '../../simulator/seeds/rings.ts';
import { expect } from './test.ts';

/** The tenant `rings`, as its seed has it. */

/** The rings of its story, in their order. */
export const rings = ['Pilot', 'Early', 'Broad'] as const;

const seeds = ringsProfileSeeds(Date.now());

function seedOf(ring: string) {
  const seed = seeds.find(({ record }) => record.displayName === ring);
  if (!seed) throw new Error(`There is no profile ${ring}`);
  return seed;
}

/** The id of a profile. */
export function ringId(ring: string): string {
  return seedOf(ring).record.id;
}

/** The id of a driver in a profile, by the label of its row: its name and version. */
export function driverIn(ring: string, label: string): string {
  const driver = seedOf(ring).drivers.find(({ record }) => `${record.name}, ${record.version}` === label);
  if (!driver?.record.id) throw new Error(`${ring} does not list ${label}`);
  return driver.record.id;
}

/** Keeps the order of rings in this browser, as a person would have set it; it shows from the next page on. */
export async function keepRingOrder(page: Page, names: readonly string[] = rings): Promise<void> {
  const order = JSON.stringify({ ringIds: names.map(ringId) });
  await page.evaluate((kept) => localStorage.setItem('actiondesk.ringOrder', kept), order);
}

/** Opens Driver updates, and waits until every profile has loaded. */
export async function openMatrix(page: Page, search = ''): Promise<Locator> {
  await page.goto(new URL(`/driver-updates${search}`, page.url()).href);
  await expect(page.getByText(/^\d+ driver updates in 12 profiles$/)).toBeVisible();
  await expect(page.getByText('Updated just now')).toBeVisible();
  return page.getByRole('grid', { name: 'Driver updates' });
}

/** The row of one driver update, by its name and version. */
export function updateRow(matrix: Locator, label: string): Locator {
  return matrix
    .getByRole('row')
    .filter({ has: matrix.page().getByRole('checkbox', { name: `Select ${label}` }) });
}

/** Adds a freeze for all profiles, on the calendar page. */
export async function addFreeze(page: Page, name: string, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: 'Add freeze…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a freeze' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('First day', { exact: true }).fill(from);
  await dialog.getByLabel('Last day', { exact: true }).fill(to);
  await dialog.getByRole('button', { name: 'Add freeze' }).click();
  await expect(dialog).toBeHidden();
}
