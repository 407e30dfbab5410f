import type { Page } from '@playwright/test';
import { decide, hub, openTasks, pen, runActions, sendingsOf, toggleResults } from './support/actions.ts';
import { openPilot } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, problemOn, rowOf, test } from './support/test.ts';
import { buttons, decisions, driverStatuses, itemStates, results, texts } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

/** A dialog of the browser that asks whether to leave is answered with yes. */
function leaveAnyway(page: Page): void {
  page.on('dialog', (dialog) => void dialog.accept());
}

test('[B4 U6] reloaded during a run: the rest waits for a click, is checked, and sent once', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareLostConnections();
  leaveAnyway(page);
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  await tenant.fault({ kind: 'stall', ms: 30_000, phase: 'after', times: 1, match: { method: 'POST' } });
  const devices = ['FIN-LT-0231', 'FIN-LT-0244', 'FIN-WS-0107'].map((device) => `Isolate device ${device}`);
  const outcomes = await runActions(page, tasks, devices, 'Run 3 actions');
  await expect(rowOf(outcomes, itemStates.sending)).toBeVisible();
  await page.reload();

  await expect(problemOn(outcomes, texts.pageClosed)).toBeVisible();
  await expect(rowOf(outcomes, itemStates.notSent)).toHaveCount(2);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1 });
  await outcomes.getByRole('button', { name: 'Resume' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('list', { name: 'What is sent' }).getByRole('listitem')).toHaveCount(2);
  await watch.expectAccessible();
  await dialog.getByRole('button', { name: decisions.runRemaining(2) }).click();
  await expect(rowOf(outcomes, results.started)).toHaveCount(2);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 3, effects: 3 });
});

test('[U14] what a run approved can be paused by a new run, which says what it is not', async ({
  page,
  tenant,
}) => {
  const drivers = await openPilot(page, tenant);
  const outcomes = await decide(page, drivers, 'Approve', [pen, hub]);
  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  // Closed to one line, the results offer the one command that comes next.
  await toggleResults(page);
  await outcomes.getByRole('button', { name: buttons.pauseThese }).click();

  const dialog = page.getByRole('dialog', { name: `${buttons.pause} 2 drivers?` });
  await expect(dialog).toContainText('Installed drivers stay, and no driver returns');
  await dialog.getByRole('button', { name: `${buttons.pause} 2 drivers` }).click();
  await expect(rowOf(drivers, pen)).toContainText(driverStatuses.suspended);
  await toggleResults(page);
  await expect(outcomes.getByRole('combobox', { name: 'Run' }).getByRole('option')).toHaveCount(2);
});
