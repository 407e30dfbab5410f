import { expect, type Locator, type Page } from '@playwright/test';
import type { LoggedRequest, Tenant } from './tenant.ts';
import { problemOn, rowOf } from './test.ts';
import { buttons, decisions, itemStates, names, texts } from './words.ts';

/** The request that decides on drivers, as a fault matches it. */
export const executeAction = { method: 'POST', path: 'executeAction' } as const;

/** The panel with the result of each item. */
export function resultsOn(page: Page): Locator {
  return page.getByRole('region', { name: names.results });
}

/** Opens the results from their one line at the bottom, or closes them: the same button does both. */
export async function toggleResults(page: Page): Promise<void> {
  await resultsOn(page).getByRole('button', { name: names.results, exact: true }).click();
}

/** Waits until a run only reads what became of this: a clock that is moved on while it still writes moves nothing. */
export async function untilChecking(outcomes: Locator, name: string): Promise<void> {
  await expect(rowOf(outcomes, name)).toContainText(itemStates.checking);
  await expect(outcomes.getByRole('button', { name: 'Check again' })).toBeVisible();
}

/** Checks the rows of these names. */
export async function select(grid: Locator, names: readonly string[]): Promise<void> {
  for (const name of names) await rowOf(grid, name).getByRole('checkbox').check();
}

/** Types the number that the dialog of a large change asks for. */
export async function typeNumber(dialog: Locator): Promise<void> {
  await dialog.getByRole('heading').waitFor();
  // A run that follows from another is compared first with what there is now.
  await expect(dialog.getByRole('heading')).not.toHaveText(texts.checkingCurrentState);
  const number = await askedNumber(dialog);
  if (number !== '') await numberField(dialog).fill(number);
}

/** The number that a dialog asks for; '' where it asks for none. */
export async function askedNumber(dialog: Locator): Promise<string> {
  const asks = dialog.getByText(/^Type \d+ to confirm$/);
  if ((await asks.count()) === 0) return '';
  return /\d+/.exec((await asks.textContent()) ?? '')?.[0] ?? '';
}

/** The field for the number that a dialog asks for. */
export function numberField(dialog: Locator): Locator {
  return dialog.getByLabel(/^Type \d+ to confirm$/);
}

/** Selects drivers and decides on them, through the dialog. */
export async function decide(
  page: Page,
  drivers: Locator,
  verb: 'Approve' | 'Decline',
  names: readonly string[],
): Promise<Locator> {
  await select(drivers, names);
  await page.getByRole('button', { name: verb, exact: true }).click();
  const number = `${names.length} ${names.length === 1 ? 'driver' : 'drivers'}`;
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading').waitFor();
  // What was declined or paused is approved only where a person says so.
  for (const include of await dialog.getByRole('checkbox', { name: /^Include \d+ (declined|paused)$/ }).all())
    await include.check();
  await typeNumber(dialog);
  await dialog.getByRole('button', { name: `${verb} ${number}` }).click();
  return resultsOn(page);
}

/** Selects incident tasks and starts their actions, through the dialog. */
export async function runActions(
  page: Page,
  tasks: Locator,
  titles: readonly string[],
  confirm: string,
): Promise<Locator> {
  await select(tasks, titles);
  await page.getByRole('button', { name: 'Run action', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await typeNumber(dialog);
  await dialog.getByRole('button', { name: confirm, exact: true }).click();
  return resultsOn(page);
}

/** Retries what a run allows, through the dialog, which must name one of the drivers or tasks. */
export async function retry(
  outcomes: Locator,
  count: number,
  named: string,
  noun: 'driver' | 'task' = 'driver',
): Promise<void> {
  const name = `${buttons.retry} ${count} ${noun}${count === 1 ? '' : 's'}`;
  await outcomes.getByRole('button', { name }).click();
  const dialog = outcomes.getByRole('dialog', { name: decisions.again });
  await expect(dialog.getByRole('list')).toContainText(named);
  await typeNumber(dialog);
  await dialog.getByRole('button', { name: decisions.again }).click();
  await expect(outcomes.getByRole('heading', { name: names.results })).toBeFocused();
}

/** What a tenant's Graph saw of the app. */
export interface Sendings {
  /** Every POST that arrived. */
  readonly arrived: readonly LoggedRequest[];
  /** How many times the app sent: a POST that the browser repeated by itself keeps its client-request-id. */
  readonly byTheApp: number;
  /** Everything that changed. */
  readonly effects: number;
}

export async function sendingsOf(tenant: Tenant): Promise<Sendings> {
  const { requests, effects } = await tenant.log();
  const arrived = requests.filter(({ method }) => method === 'POST');
  return {
    arrived,
    byTheApp: new Set(arrived.map(({ clientRequestId }) => clientRequestId)).size,
    effects: effects.length,
  };
}

/** Drivers of the pilot ring that wait for review. */
export const pen = 'Surface - HIDClass - Pen Settings';
export const hub = 'Surface - System - Serial Hub';
export const display = 'NVIDIA - Display - 31.0.17.3723';

/** Incidents of contoso: one with devices to isolate, one with a stuck action, one with tasks for users and mail. */
export const lateralIncident = '2972395';
export const ransomwareIncident = '2972401';
export const mailIncident = '2972388';

/** Searches a list, and waits until the list shows what was found: before that, a row may go while it is ticked. */
export async function searchFor(
  page: Page,
  noun: 'drivers' | 'profiles' | 'tasks',
  words: string,
): Promise<void> {
  await page.getByRole('searchbox', { name: `Search ${noun}` }).fill(words);
  await expect(page).toHaveURL((url) => url.searchParams.get('q')?.includes(words) ?? false);
  // What is selected is told in the same line.
  await expect(page.getByRole('search').getByRole('status').last()).toHaveText(/ of /);
}

/** Narrows the incident tasks to those of an incident. */
export async function openTasks(page: Page, incidentId = lateralIncident): Promise<Locator> {
  await searchFor(page, 'tasks', incidentId);
  return page.getByRole('grid', { name: 'Incident tasks' });
}

/** Adds a note to a decision: the field stands behind a button until it is wanted. */
export async function addNote(dialog: Locator, note: string): Promise<void> {
  await dialog.getByRole('button', { name: 'Add a note' }).click();
  await dialog.getByLabel('Note (optional)').fill(note);
}

/** Chooses a date in the review dialog: "2027-07-15T06:00". Returns the field of the day. */
export async function chooseDate(dialog: Locator, date: string): Promise<Locator> {
  await dialog.getByRole('heading').waitFor();
  const onDate = dialog.getByRole('radio', { name: 'On a date' });
  await onDate
    .or(dialog.getByLabel('Date', { exact: true }))
    .first()
    .waitFor();
  // A change of date has no choice.
  if ((await onDate.count()) > 0) await onDate.check();
  const [day = '', time = ''] = date.split('T');
  const field = dialog.getByLabel('Date', { exact: true });
  await field.fill(day);
  await dialog.getByLabel('Time', { exact: true }).fill(time);
  return field;
}

/** Proves who they are on the simulator's page, as a problem asks them to, and comes back. */
export async function stepUp(page: Page, scope: Page | Locator): Promise<void> {
  await problemOn(scope, texts.verifyIdentity).getByRole('button', { name: 'Continue to sign-in' }).click();
  await page.getByRole('button', { name: 'Approve sign-in request' }).click();
}
