import { failingDevice } from '../../simulator/seeds/contoso-defender.ts';
import { withdrawnDriverName } from '../../simulator/seeds/contoso-profiles.ts';
import { failingSyncProfileName, pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import {
  openTasks,
  resultsOn,
  retry,
  runActions,
  select,
  sendingsOf,
  typeNumber,
  untilChecking,
} from '../support/actions.ts';
import { changeHistory } from '../support/forge.ts';
import { approveThree, openHistory, threeTitle } from '../support/history.ts';
import { signIn } from '../support/sign-in.ts';
import { incidentOf, taskId } from '../support/tasks.ts';
import { expect, rowOf, test } from '../support/test.ts';
import { decisions, names, results } from '../support/words.ts';

const isolation = `Isolate device ${failingDevice}`;
const other = 'Isolate device FIN-LT-0231';

test('another target than the one that was reviewed is not touched', async ({ page, tenant }) => {
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  await select(tasks, [other]);
  await page.getByRole('button', { name: 'Run action', exact: true }).click();
  const responseAction = { identifierValue: 'DC-01', isolationType: 'full', deviceId: 'd-1' };
  await tenant.override({ type: 'incidentTask', id: taskId(other), patch: { responseAction } });
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Isolate device', exact: true }).click();
  await expect(rowOf(resultsOn(page), other)).toContainText(results.changedByOther);
  await expect(rowOf(resultsOn(page), other)).toContainText('to “DC-01”');
  expect((await sendingsOf(tenant)).arrived).toHaveLength(0);
});

test('a history that was changed by hand does not change what a retry shows and does', async ({
  page,
  tenant,
}) => {
  await approveThree(page, tenant);
  await expect(rowOf(resultsOn(page), withdrawnDriverName)).toContainText(results.failed);
  await changeHistory(page, [
    [threeTitle, 'Decline 4 drivers in Decommissioned lab'],
    [pilotRingName, 'Decommissioned lab'],
    [withdrawnDriverName, 'Harmless test driver'],
  ]);
  await page.reload();
  const runs = await openHistory(page);
  await runs.getByRole('link', { name: 'Decline 4 drivers in Decommissioned lab' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Retry 1 driver' }).click();
  const dialog = page.getByRole('dialog');
  // The driver that was changed in the history is not the one that was decided about, and is not sent.
  await expect(dialog).toContainText('Nothing to retry');
  await expect(dialog.getByRole('list', { name: names.skipped })).toContainText(withdrawnDriverName);
  await expect(dialog.getByRole('list', { name: names.skipped })).toContainText(
    'Name changed from “Harmless test driver”',
  );
});

test('words of the history that were changed by hand are not what a retry says', async ({ page, tenant }) => {
  await approveThree(page, tenant);
  await expect(rowOf(resultsOn(page), withdrawnDriverName)).toContainText(results.failed);
  await changeHistory(page, [
    [threeTitle, 'Decline 4 drivers in Decommissioned lab'],
    [`"targetName":"${pilotRingName}"`, '"targetName":"Decommissioned lab"'],
  ]);
  await page.reload();
  const runs = await openHistory(page);
  await runs.getByRole('link', { name: 'Decline 4 drivers in Decommissioned lab' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Retry 1 driver' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(`In the profile ${pilotRingName}`);
  await expect(dialog.getByRole('list', { name: 'What is sent' })).toContainText(withdrawnDriverName);
  await typeNumber(dialog);
  await dialog.getByRole('button', { name: decisions.approveAgain }).click();
  await expect(resultsOn(page)).toContainText(/Retry: Approve .* in Pilot ring/);
  await expect.poll(async () => (await sendingsOf(tenant)).arrived.length).toBe(2);
});

test('a failed isolation that Defender refuses to start again is told as failed, with the way out', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(400);
  await page.clock.install();
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  const shown = await runActions(page, tasks, [isolation], 'Isolate device');
  await expect(rowOf(shown, isolation)).toContainText(results.started);
  await tenant.advance(120_000);
  await page.clock.fastForward('00:30');
  await expect(rowOf(shown, isolation)).toContainText(results.failed);
  await retry(shown, 1, isolation, 'task');

  // Until a read can’t be an older one, nothing is claimed: neither that it runs, nor that it doesn’t.
  await untilChecking(shown, isolation);
  await expect(shown).not.toContainText(results.alreadyRunning);
  // The failure counts on, wherever it is counted, until the retry has succeeded.
  await expect(shown.getByText('1 task: 1 failed', { exact: true })).toBeVisible();
  await expect(page.getByRole('main').getByRole('button', { name: '2 failed', exact: true })).toBeVisible();
  const areas = page.getByRole('navigation', { name: 'Areas' });
  await expect(areas.getByRole('link', { name: /^Incident tasks 2 failed/ })).toBeVisible();
  await expect(areas.getByRole('link', { name: 'History, 1 needs attention' })).toBeVisible();
  await expect(shown.getByRole('alert')).toHaveCount(0);
  await page.clock.fastForward('01:30');
  const row = rowOf(shown, isolation);
  await expect(row).toContainText(results.failed);
  await expect(row).toContainText(
    'Not isolated: the earlier attempt failed, and Defender refused to start the task again',
  );
  await expect(row.getByRole('link', { name: 'Open the task in the Defender portal' })).toHaveAttribute(
    'href',
    `https://security.microsoft.com/incidents/${incidentOf(taskId(isolation))}`,
  );
  await expect(shown.getByRole('button', { name: /^Retry/ })).toHaveCount(0);
  await expect(shown).not.toContainText('Retry checks');

  // From then on the task itself says so, after a reload as well, and is left out of what is run.
  const refused = /Defender refused to start it again \(.+\)/;
  await page.reload();
  await tasks.getByRole('rowheader', { name: isolation }).getByRole('button').click();
  const details = page.getByRole('complementary', { name: isolation });
  await expect(details).toContainText(new RegExp(`Can be runNo. ${refused.source}`));
  await expect(details.getByRole('button', { name: 'Run this action' })).toHaveCount(0);
  await expect(details.getByRole('link', { name: 'Open in the Defender portal' }).first()).toBeVisible();
  await select(tasks, [isolation]);
  const run = page.getByRole('button', { name: 'Run action', exact: true });
  await expect(run).toHaveAccessibleDescription(refused);
  await select(tasks, [other]);
  await run.click();
  const dialog = page.getByRole('dialog', { name: `${other}?` });
  await expect(dialog).toContainText(/1 of 2 selected is skipped: Defender refused to start it again/);
  await page.keyboard.press('Escape');

  // A task that has changed since is another matter.
  await tenant.override({
    type: 'incidentTask',
    id: taskId(isolation),
    patch: { actionStatus: 'notStarted', status: 'open' },
  });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(details).toContainText('Can be runYes');
});

test('a sync that fails as the one before it ends as failed', async ({ page, tenant }) => {
  await page.clock.install();
  await signIn(page, tenant, 'driver.admin', '/profiles');
  await select(page.getByRole('grid', { name: names.profiles }), [failingSyncProfileName]);
  await page.getByRole('button', { name: 'Sync inventory' }).click();
  const shown = resultsOn(page);
  await expect(rowOf(shown, failingSyncProfileName)).toContainText(results.started);
  await tenant.advance(20_000);
  await page.clock.fastForward('02:10');
  await expect(rowOf(shown, failingSyncProfileName)).toContainText(results.failed);
});
