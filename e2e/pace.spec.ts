import { openTasks, runActions, sendingsOf } from './support/actions.ts';
import { signIn } from './support/sign-in.ts';
import { taskId } from './support/tasks.ts';
import { expect, test } from './support/test.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const list = { method: 'GET', path: 'incidentTasks' };

test('isolations are sent first, then the rest, in the order of the list', async ({ page, tenant }) => {
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  const header = tasks.getByRole('columnheader', { name: 'Target' });
  await header.getByRole('button').first().click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  const sent = [
    'Isolate device FIN-LT-0231',
    'Isolate device FIN-LT-0244',
    'Isolate device FIN-WS-0107',
    'Collect investigation package from FIN-LT-0231',
  ];
  await runActions(page, tasks, sent.toReversed(), 'Run 4 actions');
  await expect.poll(async () => (await sendingsOf(tenant)).effects).toBe(4);
  const { arrived } = await sendingsOf(tenant);
  expect(arrived.map(({ path }) => path.split('/').at(-2))).toEqual(sent.map((title) => taskId(title)));
});

test('[G29] 429 on a read: the page says how long it waits, continues, and leaves nothing behind', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(429);
  await signIn(page, tenant, 'soc.operator');
  await openTasks(page);
  await tenant.fault({ kind: 'throttled', retryAfter: '5', times: 1, match: list });
  await page.getByRole('button', { name: 'Refresh' }).click();
  const notice = page.getByText('Microsoft Graph asked to wait');
  await expect(notice).toHaveText(/Next request in [1-6] s$/);
  await expect(page.getByText('Updated just now')).toBeVisible();
  await expect(notice).toBeHidden();
  await expect(page.getByRole('alert')).toHaveCount(0);
});
