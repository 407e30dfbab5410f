import { expect, type Page } from '@playwright/test';
import { biggestProfileName } from '../../simulator/seeds/contoso-rings.ts';
import { outcomesOn } from '../support/actions.ts';
import { driversOf, driversOn, pathOf } from '../support/drivers.ts';
import { judge, signInAgain, untilAtRest } from './desk.ts';
import { report } from './tally.ts';
import { test } from './tenants.ts';

const races = Number(process.env.CHAOS_RACES ?? '50');
const perTenant = 10;
const all = driversOf(biggestProfileName);
/** Each with a name of its own, and nothing that wants its number typed. */
const waiting = all.filter(
  ({ status, name, label }) =>
    status === 'needsReview' &&
    !/firmware|bios/i.test(name) &&
    all.filter((other) => other.label === label).length === 1,
);

/** Selects a driver and opens the dialog, up to the last click. */
async function prepare(page: Page, name: string, label: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search drivers' }).fill(name);
  await driversOn(page).getByRole('checkbox', { name: label }).check();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Approve 1 driver' })).toBeEnabled();
}

for (let first = 0; first < races; first += perTenant) {
  test(`two tabs approve the same driver at once, ${first + 1} to ${first + perTenant}`, async ({
    context,
    page,
    tenant,
  }, info) => {
    const other = await context.newPage();
    for (const tab of [page, other]) {
      await tab.clock.install();
      await signInAgain(tab, tenant, `${pathOf(biggestProfileName)}?tab=all`);
    }
    for (const { name, label } of waiting.slice(first, first + perTenant)) {
      for (const tab of [page, other]) await prepare(tab, name, label);
      await Promise.all(
        [page, other].map((tab) => tab.getByRole('button', { name: 'Approve 1 driver' }).click()),
      );
      for (const tab of [page, other]) await expect(outcomesOn(tab)).toBeVisible();
      await untilAtRest(page, tenant);
      await untilAtRest(other, tenant);
      for (const tab of [page, other]) {
        const clear = tab.getByRole('button', { name: 'Clear selection' });
        if (await clear.isVisible()) await clear.click();
      }
    }
    const runs = await untilAtRest(page, tenant);
    expect(runs).toHaveLength(2 * perTenant);
    const { tally, details } = await judge('two tabs, the same driver', tenant, runs, 2 * perTenant);
    await report(info, { ...tally, cases: perTenant }, details);
    const { requests } = await tenant.log();
    const posts = requests.filter(({ method }) => method === 'POST');
    expect(posts.length, 'one sending a race').toBe(perTenant);
  });
}
