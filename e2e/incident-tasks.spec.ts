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

test('[G16 U14 SR-21] running one action: started when Defender has accepted the request, named with its undo, and completed only when Defender says so', async ({
  page,
  tenant,
}) => {
  await page.clock.install();
  const release = 'Release from isolation: FIN-LT-0231';
  await tenant.override({
    type: 'incidentTask',
    id: taskId('Release from isolation: HR-LT-0088'),
    patch: { displayName: release, responseAction: { identifierValue: 'FIN-LT-0231' } },
  });
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
  await expect(rowOf(outcomes, isolation)).toContainText(`To undo it, run: ${release}`);
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
