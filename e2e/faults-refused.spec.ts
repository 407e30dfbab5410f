import { decide, pen, sendingsOf } from './support/actions.ts';
import { openPilot } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, problemOn, rowOf, test } from './support/test.ts';
import { results, texts } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

test('[G20] 403 for a missing permission: the reason, a link to hand on, and the other area goes on', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await tenant.fault({ kind: 'forbidden', reason: 'scope', match: { path: 'windowsDriverUpdateProfiles' } });
  await signIn(page, tenant, 'global.admin');

  const banner = problemOn(page, texts.accessDenied);
  await expect(banner).toContainText('DeviceManagementConfiguration.Read.All');
  await expect(banner.getByRole('link', { name: 'Admin consent link' })).toHaveAttribute(
    'href',
    /adminconsent/,
  );
  await banner.getByText('Details', { exact: true }).click();
  const refused = (await tenant.log()).requests.filter(({ status }) => status === 403);
  await expect(banner).toContainText(new RegExp(refused.map(({ requestId }) => requestId).join('|')));

  await page.getByRole('link', { name: 'Incident tasks' }).click();
  await expect(page.getByRole('grid', { name: 'Incident tasks' }).getByRole('rowheader')).not.toHaveCount(0);
});

test('[A24] 403 for a missing role: reading goes on, the action is refused with its reason', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  const drivers = await openPilot(page, tenant, 'driver.reader');
  const outcomes = await decide(page, drivers, 'Approve', [pen]);

  await expect(rowOf(outcomes, pen)).toContainText(results.rejected);
  await expect(outcomes).toContainText('Confirming that rejected requests changed nothing…');
  await expect(outcomes).not.toContainText('Checking results…');
  await expect(problemOn(outcomes, 'User is not authorized to perform this operation')).toBeVisible();
  await expect(rowOf(drivers, pen)).toContainText('Needs review');
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 0 });
});
