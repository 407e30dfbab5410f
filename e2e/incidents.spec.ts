import type { Page } from '@playwright/test';
import { failingDevice } from '../simulator/seeds/contoso-defender.ts';
import { firstGrowth } from '../simulator/seeds/incidents.ts';
import { resultsOn, sendingsOf, typeNumber } from './support/actions.ts';
import { signIn } from './support/sign-in.ts';
import { taskId } from './support/tasks.ts';
import { expect, rowOf, test } from './support/test.ts';
import { results } from './support/words.ts';

test.use({ seed: 'incidents' });

const lateral = /Multi-stage incident involving initial access/;

const tasksOn = (page: Page) => page.getByRole('region', { name: 'Tasks', exact: true });
const listOn = (page: Page) => page.getByRole('list', { name: 'Incidents', exact: true });
/** The line of a task below the device that it acts on. */
const lineOf = (page: Page, device: string, title: string) =>
  tasksOn(page)
    .getByRole('region', { name: device, exact: true })
    .getByRole('listitem')
    .filter({ hasText: title });

test('an incident from the overview to its results: tasks by device, a run of all that can run, a colleague’s change, and the way back', async ({
  page,
  tenant,
}) => {
  await page.clock.install();
  await signIn(page, tenant, 'soc.operator', '/');
  await page
    .getByRole('list', { name: 'Incidents with tasks to start' })
    .getByRole('link', { name: lateral })
    .click();

  // What it is, and what it asks for.
  await expect(page.getByRole('heading', { level: 1, name: 'Incidents' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: lateral })).toBeVisible();
  await expect(listOn(page).getByRole('link', { name: lateral })).toHaveAttribute('aria-current');
  const tasks = tasksOn(page);
  await expect(tasks.getByRole('region', { name: failingDevice })).toContainText('Server');
  // Another incident asks for the same isolation: said before anything is sent.
  await expect(tasks.getByRole('region', { name: 'FIN-LT-0244' })).toContainText(
    '2 tasks isolate this device, the other in incident 2972412. Run one of them.',
  );
  await expect(lineOf(page, 'FIN-LT-0244', 'Isolate device')).toContainText(
    'A task of incident 2972412 does the same',
  );
  await expect(page.getByRole('region', { name: 'Context' })).toContainText('Isolate all four');

  // Numbers stand for all incidents, which are read by now.
  await expect(page.getByRole('button', { name: /^Open\s*\d+$/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^No owner\s*\d+$/ })).toBeVisible();
  await expect(page.getByText('not loaded')).toHaveCount(0);

  // All that can run, and why the rest doesn't.
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Run 6 response actions?' });
  await expect(dialog).toContainText('1 of 7 tasks of this incident is skipped');
  await expect(dialog.getByRole('list', { name: 'Actions to be started' })).toContainText('FIN-WS-0107');
  await expect(dialog.getByRole('link', { name: 'incident 2972412' })).toBeVisible();
  // A task becomes runnable while the dialog is open: the run leaves that task out, since the analyst hasn’t reviewed that task.
  await tenant.override({
    type: 'incidentTask',
    id: taskId('Call the user of FIN-LT-0231'),
    patch: {
      actionType: 'runAntiVirusScan',
      responseAction: { identifierValue: 'FIN-LT-0231' },
    },
  });
  await page.clock.fastForward('00:16');
  await expect(dialog).toContainText('1 more can run since you opened this: not included.');
  // Meanwhile a colleague runs one of them.
  await tenant.override({
    type: 'incidentTask',
    id: taskId('Isolate device FIN-WS-0107'),
    patch: { actionStatus: 'inProgress', lastModifiedByDisplayName: 'Priya Nair' },
  });
  await typeNumber(dialog);
  await dialog.getByRole('button', { name: 'Run 6 actions' }).click();

  const outcomes = resultsOn(page);
  await expect(rowOf(outcomes, 'Isolate device FIN-LT-0231')).toContainText(results.started);
  const byColleague = rowOf(outcomes, 'Isolate device FIN-WS-0107');
  await expect(byColleague).toContainText(results.alreadyRunning);
  await expect(byColleague).toContainText('Priya Nair');
  await expect(lineOf(page, 'FIN-LT-0231', 'Isolate device')).toContainText('In progress');
  const { arrived } = await sendingsOf(tenant);
  expect(arrived.map(({ path }) => path)).not.toContainEqual(
    expect.stringContaining(taskId('Isolate device FIN-WS-0107')),
  );

  // Its end, as Defender says; what failed leads to the steps by hand, and what was done to the way back.
  await tenant.advance(60_000);
  await page.clock.fastForward('00:40');
  const isolation = lineOf(page, 'FIN-LT-0231', 'Isolate device');
  await expect(isolation).toContainText(results.completed);
  await expect(tasks.getByRole('region', { name: 'FIN-LT-0231' })).toContainText(/Isolated .*\d/);
  await expect(isolation).toContainText('started by you');
  const failure = lineOf(page, failingDevice, 'Isolate device');
  await expect(failure).toContainText(results.failed);
  await expect(failure.getByRole('button', { name: 'By hand' })).toBeVisible();
  await isolation.getByRole('button', { name: 'How to release' }).click();
  await expect(isolation).toContainText('Release from isolation');
  await expect(isolation.getByRole('link', { name: 'Open the device in Defender' })).toBeVisible();

  // What was typed for an incident is there again after a way out of the page.
  const comment = page.getByRole('textbox', { name: 'Comment', exact: true });
  await page.keyboard.press('c');
  await comment.fill('Called Adele: she opened the attachment.');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 2, name: lateral })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('c');
  await expect(comment).toHaveValue('Called Adele: she opened the attachment.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // The next incident, by a key; what is asked at once is about that one, or not asked.
  await page.keyboard.press('j');
  await page.keyboard.press('i');
  await expect(listOn(page).getByRole('link', { name: lateral })).not.toHaveAttribute('aria-current');
  await expect(page.getByRole('heading', { level: 2, name: /^Pre-ransomware/ })).toBeVisible();
  await expect(page).toHaveURL(/\/incidents\/2972401/);
  await page.keyboard.press('i');
  await expect(page.getByRole('dialog', { name: 'Assign to me?' })).toContainText('2972401');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('an incident keeps what is its own: a warning of the Experts, what was unticked, and a dialog that was left open', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'soc.operator', '/incidents/2972412');
  const ransomware = /Ransomware operator/;
  const opened = (name: RegExp) => page.getByRole('heading', { level: 2, name });
  await expect(opened(ransomware)).toBeVisible();

  // A person decides about what the Experts warn of; the rest is selected, until it is unticked.
  const boxOf = (device: string, title: string) => lineOf(page, device, title).getByRole('checkbox');
  await expect(boxOf('SRV-SQL-03', 'Isolate device')).toBeChecked();
  await expect(boxOf('DC-02', 'Isolate device')).not.toBeChecked();
  await expect(lineOf(page, 'DC-02', 'Isolate device')).toContainText('Warning by Defender Experts');
  const unticked = boxOf('SRV-SQL-03', 'package');
  await unticked.uncheck();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'Run 3 response actions?' })).toBeVisible();
  await expect(dialog).toContainText('Incident 2972412, Ransomware operator');
  await expect(dialog.getByRole('blockquote')).toContainText('Contain DC-02 last');
  await expect(dialog).toContainText(/1 warning by Defender Experts/);
  await typeNumber(dialog);
  await dialog.getByRole('button', { name: 'Run 3 actions' }).click();
  await expect(lineOf(page, 'SRV-SQL-03', 'Isolate device')).toContainText('In progress');
  // Something can still run: the command leads to it, and a new task says that it came later.
  await expect(page.getByRole('button', { name: 'Select tasks to run' })).toBeEnabled();
  await expect(unticked).not.toBeChecked();
  await tenant.advance(firstGrowth);
  await page.getByRole('main').getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(lineOf(page, 'SRV-FILE-07', 'Isolate device')).toContainText('Arrived after your choice');
  await expect(page.getByText('0 selected of 3 that can run here')).toBeVisible();
  await listOn(page).getByRole('link', { name: lateral }).click();
  await expect(opened(lateral)).toBeVisible();
  await listOn(page).getByRole('link', { name: ransomware }).click();
  await expect(opened(ransomware)).toBeVisible();
  await expect(unticked).not.toBeChecked();
  await page.getByRole('link', { name: 'History', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
  await page.goBack();
  await expect(opened(ransomware)).toBeVisible();
  await expect(unticked).not.toBeChecked();

  // Left open, a dialog waits for its incident.
  const call = tasksOn(page).getByRole('listitem').filter({ hasText: 'Change the password' });
  await call.getByRole('button', { name: 'Mark done…' }).click();
  const note = dialog.getByLabel('Note (optional)');
  await expect(note).toBeFocused();
  await page.keyboard.type('CHG-1042');
  await page.goto(tenant.appUrl);
  await page
    .getByRole('list', { name: 'Incidents with tasks to start' })
    .getByRole('link', { name: lateral })
    .click();
  await expect(opened(lateral)).toBeVisible();
  await expect(lineOf(page, 'FIN-LT-0231', 'Isolate device')).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await listOn(page).getByRole('link', { name: ransomware }).click();
  await expect(dialog).toContainText('Incident 2972412, Ransomware operator');
  await expect(note).toHaveValue('CHG-1042');
  await expect(note).toBeFocused();
  // The note is told again below its task, and publicly where the person wants that.
  await dialog.getByRole('checkbox', { name: 'Also add the note as a comment on the incident' }).check();
  await note.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(call).toContainText('Completed by hand');
  await call.getByRole('button', { name: /^Change the password/ }).click();
  await expect(call).toContainText('Your note: CHG-1042');
  await expect
    .poll(async () => JSON.stringify((await tenant.log()).requests.filter(({ method }) => method === 'POST')))
    .toMatch(/Change the password[^"]*: CHG-1042/);
});
