import type { Page } from '@playwright/test';
import { failingDevice } from '../simulator/seeds/contoso-defender.ts';
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
    '2 tasks isolate this device. Run one of them.',
  );
  await expect(page.getByRole('region', { name: 'Context' })).toContainText('Isolate all four');

  // All that can run, and why the rest doesn't.
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Run 6 response actions?' });
  await expect(dialog).toContainText('1 of 7 tasks of this incident is skipped');
  await expect(dialog.getByRole('list', { name: 'Actions to be started' })).toContainText('FIN-WS-0107');
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
  await expect(rowOf(outcomes, 'Isolate device FIN-WS-0107')).toContainText(/Priya Nair|progress/);
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
  await expect(tasks.getByRole('region', { name: 'FIN-LT-0231' })).toContainText(/Isolated \d/);
  const failure = lineOf(page, failingDevice, 'Isolate device');
  await expect(failure).toContainText(results.failed);
  await expect(failure.getByRole('button', { name: 'By hand' })).toBeVisible();
  await isolation.getByRole('button', { name: 'Undo' }).click();
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
  await expect(page.getByRole('heading', { level: 2, name: /Ransomware operator/ })).toBeVisible();
  await expect(page).toHaveURL(/\/incidents\/2972412/);
  await page.keyboard.press('i');
  await expect(page.getByRole('dialog', { name: 'Assign to me?' })).toContainText('2972412');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
