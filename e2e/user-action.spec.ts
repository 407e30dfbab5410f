import { hybridUser } from '../simulator/seeds/users.ts';
import { resultsOn } from './support/actions.ts';
import { signIn } from './support/sign-in.ts';
import { incidentOf, taskId } from './support/tasks.ts';
import { expect, problemOn, rowOf, test } from './support/test.ts';
import { results } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

/** What Microsoft Graph doesn’t run as a task, it does as a call on the account. */

const task = `Disable user ${hybridUser}`;
const path = `/incidents/${incidentOf(taskId(task))}`;

test('the user of a task is looked up, disabled, confirmed and enabled again; the task stays open', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'soc.lead', path);
  const tasks = page.getByRole('region', { name: 'Tasks' });
  await tasks.getByRole('button', { name: 'Disable user', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Disable Megan Bowen?' });
  // Active Directory keeps the account, so it is disabled there.
  await expect(dialog.getByRole('list', { name: 'Users to be acted on' })).toContainText(
    `${hybridUser}Enabled · Active Directory`,
  );
  await dialog.getByRole('button', { name: 'Disable 1 user' }).click();

  const panel = resultsOn(page);
  const row = rowOf(panel, 'Megan Bowen');
  await expect(row).toContainText(results.confirmed);
  await expect(row).toContainText('The task stays open: mark it done');
  const line = tasks.getByRole('listitem').filter({ hasText: 'Account disabled' });
  await expect(line).toContainText('from here');
  await expect(line.getByRole('button', { name: 'Mark done…' })).toBeVisible();
  await panel.getByRole('button', { name: 'Undo' }).click();
  const undo = page.getByRole('dialog', { name: 'Enable 1 user?' });
  await undo.getByRole('button', { name: 'Enable 1 user' }).click();
  await expect(panel).toContainText('Enable Megan Bowen');
  await expect(row).toContainText(results.confirmed);

  const { effects, requests } = await tenant.log();
  expect(effects.map(({ kind, action }) => [kind, action])).toEqual([
    ['userAction', 'disable'],
    ['userAction', 'enable'],
  ]);
  // Nothing was sent to Defender’s tasks.
  expect(requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
});

test('a person without the role is told which one is missing, with the steps by hand, and nothing is sent', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await signIn(page, tenant, 'soc.operator', path);
  const tasks = page.getByRole('region', { name: 'Tasks' });
  await expect(tasks).toContainText('Your account may lack a role: User Administrator');
  await tasks.getByRole('button', { name: 'Disable user', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Disable user' });
  await expect(problemOn(dialog, 'Access denied')).toContainText('Security Administrator');
  await expect(dialog).toContainText('SecurityIdentitiesAccount.Read.All');
  await expect(dialog.getByRole('list', { name: 'Steps by hand' })).toContainText('mark the task done');
  // What was done by hand is marked from there.
  await dialog.getByRole('button', { name: 'Mark done…' }).click();
  await expect(dialog).toBeHidden();
  const marking = page.getByRole('dialog', { name: 'Mark 1 task done?' });
  await expect(marking).toBeVisible();
  await marking.getByRole('button', { name: 'Cancel' }).click();
  await expect(marking).toBeHidden();

  // Where the user can be looked up, the warning comes before the sending.
  await tasks.getByRole('button', { name: 'Require sign-in', exact: true }).click();
  const other = page.getByRole('dialog', { name: 'Require sign-in of Megan Bowen?' });
  await expect(other).toContainText('Your account may lack a role: User Administrator');
  expect((await tenant.log()).effects).toEqual([]);
});
