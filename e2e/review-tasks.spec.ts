import { failingDevice } from '../simulator/seeds/contoso-defender.ts';
import { lateralIncident, openTasks, resultsOn, select, sendingsOf } from './support/actions.ts';
import { signIn } from './support/sign-in.ts';
import { taskId } from './support/tasks.ts';
import { expect, rowOf, test } from './support/test.ts';
import { results } from './support/words.ts';

// Where a test shows a view of its own, the test has this view scanned; what they end with is scanned by others.
test.use({ scan: false });

/** What is about to be sent is what the review dialog says, whatever a person does before the last click. */

test('four laptops take a click; a server takes its number, and so does what Settings call important', async ({
  page,
  tenant,
  watch,
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
  await watch.expectAccessible();
});

test('tasks that conflict on one target are skipped until one is chosen; the rest runs', async ({
  page,
  tenant,
  watch,
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
  await watch.expectAccessible();
  await conflict.getByRole('radio', { name: /full/ }).check();
  await dialog.getByRole('button', { name: 'Run 2 actions' }).click();
  const outcomes = resultsOn(page);
  await expect(rowOf(outcomes, scan)).toContainText(results.started);
  await expect(rowOf(outcomes, first ?? '')).toContainText(results.started);
  const { arrived } = await sendingsOf(tenant);
  expect(arrived.map(({ path }) => path).some((path) => path.includes(taskId(second ?? '')))).toBe(false);
  expect(arrived).toHaveLength(2);
});

test.describe('hundreds of devices', () => {
  test.use({ seed: 'large' });

  test('are counted before they are restricted, and take their number', async ({ page, tenant, watch }) => {
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
    await watch.expectAccessible();
  });
});
