import { stuckDevice } from '../../simulator/seeds/contoso-defender.ts';
import {
  mailIncident,
  openTasks,
  ransomwareIncident,
  resultsOn,
  runActions,
  select,
  sendingsOf,
  typeNumber,
} from '../support/actions.ts';
import { signIn } from '../support/sign-in.ts';
import { taskId } from '../support/tasks.ts';
import { expect, rowOf, test } from '../support/test.ts';
import { results, texts } from '../support/words.ts';

const isolation = 'Isolate device FIN-LT-0231';
const stuck = `Isolate device ${stuckDevice}`;

test('[G18] ActionAlreadyInProgress: followed and never called a failure, with both ids for support', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(400);
  await tenant.override({
    type: 'incidentTask',
    id: taskId(stuck),
    patch: { actionStatus: 'notStarted', status: 'open' },
  });
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page, ransomwareIncident);
  const outcomes = await runActions(page, tasks, [stuck], 'Isolate device');

  await expect(rowOf(outcomes, stuck)).toContainText(results.alreadyRunning);
  const banner = outcomes.getByRole('alert');
  await expect(banner).toContainText(texts.alreadyInProgress);
  await banner.getByRole('button', { name: /^Details: / }).click();
  const { arrived, effects } = await sendingsOf(tenant);
  await expect(banner).toContainText(`request-id${arrived[0]?.requestId}`);
  await expect(banner).toContainText(`client-request-id${arrived[0]?.clientRequestId}`);
  await expect(outcomes).not.toContainText(new RegExp(`${results.failed}|${results.rejected}`));
  await expect(outcomes.getByRole('button', { name: /^Retry/ })).toBeHidden();
  expect({ sent: arrived.length, effects }).toEqual({ sent: 1, effects: 0 });
});

test('[G10 U10] started elsewhere after the list was loaded: nothing is sent, and that start is followed', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  await tenant.override({
    type: 'incidentTask',
    id: taskId(isolation),
    patch: { actionStatus: 'inProgress', status: 'inProgress' },
  });
  const outcomes = await runActions(page, tasks, [isolation], 'Isolate device');

  await expect(rowOf(outcomes, isolation)).toContainText(results.alreadyRunning);
  await expect(rowOf(outcomes, isolation)).toContainText('Started since you decided');
  expect((await sendingsOf(tenant)).arrived).toHaveLength(0);
});

test('types that Microsoft does not list: the dialog warns, and one line tells each refusal', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(400);
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page, mailIncident);
  const titles = ['Disable user megan.bowen@contoso.example', 'Require sign-in'];
  await select(tasks, titles);
  await page.getByRole('button', { name: 'Run action', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('May be rejected');
  await typeNumber(dialog);
  await dialog.getByRole('button', { name: 'Run 2 actions', exact: true }).click();
  const outcomes = resultsOn(page);
  await expect(rowOf(outcomes, results.rejected)).toHaveCount(2);
  const banners = outcomes.getByRole('alert');
  await expect(banners).toHaveCount(2);
  await expect(banners.filter({ hasText: 'Currently disableUser is not supported' })).toContainText(
    'Disable user',
  );
  await expect(banners.filter({ hasText: 'Currently requireSignIn is not supported' })).not.toContainText(
    'Disable user',
  );
  expect((await sendingsOf(tenant)).effects).toBe(0);
});
