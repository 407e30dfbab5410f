import type { Locator, Page } from '@playwright/test';
import { chooseDate, resultsOn, typeNumber } from './support/actions.ts';
import { sentActions } from './support/drivers.ts';
import { addFreeze, keepRingOrder, rings } from './support/fleet.ts';
import { openHistory } from './support/history.ts';
import { signIn } from './support/sign-in.ts';
import { expect, rowOf, test } from './support/test.ts';
import { buttons, results } from './support/words.ts';

test.use({ seed: 'rings' });

const wifi = 'Intel - net - Wi-Fi 7 BE200 320MHz';
const bios = 'HP Inc. - Firmware - EliteBook 840 G11 System BIOS';

const dayLength = 86_400_000;
const now = Date.now();

/** The day so many days after another, or after today: "2026-12-08". */
function dayAfter(days: number, from = isoDay(now)): string {
  return isoDay(Date.parse(from) + days * dayLength);
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** The first Patch Tuesday after a day. */
function patchTuesdayAfter(day: string): string {
  for (let next = dayAfter(1, day); ; next = dayAfter(1, next)) {
    const date = new Date(next);
    if (date.getUTCDay() === 2 && date.getUTCDate() > 7 && date.getUTCDate() < 15) return next;
  }
}

/** The beginning of a day's accessible name. */
function dayName(day: string): RegExp {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(Date.parse(day));
  const [weekday, month] = [part({ weekday: 'long' }), part({ month: 'long' })];
  return new RegExp(`^${weekday},? ${Number(day.slice(8))} ${month} ${day.slice(0, 4)},`);
}

/** "14 Dec 2026" */
function shortDay(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day));
}

async function openCalendar(page: Page, day: string): Promise<Locator> {
  await page.goto(new URL(`/calendar?day=${day}`, page.url()).href);
  await expect(page.getByText('Updated just now')).toBeVisible();
  return page.getByRole('region', { name: 'Agenda' });
}

/** A cell of the month, by its day. */
function cellOf(page: Page, day: string): Locator {
  return page.getByRole('grid').getByRole('gridcell', { name: dayName(day) });
}

test('a rollout by Patch Tuesdays skips a freeze, shows in the calendar, and stops where it is not available yet', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await signIn(page, tenant, 'driver.admin', '/settings');
  await keepRingOrder(page, [...rings, 'Finance']);
  const today = isoDay(now);
  const patchTuesday = patchTuesdayAfter(today);
  const afterFreeze = dayAfter(3, patchTuesday);
  const last = patchTuesdayAfter(afterFreeze);
  await openCalendar(page, patchTuesday);
  await addFreeze(page, 'Year-end freeze', patchTuesday, dayAfter(2, patchTuesday));
  await expect(cellOf(page, patchTuesday)).toHaveAccessibleName(/Patch Tuesday, freeze “Year-end freeze”/);

  await page.getByRole('link', { name: 'Driver updates', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Search driver updates' }).fill('BE200');
  await expect(page).toHaveURL(/q=BE200/);
  await page.getByRole('checkbox', { name: `Select ${wifi}, 23.110.0.5` }).check();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = page.getByRole('dialog');
  for (const ring of ['Early', 'Broad', 'Finance'])
    await dialog.getByRole('checkbox', { name: ring }).check();
  await dialog.getByRole('radio', { name: /^On the next Patch Tuesday/ }).check();
  const list = dialog.getByRole('group', { name: /^Profiles/ });
  await expect(list).toContainText('As soon as possible');
  await expect(list).toContainText(`From ${shortDay(afterFreeze)}, 06:00, moved past Year-end freeze`);
  await expect(list).toContainText(`From ${shortDay(last)}, 06:00`);
  await watch.expectAccessible();
  await typeNumber(dialog);
  await dialog.getByRole('button', { name: 'Approve 3 drivers' }).click();
  const outcomes = resultsOn(page);
  const confirmed = outcomes.getByRole('button', { name: new RegExp(`^${results.confirmed}`) });
  await expect(confirmed).toContainText('3');

  const agenda = await openCalendar(page, afterFreeze);
  await expect(cellOf(page, afterFreeze)).toHaveAccessibleName(/1 driver in 1 profile/);
  await expect(agenda.getByRole('list', { name: 'Broad' })).toContainText(wifi);
  await agenda.getByRole('button', { name: `Stop rollout of ${wifi}` }).click();
  await expect(dialog.getByRole('heading', { level: 2 })).toHaveText('Stop rollout of 1 driver update?');
  await expect(dialog).toContainText('2 drivers in 2 profiles, not available there yet');
  await expect(dialog.getByRole('checkbox', { name: 'Broad' })).toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: 'Early' })).not.toBeChecked();
  await typeNumber(dialog);
  await dialog.getByRole('button', { name: 'Pause 2 drivers' }).click();
  await expect(confirmed).toContainText('2');
  await expect(cellOf(page, afterFreeze)).toHaveAccessibleName(/nothing becomes available/);

  // The undo of the first run pauses what is left of it.
  const runs = await openHistory(page);
  await rowOf(runs, `Approve ${wifi} 23.110.0.5 in 3 profiles`).getByRole('link').click();
  await page.getByRole('main').getByRole('button', { name: buttons.pauseThese }).first().click();
  const undo = page.getByRole('dialog');
  await typeNumber(undo);
  await undo.getByRole('button', { name: 'Pause 1 driver' }).click();
  await expect
    .poll(async () =>
      (await sentActions(tenant)).map(({ actionName, driverIds }) => [actionName, driverIds.length]),
    )
    .toEqual([
      ['approve', 1],
      ['approve', 1],
      ['approve', 1],
      ['suspend', 1],
      ['suspend', 1],
      ['suspend', 1],
    ]);
});

test('a date that moves into a freeze needs a reason, is staged beside the true one, and is found by keyboard', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await signIn(page, tenant, 'driver.admin', '/calendar');
  const [from, to] = [dayAfter(2), dayAfter(11)];
  const agenda = await openCalendar(page, from);

  // A freeze that ends before its start is none.
  await page.getByRole('button', { name: 'Add freeze…' }).click();
  const freeze = page.getByRole('dialog', { name: 'Add a freeze' });
  await freeze.getByLabel('Name').fill('Audit');
  await freeze.getByLabel('First day', { exact: true }).fill(to);
  await freeze.getByLabel('Last day', { exact: true }).fill(from);
  await expect(freeze).toContainText('The last day is before the first.');
  const add = freeze.getByRole('button', { name: 'Add freeze' });
  await expect(add).toHaveAttribute('aria-disabled', 'true');
  await watch.expectAccessible();
  await freeze.getByLabel('Last day', { exact: true }).fill(to);
  await add.click();
  const freezes = page.getByRole('list', { name: 'Freezes' });
  await expect(freezes).toContainText('Audit');
  await page.getByRole('button', { name: 'Delete Audit' }).click();
  await expect(freezes).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(freezes).toContainText('Audit');

  await agenda.getByRole('button', { name: `Change date… of ${bios} in Pilot` }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the date?' });
  const stage = dialog.getByRole('button', { name: /^Stage/ });
  await chooseDate(dialog, `${dayAfter(-2)}T06:00`);
  await expect(dialog).toContainText('Choose a date and time in the future');
  await chooseDate(dialog, `${to}T06:00`);
  await expect(dialog).toContainText('This date is frozen: “Audit”.');
  await expect(stage).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByLabel('Reason for a date inside the freeze').fill('Change board agreed');
  await stage.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('group', { name: 'Staged changes' })).toContainText('1 change staged');
  await expect(agenda).toContainText(`Staged: moves to ${shortDay(to)}`);
  await expect(cellOf(page, from)).toHaveAccessibleName(/1 driver in 1 profile, 1 firmware$/);

  // By keyboard: the days, the ends of the week, the months.
  await cellOf(page, from).click();
  for (const [key, day] of [
    ['ArrowRight', dayAfter(3)],
    ['ArrowDown', dayAfter(10)],
    ['ArrowRight', to],
  ] as const) {
    await page.keyboard.press(key);
    await expect(cellOf(page, day)).toBeFocused();
  }
  // A choice of the chosen day leads nowhere, and the keys go on from the day that is clicked then.
  await page.keyboard.press('Enter');
  await cellOf(page, dayAfter(10)).click();
  await expect(page).toHaveURL(new RegExp(`day=${dayAfter(10)}`));
  await page.keyboard.press('ArrowRight');
  await expect(cellOf(page, to)).toBeFocused();
  await expect(cellOf(page, to)).toHaveAccessibleName(/freeze “Audit”, 1 change staged$/);
  await expect(page).toHaveURL(new RegExp(`day=${to}`));
  await expect(agenda.getByRole('list', { name: 'Pilot' })).toContainText('Staged, not sent.');
  await watch.expectAccessible();
  await page.keyboard.press('Home');
  await expect(page.getByRole('gridcell', { name: /^Monday/, selected: true })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('gridcell', { name: /^Sunday/, selected: true })).toBeFocused();
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('gridcell', { selected: true })).toBeFocused();
  await page.getByRole('button', { name: 'Previous month' }).click();

  // It outlives a reload, and goes without a trace.
  await openCalendar(page, to);
  await agenda.getByRole('button', { name: `Remove from plan: ${bios} in Pilot` }).click();
  await expect(page.getByRole('group', { name: 'Staged changes' })).toBeHidden();
  await expect(cellOf(page, to)).toHaveAccessibleName(/nothing becomes available$/);
  expect(await sentActions(tenant)).toEqual([]);
});
