import { openTasks, runActions, sendingsOf } from '../support/actions.ts';
import { signIn } from '../support/sign-in.ts';
import { taskId } from '../support/tasks.ts';
import { expect, problemOn, rowOf, test } from '../support/test.ts';
import { results } from '../support/words.ts';

test('[G17] UnsupportedActionType from Defender: refused, with the way out and both ids for support', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(400);
  const byHand = 'Call the user of FIN-LT-0231';
  // Defender knows better than what it lists.
  await tenant.override({
    type: 'incidentTask',
    id: taskId(byHand),
    patch: { actionType: 'isolateDevice' },
  });
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  const outcomes = await runActions(page, tasks, [byHand], 'Isolate device');

  await expect(rowOf(outcomes, byHand)).toContainText(results.rejected);
  const banner = problemOn(outcomes, 'This action can’t be run from Actiondesk');
  await banner.getByRole('button', { name: /^Details: / }).click();
  const [sent] = (await sendingsOf(tenant)).arrived;
  await expect(banner).toContainText(`request-id${sent?.requestId}`);
  await expect(banner).toContainText(`client-request-id${sent?.clientRequestId}`);
});
