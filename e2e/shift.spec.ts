import type { Locator, Page } from '@playwright/test';
import { incidentsDefender } from '../simulator/seeds/incidents.ts';
import { askedNumber, numberField, resultsOn } from './support/actions.ts';
import { pressUntilFocused } from './support/keys.ts';
import { signIn } from './support/sign-in.ts';
import { taskId } from './support/tasks.ts';
import { expect, rowOf, test } from './support/test.ts';
import { actionStatuses, results } from './support/words.ts';

// Other tests scan the views that this one ends with.
test.use({ scan: false, seed: 'incidents', permissions: ['clipboard-write'] });

const preRansomware = 'Pre-ransomware activity on an engineering workstation';
const multiStage = 'Multi-stage incident involving initial access and lateral movement on multiple endpoints';
const isolation = 'Isolate device FIN-LT-0231';
const call = 'Call the user of FIN-LT-0231';
const stuck = 'Isolate device ENG-WS-0419';

/** Types the number that a dialog asks for, if it asks for one; the field has the focus then. */
async function typeAskedNumber(page: Page, dialog: Locator): Promise<void> {
  const number = await askedNumber(dialog);
  if (number === '') return;
  await expect(numberField(dialog)).toBeFocused();
  await page.keyboard.type(number);
}

/** Confirms a dialog by its last button. */
async function confirm(page: Page, dialog: Locator, name: RegExp): Promise<void> {
  await pressUntilFocused(page, 'Tab', dialog.getByRole('button', { name }).last());
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

test('a whole shift with the keyboard alone: take an incident, contain, mark done, comment, hand over', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'soc.operator', '/');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  const { keyboard } = page;
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await keyboard.press(key);
  };
  const dialog = page.getByRole('dialog');
  const titled = (name: string) => page.getByRole('heading', { level: 2, name });
  const incident = page.getByRole('article', { name: multiStage });
  const tasks = page.getByRole('region', { name: 'Tasks' });

  // The one with a deadline is the most urgent.
  await press('g', 'i');
  await expect(titled(multiStage)).toBeVisible();
  await expect(page).toHaveURL(/\/incidents\/2972395/);
  await press('j');
  await expect(titled(preRansomware)).toBeVisible();
  await press('k');
  await expect(titled(multiStage)).toBeVisible();

  // One key opens a confirmation, and Enter alone gives it.
  await press('i');
  await expect(dialog.getByRole('heading', { name: 'Assign to me?' })).toBeVisible();
  await press('Enter');
  await expect(dialog).toBeHidden();
  await expect(incident).toContainText('assigned to you');

  await press('r');
  await expect(dialog.getByRole('heading', { level: 2 })).toHaveText(/\?$/);
  await typeAskedNumber(page, dialog);
  await confirm(page, dialog, /^Run \d+/);
  await expect(rowOf(resultsOn(page), isolation)).toContainText(
    new RegExp(`${results.started}|${results.completed}`),
  );
  await expect(tasks).toContainText(actionStatuses.inProgress);

  await pressUntilFocused(page, 'Tab', tasks);
  const row = tasks.getByRole('listitem').filter({ hasText: call });
  await pressUntilFocused(page, 'Tab', tasks.getByRole('button', { expanded: false, name: /\w/ }).first());
  await pressUntilFocused(page, 'ArrowDown', row);
  await press('m');
  await expect(dialog).toBeVisible();
  await confirm(page, dialog, /^Mark 1 task done/);
  await expect(row).toContainText('Completed by hand');

  await press('c');
  await pressUntilFocused(page, 'Tab', dialog.getByRole('textbox', { name: 'Comment' }));
  await keyboard.type('Called Adele: she opened the attachment.');
  await confirm(page, dialog, /^Add comment/);
  await expect(page.getByRole('region', { name: 'Context' })).toContainText('Called Adele');

  await press('g', 'n');
  await expect(page.getByRole('heading', { level: 1, name: 'Hand-over' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(multiStage);
  const copy = page.getByRole('button', { name: 'Copy as Markdown' });
  await expect(copy).toBeEnabled();
  await pressUntilFocused(page, 'Tab', copy);
  await press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Copied as Markdown' })).toBeVisible();

  // Defender gives up on what somebody else started: no page of incidents is open.
  await tenant.override({
    type: 'incidentTask',
    id: taskId(stuck, incidentsDefender(Date.now())),
    patch: { actionStatus: 'failed' },
  });
  const notice = page.getByRole('main').getByRole('status').filter({ hasText: '1 response action failed' });
  await expect(notice).toContainText(stuck, { timeout: 60_000 });
  await expect(page).toHaveTitle(/^\(1\) Hand-over/);
  await pressUntilFocused(page, 'Tab', notice.getByRole('link', { name: 'See incident' }));
  await press('Enter');
  await expect(titled(preRansomware)).toBeVisible();
  await expect(page).toHaveTitle(/^Incidents/);
});
