import { failingDevice } from '../../simulator/seeds/contoso-defender.ts';
import {
  decide,
  executeAction,
  openTasks,
  pen,
  resultsOn,
  runActions,
  sendingsOf,
  toggleResults,
  typeNumber,
} from '../support/actions.ts';
import { openPilot } from '../support/drivers.ts';
import { openHistory } from '../support/history.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, problemOn, rowOf, test } from '../support/test.ts';
import { buttons, decisions, itemStates, names, results, texts } from '../support/words.ts';

const isolations = ['FIN-LT-0231', 'FIN-LT-0244', 'FIN-WS-0107', failingDevice].map(
  (device) => `Isolate device ${device}`,
);

test('a failure in an interrupted run stays in sight when the rest is resumed and succeeds', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareLostConnections();
  page.on('dialog', (dialog) => void dialog.accept());
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  await tenant.fault({ kind: 'stall', ms: 30_000, phase: 'after', times: 1, match: { method: 'POST' } });
  await runActions(page, tasks, isolations, 'Run 4 actions');
  const panel = resultsOn(page);
  await expect(rowOf(panel, itemStates.sending)).toBeVisible();
  await page.reload();
  await expect(problemOn(panel, texts.pageClosed)).toBeVisible();
  await expect(rowOf(panel, itemStates.notSent)).toHaveCount(3);

  // The one that was sent fails at Defender.
  const [sent] = (await sendingsOf(tenant)).arrived;
  const id = /incidentTasks\/([^/]+)/.exec(sent?.path ?? '')?.[1] ?? '';
  await tenant.override({ type: 'incidentTask', id, patch: { actionStatus: 'failed', status: 'failed' } });
  await expect(rowOf(panel, results.failed)).toHaveCount(1);
  await panel.getByRole('button', { name: buttons.resume }).click();
  const dialog = page.getByRole('dialog');
  await typeNumber(dialog);
  await dialog.getByRole('button', { name: decisions.runRemaining(3) }).click();

  await expect(panel.getByText(/^4 tasks: 1 failed, /)).toBeVisible();
  await expect(panel.getByText(/^This run: 3 tasks: /)).toBeVisible();
  await expect(panel.getByRole('link', { name: /^Run 4 response actions/ })).toBeVisible();
  for (const head of ['Task', 'Target', 'Result', 'Reason', names.triedColumn, 'Incident'])
    await expect(panel.getByRole('columnheader', { name: head, exact: true })).toHaveCount(1);
  await toggleResults(page);
  await expect(panel.getByText(/^4 tasks: 1 failed, /)).toBeVisible();

  const place = page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'History' });
  await expect(place).toHaveAccessibleName('History, 1 needs attention');
  const runs = await openHistory(page);
  const first = rowOf(runs, 'Run 4 response actions').filter({ hasText: 'Followed by' });
  await expect(first).toContainText('1 failed3 continued in a later run');
  await expect(rowOf(runs, 'Run 3 response actions').filter({ hasText: 'Follows' })).not.toContainText(
    'failed',
  );
  await page.getByRole('main').getByRole('button', { name: '1 needs attention' }).click();
  await expect(runs.getByRole('rowheader')).toHaveCount(1);
  await expect(rowOf(runs, '1 failed')).toBeVisible();
  // The pace holds back the last one for a while.
  await expect.poll(async () => (await sendingsOf(tenant)).byTheApp).toBe(4);
  await watch.expectAccessible();
});

test('the question before signing out says what is so while the run goes on behind it', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(429);
  const drivers = await openPilot(page, tenant);
  await tenant.fault({ kind: 'throttled', retryAfter: '6', times: 1, match: executeAction });
  const panel = await decide(page, drivers, 'Approve', [pen]);
  await expect(panel).toContainText(texts.waiting);
  await page.getByRole('button', { name: /Dana Driver/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('dialog', { name: 'Sign out during a run?' })).toContainText(
    'The run is still sending',
  );

  const over = page.getByRole('dialog', { name: 'Sign out?' });
  await expect(over).toContainText('The run has stopped sending');
  await watch.expectAccessible();
  await over.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(rowOf(panel, pen)).toContainText(results.confirmed);
  await expect(page.getByRole('region', { name: names.results })).toBeVisible();
});
