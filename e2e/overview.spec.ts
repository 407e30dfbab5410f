import type { Locator, Page } from '@playwright/test';
import { failingSyncProfileName, pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { lateralIncident } from './support/actions.ts';
import { driversOf, driversOn } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, rowOf, test } from './support/test.ts';

test.use({ permissions: ['clipboard-write'] });

const partOf = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** The number of a tile, with the line below it. */
function tileOf(page: Page, title: string): Locator {
  return page.getByRole('list', { name: 'What needs you' }).getByRole('listitem').filter({ hasText: title });
}

test('[U1] the overview counts what waits for an admin, and each profile leads to the drivers that it counts', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin', '/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  await expect(tileOf(page, 'Drivers to review')).toContainText('210');
  await expect(tileOf(page, 'Drivers to review')).toContainText(/oldest up to \d+ d · \d+ firmware/);
  await expect(tileOf(page, 'Becoming available')).toContainText('next 14 days');
  await expect(partOf(page, 'Follow up')).toContainText(failingSyncProfileName);
  // Nothing about incidents is read for a person who works on drivers.
  expect((await tenant.log()).requests.filter(({ path }) => path.includes('/security/'))).toEqual([]);

  const waiting = driversOf(pilotRingName).filter(({ status }) => status === 'needsReview').length;
  const row = rowOf(partOf(page, 'Drivers to review'), pilotRingName);
  await expect(row.getByRole('cell').first()).toHaveText(`${waiting}`);
  await row.getByRole('link', { name: pilotRingName, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(pilotRingName);
  await expect(driversOn(page)).toHaveAttribute('aria-rowcount', `${waiting + 1}`);
  await page.goBack();
  // Each age, and the firmware, lead to the driver updates that they count.
  const ages = page.getByRole('list', { name: 'Driver updates to review by days since their release' });
  for (const link of [
    ages.getByRole('link').first(),
    tileOf(page, 'Drivers to review').getByRole('link', { name: /^\d+ firmware$/ }),
  ]) {
    await expect(link).toHaveAccessibleName(/^\d+ /);
    const text = (await link.getAttribute('aria-label')) ?? (await link.textContent());
    await link.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Review');
    await expect(page.getByRole('search')).toContainText(`${text?.split(' ')[0]} of `);
    await page.goBack();
  }

  // Each day leads to the drivers that it counts, and from there to all that are scheduled.
  const day = partOf(page, 'Becoming available')
    .getByRole('link', { name: /^\d+ drivers?\b.* on / })
    .first();
  const arriving = await day.textContent();
  await day.click();
  await expect(driversOn(page)).toHaveAttribute('aria-rowcount', `${Number(arriving) + 1}`);
  await expect(page.getByRole('tab', { name: /^Scheduled/ })).toHaveAttribute('aria-selected', 'true');
  const pill = page.getByRole('search').getByRole('button', { name: /^Available on: \d+ \w+ \d{4}$/ });
  await expect(pill).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(
    page.getByRole('search').getByRole('button', { name: 'Available on', exact: true }),
  ).toBeVisible();
});

test('the overview of an analyst: tasks by the severity of their incident, and what failed or is stuck', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'soc.operator', '/');
  await expect(tileOf(page, 'Tasks not started')).toContainText('20');
  await expect(tileOf(page, 'Failed or stuck')).toContainText('3');
  const tasks = partOf(page, 'Incident tasks');
  await expect(tasks.getByRole('listitem').first()).toContainText('High');
  await expect(tasks).not.toContainText('Severity not loaded');
  await expect(partOf(page, 'Drivers to review')).toHaveCount(0);
  await expect(partOf(page, 'Follow up')).toContainText(/in progress for \d+ h/);

  // A hand-over in one step, and what its copy lacks.
  const handOver = partOf(page, 'Hand-over');
  await expect(handOver).toContainText(/\d open incidents? · \d+ without an owner · \d+ without a next step/);
  await handOver.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(handOver.getByRole('status')).toHaveText(/^Copied as Markdown, with \d+ gaps?$/);

  await tileOf(page, 'Tasks not started').getByRole('link').click();
  await expect(page.getByRole('grid', { name: 'Incident tasks' })).toContainText(lateralIncident);
  await expect(page.getByRole('search')).toContainText('20 of 27');
  await page.goBack();
  await tileOf(page, 'Failed or stuck').getByRole('link').click();
  await expect(page.getByRole('search')).toContainText('3 of 27');
  await page.goBack();
  const high = tasks.getByRole('link', { name: /^High \d+$/ });
  const count = (await high.textContent())?.split(' ')[1] ?? '';
  await high.click();
  await expect(page.getByRole('search')).toContainText(`${count} of 27`);
});

test('without permission for one of two areas, the overview says so and shows the other one', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await tenant.fault({ kind: 'forbidden', match: { path: 'windowsDriverUpdateProfiles' } });
  await signIn(page, tenant, 'global.admin', '/');
  await expect(tileOf(page, 'Drivers to review')).toContainText('no permission');
  await expect(tileOf(page, 'Tasks not started')).toContainText('20');
  await expect(page.getByRole('alert')).toHaveCount(0);

  await tenant.clearFaults();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(tileOf(page, 'Drivers to review')).toContainText('210');
});

test('a profile whose drivers can’t be read is a gap that is told; the numbers of the others are there', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await tenant.fault({ kind: 'forbidden', times: 1, match: { path: 'driverInventories' } });
  await signIn(page, tenant, 'driver.admin', '/');
  await expect(partOf(page, 'Coverage by profile')).toContainText('Without the drivers of 1 profile');
  await expect(tileOf(page, 'Drivers to review')).toContainText('210');
});
