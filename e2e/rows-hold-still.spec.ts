import type { Locator, Page } from '@playwright/test';
import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { lateralIncident, runActions, select } from './support/actions.ts';
import { driversOn, pathOf } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { taskId } from './support/tasks.ts';
import type { Tenant } from './support/tenant.ts';
import { expect, rowOf, settledBox, test } from './support/test.ts';
import { actionStatuses, buttons } from './support/words.ts';

// Where a test shows a view of its own, the test has this view scanned; what they end with is scanned by others.
test.use({ scan: false });

const first = 'Isolate device FIN-LT-0231';
const second = 'Isolate device FIN-LT-0244';
const ofIncident = `/incident-tasks?q=${lateralIncident}`;
const updateOrder = 'Update order';

const tasksOn = (page: Page) => page.getByRole('grid', { name: 'Incident tasks' });

/** The rows behind whatever is open, with their places on screen. */
function placesOf(page: Page): Promise<readonly string[]> {
  return page
    .locator('[role=grid][aria-label="Incident tasks"] [role=row]:has([role=rowheader])')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const { top } = row.getBoundingClientRect();
        const title = row.querySelector('[role=rowheader] button')?.textContent;
        return `${top} ${row.getAttribute('aria-rowindex')} ${title}`;
      }),
    );
}

/** Defender ends the action of a task. */
async function complete(tenant: Tenant, title: string): Promise<void> {
  await tenant.override({
    type: 'incidentTask',
    id: taskId(title),
    patch: { actionStatus: 'completed', status: 'completed' },
  });
}

/** By keyboard: the pointer stays where it is. */
async function refresh(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: buttons.refresh, exact: true }).press('Enter');
}

async function showNotStarted(page: Page): Promise<void> {
  await page.getByRole('search').getByRole('button', { name: 'Action status' }).click();
  await page.getByRole('checkbox', { name: new RegExp(`^${actionStatuses.notStarted}`) }).check();
  await page.keyboard.press('Escape');
}

async function centerOf(row: Locator): Promise<{ x: number; y: number }> {
  const box = await settledBox(row);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a run changes what the list is sorted by: its rows stay and are marked until a person updates the order', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'soc.operator', `${ofIncident}&sort=actionStatus`);
  const tasks = tasksOn(page);
  await expect(tasks.getByRole('rowheader')).toHaveCount(7);
  const titles = await tasks.getByRole('rowheader').allTextContents();
  await runActions(page, tasks, [second], 'Isolate device');

  const changed = rowOf(tasks, second)
    .getByRole('gridcell')
    .filter({ hasText: actionStatuses.inProgress })
    .first();
  await expect(page.getByText('Order changed: 1 row.')).toBeVisible();
  await expect(changed).toHaveAccessibleDescription('Changed');
  expect(await tasks.getByRole('rowheader').allTextContents()).toEqual(titles);

  await page.getByRole('button', { name: updateOrder }).click();
  await expect(page.getByRole('button', { name: updateOrder })).toBeHidden();
  await expect(tasks.locator(':focus')).toHaveCount(1);
  const sorted = await tasks.getByRole('rowheader').allTextContents();
  expect(sorted).not.toEqual(titles);
  expect(sorted.toSorted()).toEqual(titles.toSorted());

  // What is asked of the rows orders them without being asked for.
  await complete(tenant, first);
  await refresh(page);
  await expect(page.getByRole('button', { name: updateOrder })).toBeVisible();
  await tasks.getByRole('button', { name: 'Title' }).click();
  await expect(page.getByRole('button', { name: updateOrder })).toBeHidden();
});

test('a refresh under the pointer: the row stays there, says that it no longer matches, and is not selected with the rest', async ({
  page,
  tenant,
  watch,
}) => {
  await signIn(page, tenant, 'soc.operator', ofIncident);
  const tasks = tasksOn(page);
  await showNotStarted(page);
  const all = tasks.getByRole('checkbox', { name: /^Select all \d+ matching/ });
  await expect(all).toHaveAccessibleName(/ \d+ matching tasks$/);
  const matching = (await tasks.getByRole('rowheader').count()) - 1;
  await select(tasks, [first]);
  const point = await centerOf(rowOf(tasks, second));
  await page.mouse.move(point.x, point.y);

  for (const title of [first, second]) await complete(tenant, title);
  await refresh(page);
  const selected = page.getByRole('group', { name: 'Selection' });
  await expect(selected.getByRole('status')).toHaveText('1 selected, 1 outside the filters');
  await expect(selected).toContainText('Not sent unless you include them');
  const under = await page.evaluate(
    ({ x, y }) => document.elementFromPoint(x, y)?.closest('[role=row]')?.textContent,
    point,
  );
  expect(under).toContain(second);
  await expect(tasks.getByRole('rowheader', { name: second })).toContainText('No longer matches');
  await expect(page.getByText('Order changed: 2 rows.')).toBeVisible();

  await expect(all).toHaveAccessibleName(`Select all ${matching - 1} matching tasks`);
  await all.check();
  await expect(rowOf(tasks, second).getByRole('checkbox')).not.toBeChecked();
  await expect(selected.getByRole('status')).toHaveText(
    `All ${matching - 1} matching selected, and 1 outside the filters`,
  );
  await page.getByRole('button', { name: updateOrder }).click();
  await expect(rowOf(tasks, second)).toBeHidden();
  await expect(selected.getByRole('status')).toHaveText(
    `All ${matching - 1} matching selected, and 1 hidden by filters`,
  );

  // A task that a refresh doesn't bring is called unlisted only once no refresh is under way.
  const third = 'Isolate device FIN-WS-0107';
  const header = tasks.getByRole('rowheader', { name: third });
  await header.getByRole('button').click();
  const patch = { id: '1', displayName: 'Another task' };
  await tenant.override({ type: 'incidentTask', id: taskId(third), patch });
  await refresh(page);
  const details = page.getByRole('complementary');
  await expect(header).toContainText('Not listed');
  await expect(details).toContainText('This task isn’t in the list');
  await tenant.fault({ kind: 'latency', ms: 2_000, match: { method: 'GET', path: 'incidentTasks' } });
  await refresh(page);
  await expect(details).toContainText('Looking for this task…');
  await expect(header).not.toContainText('Not listed');
  await expect(header).toContainText('Not listed');
  await watch.expectAccessible();
});

test('the list refreshes itself behind an open dialog: nothing moves there', async ({ page, tenant }) => {
  await page.clock.install();
  await signIn(page, tenant, 'soc.operator', `${ofIncident}&sort=actionStatus`);
  const tasks = tasksOn(page);
  // While an action is in progress, the list refreshes itself.
  await tenant.override({
    type: 'incidentTask',
    id: taskId(first),
    patch: { actionStatus: 'inProgress', status: 'inProgress' },
  });
  await refresh(page);
  await expect(rowOf(tasks, first)).toContainText(actionStatuses.inProgress);
  await showNotStarted(page);
  await select(tasks, [second]);
  await page.getByRole('button', { name: 'Run action', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  const places = await placesOf(page);
  await complete(tenant, second);
  await page.clock.fastForward('00:16');
  const grid = page.locator('[role=grid][aria-label="Incident tasks"]');
  await expect(grid).toContainText('No longer matches');
  expect(await placesOf(page)).toEqual(places);
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('typing in the search beside open details moves nothing, and the field has one ring', async ({
  page,
  tenant,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, tenant, 'global.admin', '/settings');
  for (const [path, label, word, grid] of [
    ['/incident-tasks', 'Search tasks', 'isolate', tasksOn(page)],
    [`${pathOf(pilotRingName)}?tab=all`, 'Search drivers', 'realtek', driversOn(page)],
  ] as const) {
    await page.goto(`${tenant.appUrl}${path}`);
    // With the severities, tasks have their order.
    if (path === '/incident-tasks') await expect(grid.getByText('High').first()).toBeVisible();
    await grid.getByRole('rowheader').first().getByRole('button').click();
    await expect(page.getByRole('complementary')).toBeVisible();
    const count = page.getByRole('search').getByRole('status');
    await expect(count).toHaveText(/^\d+$/);
    const { y } = await settledBox(grid);
    const search = page.getByRole('searchbox', { name: label });
    await search.fill(word);
    await expect(count).toHaveText(/ of /);
    expect((await settledBox(grid)).y).toBe(y);
    await expect(page.getByRole('button', { name: 'Clear filters' })).toBeVisible();
    await expect(search).toBeFocused();
    expect(await search.evaluate((field) => getComputedStyle(field).outlineStyle)).toBe('none');
    // Nor do details that open beside a search.
    await page.getByRole('button', { name: /^Close details/ }).click();
    await expect(page.getByRole('complementary')).toHaveCount(0);
    const closed = await settledBox(grid);
    await grid.getByRole('rowheader').first().getByRole('button').click();
    await expect(page.getByRole('complementary')).toBeVisible();
    expect((await settledBox(grid)).y).toBe(closed.y);
  }
});
