import { expect, type Page } from '@playwright/test';
import { biggestProfileName } from '../../simulator/seeds/contoso-rings.ts';
import { lightDefender } from '../../simulator/seeds/light.ts';
import { resultsOn, searchFor } from '../support/actions.ts';
import { driversOf, driversOn, pathOf } from '../support/drivers.ts';
import type { Tenant } from '../support/tenant.ts';
import { rowOf } from '../support/test.ts';
import { amountOf } from './amounts.ts';
import { selectedDrivers } from './areas.ts';
import { type Person, signInAgain, untilAtRest } from './desk.ts';
import { judge, type Selected } from './judge.ts';
import { report, type Tally } from './tally.ts';
import { test } from './tenants.ts';

const races = amountOf('CHAOS_RACES', 50);
const all = driversOf(biggestProfileName);
/** Each with a name of its own, and nothing that wants its number typed. */
const waiting = all.filter(
  ({ status, name, label }) =>
    status === 'needsReview' &&
    !/firmware|bios/i.test(name) &&
    all.filter((other) => other.label === label || other.name === name).length === 1,
);
const { tasks } = lightDefender(Date.now());

interface Race {
  readonly selected: Selected;
  /** Selects the item and opens the dialog, up to the last click. */
  prepare(page: Page): Promise<void>;
  /** The button that is clicked in both tabs at once. */
  readonly button: string;
}

const driverRaces = waiting.map(
  ({ name, label }): Race => ({
    selected: selectedDrivers(biggestProfileName, [name])[0] ?? fail(name),
    async prepare(page) {
      await searchFor(page, 'drivers', name);
      await driversOn(page).getByRole('checkbox', { name: label }).check();
      await page.getByRole('button', { name: 'Approve', exact: true }).click();
    },
    button: 'Approve 1 driver',
  }),
);

const taskRaces = tasks
  .filter(({ record }) => record.actionType === 'isolateDevice')
  .map(({ record: { id, displayName } }): Race => {
    const title = displayName ?? '';
    return {
      selected: { kind: 'responseAction', targetId: id, itemId: id },
      async prepare(page) {
        await searchFor(page, 'tasks', title);
        await rowOf(page.getByRole('grid', { name: 'Incident tasks' }), title)
          .getByRole('checkbox')
          .check();
        await page.getByRole('button', { name: 'Run action', exact: true }).click();
      },
      button: 'Isolate device',
    };
  });

function fail(name: string): never {
  throw new Error(`There is no driver ${name}`);
}

/** Runs races in two tabs of one browser, and gives what they came to. */
async function race(
  page: Page,
  tenant: Tenant,
  { line, path, person }: { readonly line: string; readonly path: string; readonly person: Person },
  each: readonly Race[],
): Promise<{ tally: Tally; details: unknown }> {
  const tabs = [page, await page.context().newPage()];
  for (const tab of tabs) {
    await tab.clock.install();
    await signInAgain(tab, tenant, path, person);
  }
  for (const { prepare, button } of each) {
    for (const tab of tabs) {
      await prepare(tab);
      await expect(tab.getByRole('dialog').getByRole('button', { name: button })).toBeEnabled();
    }
    await Promise.all(
      tabs.map((tab) => tab.getByRole('dialog').getByRole('button', { name: button }).click()),
    );
    for (const tab of tabs) await expect(resultsOn(tab)).toBeVisible();
    for (const tab of tabs) await untilAtRest(tab, tenant);
    for (const tab of tabs) {
      const clear = tab.getByRole('button', { name: 'Clear selection' });
      if (await clear.isVisible()) await clear.click();
    }
  }
  const runs = await untilAtRest(page, tenant);
  expect(runs).toHaveLength(2 * each.length);
  const { tally, details } = await judge(tenant, {
    line,
    runs,
    // Both tabs were clicked in, and one sending is right.
    clicks: 1,
    started: runs.length,
    selected: each.map(({ selected }) => selected),
  });
  const { requests, effects } = await tenant.log();
  const posts = requests.filter(({ method }) => method === 'POST');
  expect([posts.length, effects.length], 'one sending a race, and one effect').toEqual([
    each.length,
    each.length,
  ]);
  return { tally: { ...tally, cases: each.length }, details };
}

/** What Defender allows in a minute holds up two tabs that read the same tasks. */
test.describe.configure({ timeout: 360_000 });

/** Races in groups of one tenant. Two tabs that read tasks soon come to what Defender allows in a minute. */
function groupsOf(list: readonly Race[], count: number, most: number): readonly (readonly Race[])[] {
  // Nothing can be raced for twice in one tenant.
  const size = Math.min(most, list.length);
  return Array.from({ length: Math.ceil(count / size) }, (_, group) =>
    Array.from({ length: Math.min(size, count - group * size) }, (_race, index) => {
      const found = list[(group * size + index) % list.length];
      if (!found) throw new Error('There is nothing to race for');
      return found;
    }),
  );
}

for (const [group, each] of groupsOf(driverRaces, Math.ceil(races / 2), 10).entries()) {
  test(`[B8] two tabs approve the same driver at once, group ${group + 1}`, async ({
    page,
    tenant,
  }, info) => {
    const path = `${pathOf(biggestProfileName)}?tab=all`;
    const place = { line: 'two tabs: the same driver', path, person: 'driver.admin' } as const;
    const { tally, details } = await race(page, tenant, place, each);
    await report(info, tally, details);
  });
}

for (const [group, each] of groupsOf(taskRaces, Math.floor(races / 2), 2).entries()) {
  test(`[B8] two tabs run the same action at once, group ${group + 1}`, async ({
    page,
    light: tenant,
  }, info) => {
    const place = {
      line: 'two tabs: the same task',
      path: '/incident-tasks',
      person: 'soc.operator',
    } as const;
    const { tally, details } = await race(page, tenant, place, each);
    await report(info, tally, details);
  });
}
