import { failingDevice } from '../simulator/seeds/contoso-defender.ts';
import { biggestProfileName, pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import {
  chooseDate,
  lateralIncident,
  openTasks,
  outcomesOn,
  pen,
  select,
  sendingsOf,
  typeNumber,
} from './support/actions.ts';
import {
  allOf,
  driversOf,
  driversOn,
  openDialog,
  pathOf,
  selectEveryDriver,
  sentActions,
} from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { taskId } from './support/tasks.ts';
import { expect, rowOf, test } from './support/test.ts';
import { results } from './support/words.ts';

/** What is about to be sent is what the review dialog says, whatever a person does before the last click. */

const of = (status: string) => driversOf(biggestProfileName).filter((driver) => driver.status === status);

test('half a date is no date: the approval waits until the date is whole, or not wanted', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await rowOf(driversOn(page), pen).getByRole('checkbox').check();
  const dialog = await openDialog(page, 'Approve');
  const confirm = dialog.getByRole('button', { name: 'Approve 1 driver' });
  await expect(dialog.getByRole('radio', { name: 'As soon as possible' })).toBeChecked();

  await dialog.getByRole('radio', { name: 'On a date' }).check();
  await expect(confirm).toHaveAccessibleDescription('Enter a full date and time');
  // The date alone, as hasty fingers leave it.
  await dialog.getByLabel('Date and time').focus();
  await page.keyboard.type('08122027');
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await confirm.press('Enter');
  await confirm.click({ force: true });
  await expect(dialog).toBeVisible();
  expect(await sentActions(tenant)).toEqual([]);

  // A day in spring that has no half past two in Berlin.
  await chooseDate(dialog, '2027-03-28T02:30');
  await expect(dialog).toContainText('That time doesn’t exist on this day because clocks go forward');
  await dialog.getByRole('button', { name: '+7 days' }).click();
  await expect(dialog.getByRole('button', { name: '+7 days' })).toHaveAttribute('aria-pressed', 'true');
  await expect(dialog).toContainText('Time zone: Europe/Berlin');
  // The hour is taken away again: what is left is half a date once more.
  await dialog.getByLabel('Date and time').fill('');
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('button', { name: 'Patch Tuesday' }).click();
  const chosen = await dialog.getByLabel('Date and time').inputValue();
  await confirm.click();
  await expect(rowOf(outcomesOn(page), pen)).toContainText(results.confirmed);
  const [sent] = await sentActions(tenant);
  expect(new Date(sent?.deploymentDate ?? '').toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' })).toBe(
    `${chosen.replace('T', ' ')}:00`,
  );
});

test('an approval says what its drivers are now, and takes declined and paused ones only where ticked', async ({
  page,
  tenant,
}) => {
  const [open, declined, paused, approved] = ['needsReview', 'declined', 'suspended', 'approved'].map(of);
  const count = open?.length ?? 0;
  await signIn(page, tenant, 'driver.admin', `${pathOf(biggestProfileName)}?tab=all`);
  await selectEveryDriver(page, biggestProfileName);
  const dialog = await openDialog(page, 'Approve');
  await expect(dialog.getByRole('heading')).toHaveText(`Approve ${count} drivers?`);
  await expect(dialog).toContainText(`In the profile ${biggestProfileName}`);
  await expect(dialog.getByRole('group', { name: 'In numbers' })).toContainText('drivers that need review');
  await expect(dialog).toContainText(`${approved?.length} of`);
  const include = dialog.getByRole('checkbox', { name: `Include ${declined?.length} declined` });
  await expect(include).not.toBeChecked();
  await expect(include).toHaveAccessibleDescription(/An approval can’t be taken back to declined/);
  const includePaused = dialog.getByRole('checkbox', { name: `Include ${paused?.length} paused` });
  await expect(includePaused).not.toBeChecked();

  // Ticked, it is part of the question, of the number to type and of the button; unticked, of none of them.
  await include.check();
  const both = count + (declined?.length ?? 0);
  await expect(dialog.getByRole('heading')).toHaveText(`Approve ${both} drivers?`);
  await expect(dialog.getByLabel(`Type ${both} to confirm`)).toBeVisible();
  await expect(dialog.getByRole('group', { name: 'In numbers' })).toContainText(
    `drivers: ${count} need review, ${declined?.length} declined`,
  );
  // A number that was typed for one decision confirms no other one.
  await dialog.getByLabel(`Type ${both} to confirm`).fill(`${both}`);
  await include.uncheck();
  await expect(dialog.getByLabel(`Type ${count} to confirm`)).toHaveValue('');
  await typeNumber(dialog);
  await dialog.getByRole('button', { name: `Approve ${count} drivers` }).click();
  await expect(outcomesOn(page).getByRole('button', { name: `${results.confirmed} ${count}` })).toBeVisible();
  const sent = (await sentActions(tenant)).flatMap(({ driverIds }) => driverIds);
  expect([...sent].sort()).toEqual(open?.map(({ id }) => id).sort());
});

test('devices are counted as what can be true: at most those that report', async ({ page, tenant }) => {
  const profile = pathOf(biggestProfileName).split('/').at(-1);
  const sum = of('needsReview').reduce((total, { devices }) => total + devices, 0);
  expect(sum).toBeGreaterThan(100);
  await tenant.override({ type: 'profile', id: profile, patch: { deviceReporting: 100 } });
  await signIn(page, tenant, 'driver.admin', `${pathOf(biggestProfileName)}?tab=all`);
  await selectEveryDriver(page, biggestProfileName);
  const largest = Math.max(...of('needsReview').map(({ devices }) => devices));
  const atMost = Math.min(sum, Math.max(100, largest));
  const numbers = (await openDialog(page, 'Approve')).getByRole('group', { name: 'In numbers' });
  await expect(numbers).toContainText(`${atMost.toLocaleString('en-GB')} devices at most`);

  // Where the profile gives no count, the sum is all there is.
  await page.keyboard.press('Escape');
  await tenant.override({ type: 'profile', id: profile, patch: { deviceReporting: null } });
  await page.reload();
  // Opened sooner, the dialog would speak of the first page of the list.
  await expect(driversOn(page).getByRole('checkbox', { name: allOf(biggestProfileName) })).toBeChecked();
  await openDialog(page, 'Approve');
  await expect(numbers).toContainText(`${sum.toLocaleString('en-GB')} devices at most`);
});

test('what filters hide is counted, and sent only where a person includes it', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin', `${pathOf(pilotRingName)}?tab=all`);
  const drivers = driversOn(page);
  await selectEveryDriver(page, pilotRingName);
  await page.getByRole('searchbox').fill(pen);
  await expect(drivers.getByRole('rowheader')).toHaveCount(
    driversOf(pilotRingName).filter(({ name }) => name.startsWith(pen)).length,
  );
  const shown = driversOf(pilotRingName).filter(
    ({ name, status }) => name === pen && status === 'needsReview',
  );
  const dialog = await openDialog(page, 'Approve');
  await expect(dialog.getByRole('heading')).toHaveText(`Approve ${shown.length} driver?`);
  const include = dialog.getByRole('checkbox', { name: /^Include \d+ hidden by filters$/ });
  await expect(include).not.toBeChecked();
  await expect(include).toHaveAccessibleDescription(
    /need review, .*approved.*Not sent unless you include them/,
  );
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).click();
  await expect(rowOf(outcomesOn(page), pen)).toContainText(results.confirmed);
  const sent = (await sentActions(tenant)).flatMap(({ driverIds }) => driverIds);
  expect(sent).toEqual(shown.map(({ id }) => id));
});

test('four laptops take a click; a server takes its number, and so does what Settings call important', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page, lateralIncident);
  const laptops = ['FIN-LT-0231', 'FIN-LT-0244', 'FIN-WS-0107'].map((device) => `Isolate device ${device}`);
  await select(tasks, laptops);
  const run = page.getByRole('button', { name: 'Run action' });
  await run.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading')).toHaveText('Run 3 response actions?');
  await expect(dialog.getByLabel(/^Type/)).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Run 3 actions' })).toBeEnabled();
  await page.keyboard.press('Escape');

  await select(tasks, [`Isolate device ${failingDevice}`]);
  await run.click();
  const field = dialog.getByLabel('Type 4 to confirm');
  await expect(field).toHaveAccessibleDescription(`Includes the important device ${failingDevice}.`);
  // However little room there is, the number is asked for beside its button, and the decision is in sight above.
  const size = page.viewportSize() ?? { width: 1_280, height: 720 };
  for (const [width, height] of [
    [360, 640],
    [640, 360],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(field).toBeInViewport({ ratio: 1 });
    await expect(dialog.getByRole('button', { name: 'Run 4 actions' })).toBeInViewport({ ratio: 1 });
    await expect(dialog.getByRole('group', { name: 'In numbers' })).toBeInViewport({ ratio: 0.5 });
    const note = dialog.getByRole('button', { name: 'Add a note' });
    await note.scrollIntoViewIfNeeded();
    await expect(note).toBeInViewport({ ratio: 1 });
    await expect(field).toBeInViewport({ ratio: 1 });
    await dialog.getByRole('group', { name: 'In numbers' }).scrollIntoViewIfNeeded();
  }
  await page.setViewportSize(size);
  await expect(dialog.getByRole('button', { name: 'Run 4 actions' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Settings' }).click();
  const patterns = page.getByLabel('Name patterns, one per line');
  await patterns.fill('  fin-lt-*  \n(((\n\n*');
  await page.reload();
  await expect(patterns).toHaveValue('fin-lt-*\n(((\n*');
  await patterns.fill('fin-lt-*\n(((');
  await page.getByRole('link', { name: 'Incident tasks' }).click();
  await openTasks(page, lateralIncident);
  await select(tasks, [laptops[2] ?? '']);
  await run.click();
  await expect(dialog.getByRole('button', { name: 'Isolate device' })).toBeEnabled();
  await expect(dialog.getByLabel(/^Type/)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await select(tasks, [laptops[0] ?? '']);
  await run.click();
  await expect(dialog.getByLabel('Type 2 to confirm')).toHaveAccessibleDescription(
    'Includes the important device FIN-LT-0231.',
  );
});

test('tasks that conflict on one target are skipped until one is chosen; the rest runs', async ({
  page,
  tenant,
}) => {
  const scan = 'Run antivirus scan on FIN-LT-0244';
  const [first, second] = ['FIN-LT-0231', 'FIN-WS-0107'].map((device) => `Isolate device ${device}`);
  // The second isolation is of the first one's device, and selective.
  await tenant.override({
    type: 'incidentTask',
    id: taskId(second ?? ''),
    patch: { responseAction: { identifierValue: 'fin-lt-0231', isolationType: 'selective' } },
  });
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page, lateralIncident);
  await select(tasks, [first ?? '', second ?? '', scan]);
  await page.getByRole('button', { name: 'Run action' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading')).toHaveText(`${scan}?`);
  await expect(dialog).toContainText('1 target has conflicting tasks');
  const conflict = dialog.getByRole('group', { name: 'FIN-LT-0231' });
  await expect(conflict.getByRole('radio')).toHaveCount(3);
  await expect(conflict.getByRole('radio', { name: 'Run neither' })).toBeChecked();
  await conflict.getByRole('radio', { name: /full/ }).check();
  await dialog.getByRole('button', { name: 'Run 2 actions' }).click();
  const outcomes = outcomesOn(page);
  await expect(rowOf(outcomes, scan)).toContainText(results.started);
  await expect(rowOf(outcomes, first ?? '')).toContainText(results.started);
  const { arrived } = await sendingsOf(tenant);
  expect(arrived.map(({ path }) => path).some((path) => path.includes(taskId(second ?? '')))).toBe(false);
  expect(arrived).toHaveLength(2);
});

test('a task whose target Graph does not provide takes its number, and says that conflicts can’t be checked', async ({
  page,
  tenant,
}) => {
  const title = 'Isolate device FIN-LT-0231';
  await tenant.override({ type: 'incidentTask', id: taskId(title), patch: { responseAction: null } });
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page, lateralIncident);
  await select(tasks, [title]);
  await page.getByRole('button', { name: 'Run action' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('group', { name: 'In numbers' })).toContainText('1 target not provided');
  await expect(dialog).toContainText('Target not provided: conflicts can’t be checked');
  await expect(dialog.getByLabel('Type 1 to confirm')).toHaveAccessibleDescription(
    'The target of 1 task isn’t provided.',
  );
});

test('a reader is warned beside the command and in the dialog, and never locked out; a refusal is remembered', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await signIn(page, tenant, 'driver.reader', pathOf(pilotRingName));
  const warning = 'Your account may lack a role: Intune Administrator.';
  await expect(page.getByText(warning)).toBeVisible();
  await rowOf(driversOn(page), pen).getByRole('checkbox').check();
  const dialog = await openDialog(page, 'Approve');
  await expect(dialog).toContainText(warning);
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).click();
  await expect(rowOf(outcomesOn(page), pen)).toContainText(results.rejected);
  await expect(page.getByText(`Access was denied earlier in this session. ${warning}`)).toBeVisible();
});

test.describe('hundreds of devices', () => {
  test.use({ seed: 'large' });

  test('are counted before they are restricted, and take their number', async ({ page, tenant }) => {
    await signIn(page, tenant, 'soc.operator', '/incident-tasks?type=%5B%22restrictAppExecution%22%5D');
    const tasks = page.getByRole('grid', { name: 'Incident tasks' });
    await tasks.getByRole('checkbox', { name: 'Select all 209 matching tasks' }).check();
    await page.getByRole('button', { name: 'Run action' }).click();
    const dialog = page.getByRole('dialog');
    const heading = (await dialog.getByRole('heading').textContent()) ?? '';
    const count = /\d+/.exec(heading)?.[0] ?? '';
    expect(Number(count)).toBeGreaterThan(100);
    await expect(dialog.getByLabel(`Type ${count} to confirm`)).toHaveAccessibleDescription(
      /^Restricts \d+ devices\./,
    );
    const confirm = dialog.getByRole('button', { name: `Run ${count} actions` });
    await dialog.getByLabel(`Type ${count} to confirm`).fill('12x');
    await expect(confirm).toHaveAttribute('aria-disabled', 'true');
    await confirm.press('Enter');
    await expect(dialog).toBeVisible();
    expect((await sendingsOf(tenant)).arrived).toEqual([]);
  });
});
