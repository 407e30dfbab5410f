import { failingDevice, partialFile, stuckDevice } from '../simulator/seeds/contoso-defender.ts';
import {
  addNote,
  lateralIncident,
  openTasks,
  ransomwareIncident,
  resultsOn,
  runActions,
  select,
  sendingsOf,
  typeNumber,
} from './support/actions.ts';
import { signIn } from './support/sign-in.ts';
import { taskId } from './support/tasks.ts';
import { expect, rowOf, test } from './support/test.ts';
import { actionStatuses, names, results } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const isolation = 'Isolate device FIN-LT-0231';
const failing = `Isolate device ${failingDevice}`;
const partial = `Stop and quarantine file ${partialFile}`;
const stuck = `Isolate device ${stuckDevice}`;

test('[G16 SR-21] running one action: started when Defender has accepted the request, and completed only when Defender says so', async ({
  page,
  tenant,
}) => {
  await page.clock.install();
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  await select(tasks, [isolation]);
  await page.getByRole('button', { name: 'Run action' }).click();
  const dialog = page.getByRole('dialog', { name: `${isolation}?` });
  await expect(dialog).toContainText('keeps only its connection to Defender');
  await addNote(dialog, 'INC-2972395');
  await dialog.getByRole('button', { name: 'Isolate device' }).click();

  const outcomes = resultsOn(page);
  await expect(rowOf(outcomes, isolation)).toContainText(results.started);
  await expect(outcomes).not.toContainText(results.completed);
  await expect(outcomes).toContainText('Note: INC-2972395');
  await expect(rowOf(tasks, isolation)).toContainText('In progress');
  const { arrived, effects } = await sendingsOf(tenant);
  expect(arrived.map(({ status }) => status)).toEqual([204]);
  expect(effects).toBe(1);

  // The results stay in sight on another page, as one line.
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await tenant.advance(25_000);
  await page.clock.fastForward('00:10');
  await expect(outcomes).toContainText(`1 task: 1 ${results.completed.toLowerCase()}`);
  await page.goBack();
  await expect(rowOf(outcomes, isolation)).toContainText(results.completed);
  await expect(rowOf(tasks, isolation)).toContainText(actionStatuses.completed);

  // From then on this browser knows how long an isolation takes.
  const next = 'Isolate device FIN-LT-0244';
  await runActions(page, tasks, [next], 'Isolate device');
  await expect(rowOf(tasks, next)).toContainText(/In progress \d+ s \(usually \d+ s here\)/);
});

test('[G16] running several: one request each, and each ends as Defender says: done, failed, partly done', async ({
  page,
  tenant,
}) => {
  await page.clock.install();
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page, ransomwareIncident);
  await select(tasks, [partial]);
  await openTasks(page, lateralIncident);
  await expect(page.getByText('1 selected, 1 hidden by filters')).toBeVisible();
  await select(tasks, [isolation, failing]);
  await page.getByRole('button', { name: 'Run action' }).click();
  const dialog = page.getByRole('dialog', { name: 'Run 2 response actions?' });
  // The number is of those in sight: a hidden one runs only where a person includes it.
  const included = page.getByRole('dialog', { name: 'Run 3 response actions?' });
  await dialog.getByRole('checkbox', { name: 'Include 1 hidden by filters' }).check();
  await expect(included.getByRole('list', { name: 'Actions to be started' })).toContainText(partialFile);
  await typeNumber(included);
  await included.getByRole('button', { name: 'Run 3 actions' }).click();

  const outcomes = resultsOn(page);
  await expect(outcomes.getByRole('button', { name: `${results.started} 3` })).toBeVisible();
  const inTheirOrder = await outcomes.getByRole('rowheader').allTextContents();
  await tenant.advance(60_000);
  await page.clock.fastForward('00:20');
  await expect(rowOf(outcomes, isolation)).toContainText(results.completed);
  await expect(rowOf(outcomes, failing)).toContainText('Defender reports that the action failed');
  await expect(rowOf(outcomes, partial)).toContainText(results.partiallyCompleted);
  // What needs a person first comes first when a person asks for it.
  expect(await outcomes.getByRole('rowheader').allTextContents()).toEqual(inTheirOrder);
  await outcomes.getByRole('button', { name: 'Update order' }).click();
  await expect(outcomes.getByRole('rowheader').first()).toHaveText(failing);
  const { arrived } = await sendingsOf(tenant);
  expect(new Set(arrived.map(({ path }) => path)).size).toBe(3);
  expect(arrived).toHaveLength(3);
});

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
  // Of two that are as severe, the older one; a title has all the room there is.
  await expect(groups.nth(0)).toContainText(/Pre-ransomware activity.*High2972401 · 3 h · 3 devices/);
  await expect(groups.nth(0)).toContainText(/0 of 1 isolated · 1 of 5 done.*1 stuck/);
  await expect(groups.nth(1)).toContainText(/Multi-stage incident.*High2972395 · 1 h · 4 devices/);
  await expect(groups.nth(1)).toContainText(/1 of 4 isolated · 1 of 7 done.*1 failed/);
  await expect(groups.nth(2)).toContainText(/1 device, 1 user/);

  // Nothing is cut: neither a title of a column nor what stands below.
  const cut = await tasks
    .locator('[role=columnheader], [role=rowheader], [role=gridcell][aria-colindex="3"]')
    .evaluateAll((cells) =>
      cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
    );
  expect(cut).toEqual([]);
  const refresh = page.getByRole('main').getByRole('button', { name: 'Refresh', exact: true });
  const [title, button] = [
    await page.getByRole('heading', { level: 1 }).boundingBox(),
    await refresh.boundingBox(),
  ];
  expect(button?.y).toBeLessThan((title?.y ?? 0) + (title?.height ?? 0));

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
  await expect(tasks.getByRole('row').nth(1)).toContainText(/Pre-ransomware activity.*High/);
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

test('what failed or is stuck is counted where the tasks are named, and found by a click', async ({
  page,
  tenant,
}) => {
  // The list stays older than the run for as long as the test lasts.
  const patch = { actionStatus: 'notStarted', status: 'open' };
  await tenant.override({ type: 'incidentTask', id: taskId(isolation), patch });
  await signIn(page, tenant, 'soc.operator', '/incident-tasks');
  const tasks = page.getByRole('grid', { name: names.tasks });
  const main = page.getByRole('main');
  await expect(main.getByText('27 tasks')).toBeVisible();
  await expect(main.getByText('20 not started')).toBeVisible();
  await expect(main.getByText(/\d in progress/)).toHaveCount(0);
  await expect(
    page.getByRole('link', { name: `${names.tasks} 1 failed, 1 partially completed, 1 stuck` }),
  ).toBeVisible();
  const stuckLabel = rowOf(tasks, stuckDevice).getByTitle(/Since the last change/);
  await expect(stuckLabel).toHaveText('In progress 3 h, stuck');

  for (const [count, title] of [
    ['1 failed', 'Collect investigation package from SALES-LT-0310'],
    ['1 partially completed', 'Run antivirus scan on SALES-LT-0311'],
    ['1 stuck', stuck],
  ] as const) {
    await main.getByRole('button', { name: count }).click();
    await expect(tasks.getByRole('rowheader')).toHaveText([title]);
  }
  await page.getByRole('button', { name: 'Clear filters' }).click();

  await runActions(page, tasks, [isolation], 'Isolate device');
  await expect(rowOf(tasks, isolation)).toContainText(results.started);
  await expect(main.getByText('19 not started')).toBeVisible();
  await expect(main.getByText('1 in progress', { exact: true })).toBeVisible();
});
