import { biggestProfileName, pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { chooseDate, pen, resultsOn, typeNumber } from './support/actions.ts';
import {
  driversOf,
  driversOn,
  openDialog,
  pathOf,
  selectEveryDriver,
  sentActions,
} from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, rowOf, test } from './support/test.ts';
import { results } from './support/words.ts';

// Where a test shows a view of its own, the test has this view scanned; what they end with is scanned by others.
test.use({ scan: false });

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
  // The year left off, as hasty fingers leave it.
  const day = dialog.getByLabel('Date', { exact: true });
  const time = dialog.getByLabel('Time', { exact: true });
  await day.pressSequentially('08/12/');
  await expect(day).toHaveAccessibleDescription(/Enter a full date/);
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
  // The hour is taken away again: what is left is half a date once more, and stays half when the field is left.
  await time.fill('1:');
  await time.blur();
  await expect(time).toHaveValue('1:');
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('button', { name: 'Patch Tuesday' }).click();
  // The calendar and the list of times lie in the dialog: outside of it, they could not be clicked.
  await dialog.getByRole('button', { name: 'Times: Time' }).click();
  await expect(dialog.getByRole('option', { name: '06:00' })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(time).toHaveValue('23:00');
  await dialog.getByRole('button', { name: 'Calendar: Date' }).click();
  await dialog.getByRole('button', { name: /^Next month/ }).click();
  await dialog
    .getByRole('grid')
    .getByRole('button', { name: /\b15\b/ })
    .first()
    .click();
  await expect(day).toHaveValue(/^15\//);
  const [date = '', month = '', year = ''] = (await day.inputValue()).split('/');
  await confirm.click();
  await expect(rowOf(resultsOn(page), pen)).toContainText(results.confirmed);
  const [sent] = await sentActions(tenant);
  expect(new Date(sent?.deploymentDate ?? '').toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' })).toBe(
    `${year}-${month}-${date} 23:00:00`,
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
  await expect(resultsOn(page).getByRole('button', { name: `${results.confirmed} ${count}` })).toBeVisible();
  const sent = (await sentActions(tenant)).flatMap(({ driverIds }) => driverIds);
  expect([...sent].sort()).toEqual(open?.map(({ id }) => id).sort());
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
  await expect(rowOf(resultsOn(page), pen)).toContainText(results.confirmed);
  const sent = (await sentActions(tenant)).flatMap(({ driverIds }) => driverIds);
  expect(sent).toEqual(shown.map(({ id }) => id));
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
  await expect(rowOf(resultsOn(page), pen)).toContainText(results.rejected);
  await expect(page.getByText(`Access was denied earlier in this session. ${warning}`)).toBeVisible();
  await watch.expectAccessible();
});
