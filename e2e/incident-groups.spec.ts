import { failingDevice } from '../simulator/seeds/contoso-defender.ts';
import { lateralIncident, openTasks } from './support/actions.ts';
import { signIn } from './support/sign-in.ts';
import { taskId } from './support/tasks.ts';
import { expect, rowOf, test } from './support/test.ts';
import { names, results } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const isolation = 'Isolate device FIN-LT-0231';
const failing = `Isolate device ${failingDevice}`;

test('tasks stand under their incident with its urgency, title, targets and progress, the most urgent first', async ({
  page,
  tenant,
  watch,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  // One device is isolated, one failed; nothing is left to do in the incident that awaits the reader most.
  const patches = [
    [isolation, { actionStatus: 'completed', status: 'completed' }],
    [failing, { actionStatus: 'failed', status: 'failed' }],
  ] as const;
  for (const [title, patch] of patches)
    await tenant.override({ type: 'incidentTask', id: taskId(title), patch });
  await signIn(page, tenant, 'soc.operator', '/incident-tasks');
  const tasks = page.getByRole('grid', { name: names.tasks });
  const groups = tasks
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox', { name: /^Select all \d+ in / }) });
  await expect(groups.first()).toContainText('High');
  // Of those that are as severe, the one with a deadline today, then the older one; a title has all the room there is.
  await expect(groups.nth(0)).toContainText(/Multi-stage incident.*High1 h · 4 devices · 2972395/);
  await expect(groups.nth(0)).toContainText(/1 of 4 isolated · 1 of 7 done.*1 failed/);
  await expect(groups.nth(1)).toContainText(/Pre-ransomware activity.*High3 h · 3 devices · 2972401/);
  await expect(groups.nth(1)).toContainText(/0 of 1 isolated · 1 of 5 done.*1 stuck/);
  await expect(groups.nth(2)).toContainText(/1 device, 1 user/);

  // Nothing is cut: neither a title of a column nor what stands below.
  const titles = '[aria-colspan] button bdi, [role=columnheader], [role=rowheader]';
  const cells = tasks.locator(`${titles}, [role=gridcell][aria-colindex="3"]`);
  const cut = () =>
    cells.evaluateAll((all) =>
      all.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
    );
  await expect.poll(cut).toEqual([]);
  const refresh = page.getByRole('main').getByRole('button', { name: 'Refresh', exact: true });
  const heading = page.getByRole('heading', { level: 1 });
  await expect(async () => {
    const [title, button] = [await heading.boundingBox(), await refresh.boundingBox()];
    expect(button?.y).toBeLessThan((title?.y ?? 0) + (title?.height ?? 0));
  }).toPass();

  // Incidents in which nothing is left to do come last, however severe.
  await page.keyboard.press('End');
  await page.getByRole('searchbox', { name: 'Search tasks' }).fill('high');
  await expect(groups).toHaveCount(3);
  await expect(groups.nth(2)).toContainText(/Malicious document opened in Purchasing.*2 of 2 done/);

  // Titles and severity are searched; severity filters.
  await page.getByRole('searchbox', { name: 'Search tasks' }).fill('unwanted software low');
  await expect(groups).toHaveCount(1);
  await expect(tasks.getByRole('rowheader')).toHaveCount(2);
  await page.getByRole('searchbox', { name: 'Search tasks' }).fill('');
  await page.getByRole('search').getByRole('button', { name: 'Severity' }).click();
  await page.getByRole('checkbox', { name: /^Medium/ }).check();
  await watch.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(groups).toHaveCount(2);

  // One click takes all of an incident's tasks, another folds them.
  await groups.first().getByRole('checkbox').check();
  await expect(page.getByRole('group', { name: 'Selection' })).toContainText('3 selected');
  await groups.first().getByRole('button').click();
  await expect(tasks.getByRole('rowheader', { name: 'Enable user' })).toBeHidden();
  await watch.expectAccessible();

  // On a phone, a row has two lines: the title with its target, and below it state and age.
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('button', { name: 'Clear filters' }).click();
  const row = rowOf(tasks, failing);
  await expect.poll(async () => (await row.boundingBox())?.height).toBe(60);
  await expect(async () => {
    const [task, state, age] = [
      await row.getByRole('rowheader').boundingBox(),
      await row.getByText(results.failed).boundingBox(),
      await row.getByText(/^\d+ h ago$/).boundingBox(),
    ];
    expect(task?.width).toBeGreaterThan(280);
    expect(state?.y).toBeGreaterThanOrEqual((task?.y ?? 0) + (task?.height ?? 0));
    expect(Math.abs((age?.y ?? 0) - (state?.y ?? 0))).toBeLessThan(4);
    expect(age?.x).toBeGreaterThan((state?.x ?? 0) + (state?.width ?? 0));
  }).toPass();
});

test('in one list, each task says its incident, and the address keeps which', async ({ page, tenant }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  const group = page.getByRole('button', { name: 'Group by incident' });
  const heading = tasks.getByRole('button', { name: /^Multi-stage incident/ });
  await expect(heading).toBeVisible();
  await expect(tasks.getByRole('rowheader')).toHaveCount(7);

  await group.click();
  await expect(heading).toBeHidden();
  await expect(tasks.getByRole('rowheader')).toHaveCount(7);
  await expect(rowOf(tasks, isolation)).toContainText(/High.*Multi-stage incident/);
  await page.reload();
  await expect(group).toHaveAttribute('aria-pressed', 'false');
  await expect(tasks.getByRole('rowheader')).toHaveCount(7);
  await expect(heading).toBeHidden();
});

test('rows are there before their incidents; the order follows on request once a person looks at them', async ({
  page,
  tenant,
}) => {
  await tenant.fault({ kind: 'latency', ms: 4_000, match: { method: 'GET', path: 'security/incidents' } });
  await signIn(page, tenant, 'soc.operator', '/incident-tasks');
  const tasks = page.getByRole('grid', { name: names.tasks });
  await expect(tasks.getByRole('row').nth(1)).toContainText('Loading severity…');
  const first = await tasks.getByRole('rowheader').first().textContent();
  await tasks.getByRole('rowheader').first().hover();
  await expect(tasks).not.toContainText('Loading severity…');
  await expect(tasks.getByRole('rowheader').first()).toHaveText(first ?? '');
  await page.getByRole('button', { name: 'Update order' }).click();
  await expect(tasks.getByRole('row').nth(1)).toContainText(/Multi-stage incident.*High/);
});

test('without permission for incidents this is said once, and the tasks stand under their ids', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await tenant.fault({ kind: 'forbidden', match: { path: 'security/incidents' } });
  await signIn(page, tenant, 'soc.operator', `/incident-tasks?task=${taskId(isolation)}`);
  const tasks = page.getByRole('grid', { name: names.tasks });
  await expect(page.getByRole('region', { name: 'Incident', exact: true })).toContainText(
    'No permission to load this incident',
  );
  await expect(page.getByRole('alert')).toHaveCount(1);
  await expect(page.getByRole('alert')).toContainText('Titles and severity of incidents');
  await expect(tasks.getByRole('button', { name: `Incident ${lateralIncident}` })).toBeVisible();
  await expect(tasks.getByRole('row').filter({ hasText: 'Severity not loaded' }).first()).toBeVisible();
  await tenant.clearFaults();
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(tasks).toContainText('Multi-stage incident');
  await watch.expectAccessible();
});
