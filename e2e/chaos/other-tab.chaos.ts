import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { decide, executeAction, pen } from '../support/actions.ts';
import { driversOn, pathOf } from '../support/drivers.ts';
import { openTab, runsOn } from '../support/history.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, rowOf, test } from '../support/test.ts';
import { results } from '../support/words.ts';

test('a run of another tab shows while it goes on', async ({ page, context, tenant }) => {
  await signIn(page, tenant, 'driver.admin', '/history');
  await expect(page.getByRole('paragraph').filter({ hasText: 'No runs yet' })).toBeVisible();
  const other = await openTab(context, `${tenant.appUrl}${pathOf(pilotRingName)}`);
  await tenant.fault({ kind: 'latency', ms: 5_000, times: 1, match: executeAction });
  await decide(other, driversOn(other), 'Approve', [pen]);
  const run = rowOf(runsOn(page), `Approve ${pen}`);
  await expect(run).toContainText('in another tab');
  await expect(run).toContainText(/1 (sent, no response yet|not sent yet)/);
  await expect(run).toContainText(`1 ${results.confirmed.toLowerCase()}`);
  await expect(run).toContainText('Finished');
  await other.close();
});
