import type { Locator, Page } from '@playwright/test';
import { chooseDate, resultsOn, searchFor } from './support/actions.ts';
import { byDate, sentActions } from './support/drivers.ts';
import { addFreeze, driverIn, keepRingOrder, openMatrix, ringId } from './support/fleet.ts';
import { keepResultsOpen, signIn, signInByHand } from './support/sign-in.ts';
import { createTenant } from './support/tenant.ts';
import { expect, test } from './support/test.ts';
import { results } from './support/words.ts';

test.use({ seed: 'rings', permissions: ['clipboard-write'] });

const wifi = 'Intel - net - Wi-Fi 7 BE200 320MHz, 23.110.0.5';
const printer = 'Brother - Printers - HL-L6400DW series, 1.9.0.0';

/** Opens the dialog that approves the Wi-Fi driver in these rings. */
async function askWifi(page: Page, ringNames: readonly string[]): Promise<Locator> {
  const matrix = await openMatrix(page, '?q=BE200');
  await matrix.getByRole('checkbox', { name: `Select ${wifi}` }).check();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = page.getByRole('dialog');
  for (const ring of ringNames) await dialog.getByRole('checkbox', { name: ring }).check();
  return dialog;
}

const staged = (page: Page) => page.getByRole('group', { name: 'Staged changes' });
const changes = (page: Page) => page.getByRole('table', { name: 'Staged changes' });
const start = (page: Page) => page.getByRole('button', { name: /^Start run/ });

/** What is on the clipboard, pasted elsewhere: the app's own pages may not read it. */
async function copied(page: Page): Promise<string> {
  const paper = await page.context().newPage();
  await paper.setContent('<textarea></textarea>');
  await paper.locator('textarea').press('ControlOrMeta+v');
  const text = await paper.locator('textarea').inputValue();
  await paper.close();
  return text;
}

test('what is staged from the matrix and from a profile is checked again, and starts as one run', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await signIn(page, tenant, 'driver.admin', '/settings');
  await keepRingOrder(page);
  const dialog = await askWifi(page, ['Early', 'Broad']);
  await chooseDate(dialog, '2027-03-24T06:00');
  await dialog.getByRole('textbox', { name: 'Days from one profile to the next' }).fill('7');
  await dialog.getByRole('button', { name: 'Stage', exact: true }).click();
  await expect(staged(page)).toContainText('2 changes staged');
  // Dates that were staged stay, whatever is frozen afterward.
  await page.goto(new URL('/calendar', page.url()).href);
  await addFreeze(page, 'Quarter end', '2027-03-29', '2027-04-02');
  await openMatrix(page, '?q=BE200');
  // What is staged is marked as such in the cell, beside the state.
  const cell = page.getByRole('gridcell', { name: /^Needs review, staged: approve from 24 Mar 2027/ });
  await expect(cell).toBeVisible();
  await expect(staged(page)).toContainText('2 changes staged');
  expect(await sentActions(tenant)).toEqual([]);

  await page.goto(new URL(`/profiles/${ringId('Pilot')}`, page.url()).href);
  await page.getByRole('checkbox', { name: `Select ${printer}, needs review` }).check();
  await page.getByRole('button', { name: 'Decline', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stage', exact: true }).click();
  await expect(staged(page)).toContainText('3 changes staged');

  // Of a profile, the later change stands; a deletion waits in no plan.
  await page
    .getByRole('navigation', { name: 'Areas' })
    .getByRole('link', { name: /^Driver profiles/ })
    .click();
  await searchFor(page, 'profiles', 'kiosks');
  const kiosks = page.getByRole('dialog');
  const ask = async (command: string) => {
    await page.getByRole('toolbar', { name: 'Commands' }).getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: command }).click();
    await kiosks.getByRole('heading', { level: 2 }).waitFor();
  };
  await page.getByRole('checkbox', { name: 'Select Kiosks' }).check();
  await ask('Edit profile…');
  await kiosks.getByLabel('Description (optional)').fill('Lobbies');
  await kiosks.getByRole('button', { name: 'Stage', exact: true }).click();
  await expect(staged(page)).toContainText('4 changes staged');
  await ask('Delete profile…');
  await expect(kiosks.getByRole('button', { name: 'Stage', exact: true })).toHaveCount(0);
  await kiosks.getByRole('button', { name: 'Cancel' }).click();
  await ask('Edit profile…');
  await expect(kiosks).toContainText('Already in your plan: Edit profile, “Kiosks”');
  await kiosks.getByLabel('Description (optional)').fill('Lobbies and shops');
  await kiosks.getByRole('button', { name: 'Stage', exact: true }).click();
  await expect(staged(page)).toContainText('4 changes staged');
  expect(await sentActions(tenant)).toEqual([]);

  // A colleague is faster.
  await tenant.override({
    type: 'driver',
    id: driverIn('Pilot', printer),
    patch: { approvalStatus: 'approved' },
  });
  await page.getByRole('button', { name: 'Review plan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeVisible();
  await expect(page.getByText('1 change no longer applies.')).toBeVisible();
  await expect(changes(page).getByRole('row', { name: /Brother/ })).toContainText(
    'Approved since you staged it',
  );
  await expect(changes(page).getByRole('row', { name: /Edit profile Kiosks/ })).toContainText(
    'Lobbies and shops',
  );
  const when = page.getByRole('list', { name: 'By ring' });
  await expect(when).toContainText(/Early.*from 24 Mar 2027, 06:00/);
  await expect(when).toContainText(/Broad.*from 31 Mar 2027, 06:00, inside a freeze/);

  // A date inside a freeze needs a reason.
  await expect(start(page)).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Keep…' }).click();
  await page.getByRole('textbox', { name: 'Reason to keep them' }).fill('change board agreed');
  await page.getByRole('button', { name: 'Keep the dates' }).click();
  await expect(page.getByText('1 date kept inside a freeze, with a reason')).toBeVisible();
  await page.getByRole('textbox', { name: /^Note/ }).fill('CHG0048213');
  await page.getByRole('textbox', { name: 'Type 3 to confirm' }).fill('3');
  await page.getByText('Exact requests').click();
  await page.getByRole('list', { name: 'Exact requests' }).getByText('approve 1').first().click();
  await expect(page.getByText('"actionName": "approve"')).toBeVisible();
  await watch.expectAccessible();
  await expect(page.getByText('“CHG0048213; change board agreed”')).toBeVisible();
  await start(page).click();

  const outcomes = resultsOn(page);
  await expect(outcomes).toContainText('Plan of 3 changes');
  await expect(outcomes.getByRole('button', { name: new RegExp(`^${results.confirmed}`) })).toContainText(
    '3',
  );
  expect(byDate(await sentActions(tenant))).toEqual([
    {
      actionName: 'approve',
      driverIds: [driverIn('Early', wifi)],
      deploymentDate: '2027-03-24T05:00:00.000Z',
    },
    {
      actionName: 'approve',
      driverIds: [driverIn('Broad', wifi)],
      deploymentDate: '2027-03-31T04:00:00.000Z',
    },
  ]);
  const { requests } = await tenant.log();
  expect(requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([
    expect.objectContaining({ description: 'Lobbies and shops' }),
  ]);
  // What was sent leaves the plan; what was skipped stays until a person takes it out.
  await expect(changes(page).getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Remove skipped' }).click();
  await expect(page.getByText('Nothing staged.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeFocused();
  // Undo brings back what was removed, and never what was started.
  await page.keyboard.press('z');
  await expect(changes(page).getByRole('row')).toHaveCount(2);
  await page.keyboard.press('z');
  await expect(page.getByText('Nothing staged.')).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByText('Nothing staged.')).toBeVisible();
});

test('a plan goes to another person as a link or a file, and is refused where it was changed or belongs elsewhere', async ({
  page,
  tenant,
  watch,
  browser,
}) => {
  watch.declareStatus(403);
  await signIn(page, tenant, 'driver.admin', '/settings');
  const dialog = await askWifi(page, ['Early']);
  await dialog.getByRole('button', { name: 'Stage', exact: true }).click();
  await page.getByRole('button', { name: 'Review plan' }).click();
  await expect(page.getByText(/^Current state loaded/)).toBeVisible();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('status').getByText(/^Link copied/)).toBeVisible();
  const link = new URL(await copied(page));
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export plan' }).click();
  const file = await (await download).path();

  // A colleague in another browser has to sign in first.
  const elsewhere = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  const other = await elsewhere.newPage();
  await signInByHand(other, tenant, 'global.admin', `${link.pathname}${link.hash}`);
  const asked = other.getByRole('dialog', { name: 'Add 1 change to your plan?' });
  await expect(asked).toContainText(/Made by driver\.admin@/);
  await expect(asked.getByRole('list', { name: 'What joins your plan' })).toContainText(
    /^Approve .*Wi-Fi 7 BE200.* in .*Early/,
  );
  await expect(other).toHaveURL(/\/plan$/);
  await asked.getByRole('button', { name: 'Add to plan' }).click();
  await expect(changes(other).getByRole('row', { name: /BE200/ })).toBeVisible();

  const middle = Math.floor(link.hash.length / 2);
  const letter = link.hash[middle] === 'A' ? 'B' : 'A';
  const edited = `${link.hash.slice(0, middle)}${letter}${link.hash.slice(middle + 1)}`;
  await other.goto(`${tenant.appUrl}/plan${edited}`);
  // What one letter spoils depends on the letter.
  await expect(other.getByRole('dialog', { name: /was changed|isn’t a plan/ })).toBeVisible();
  await other.getByRole('button', { name: 'Close' }).click();
  await other.getByLabel('Plan file').setInputFiles({
    name: 'plan.json',
    mimeType: 'application/json',
    buffer: Buffer.alloc(20 * 1_048_576, ' '),
  });
  await expect(other.getByRole('dialog', { name: 'This plan is too large' })).toBeVisible();
  await other.getByRole('button', { name: 'Close' }).click();
  await other.getByLabel('Plan file').setInputFiles(file);
  await expect(asked).toContainText('would replace what you staged');
  await expect(asked).toContainText('Replaces yours: approve');
  await elsewhere.close();

  const stranger = await createTenant(`${tenant.name}-other`, 'contoso', true);
  const abroad = await browser.newContext();
  const page3 = await abroad.newPage();
  await signInByHand(page3, stranger, 'driver.admin', `/plan${link.hash}`);
  const refused = page3.getByRole('dialog', { name: 'This plan is for another tenant' });
  await expect(refused).toContainText(tenant.id);
  await abroad.close();
  await stranger.remove();
  expect(await sentActions(tenant)).toEqual([]);
});

test('two tabs stage into one plan, and it goes with the history when a person deletes that', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await signIn(page, tenant, 'driver.admin', '/settings');
  const second = await page.context().newPage();
  await signIn(second, tenant, 'driver.admin', '/settings');
  const dialogs = [await askWifi(page, ['Early']), await askWifi(second, ['Broad'])];
  await Promise.all(
    dialogs.map((dialog) => dialog.getByRole('button', { name: 'Stage', exact: true }).click()),
  );
  for (const tab of [page, second]) await expect(staged(tab)).toContainText('2 changes staged');

  await staged(second).getByRole('button', { name: 'Discard…' }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(staged(page)).toBeHidden();
  // Where it was discarded, the way back stays.
  await expect(staged(second)).toContainText('2 staged changes discarded');
  await expect(staged(second).getByRole('button', { name: 'Undo' })).toBeFocused();
  await second.goto(`${tenant.appUrl}/plan`);
  await expect(second.getByText('Nothing staged.')).toBeVisible();
  await second.close();

  const again = await askWifi(page, ['Early']);
  await again.getByRole('button', { name: 'Stage', exact: true }).click();
  await expect(staged(page)).toContainText('1 change staged');
  await page.goto(`${tenant.appUrl}/settings`);
  await page.getByRole('button', { name: 'Sign out and delete my history' }).click();
  const asked = page.getByRole('dialog');
  await expect(asked).toContainText('1 staged change');
  await asked.getByRole('button', { name: 'Sign out and delete' }).click();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await keepResultsOpen(page);
  await signInByHand(page, tenant, 'driver.admin', '/plan');
  await expect(page.getByText('Nothing staged.')).toBeVisible();
});
