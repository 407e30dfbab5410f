import {
  biggestProfileName,
  emptyProfileName,
  failingSyncProfileName,
  pilotRingName,
} from '../simulator/seeds/contoso-rings.ts';
import { resultsOn, select } from './support/actions.ts';
import { driversOf, pathOf } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, rowOf, test } from './support/test.ts';
import { results } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

test('the profiles are found and sorted, and the address says how', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin', '/profiles');
  const profiles = page.getByRole('grid', { name: 'Driver profiles' });
  await expect(page.getByText('14 profiles')).toBeVisible();
  await profiles.getByRole('button', { name: 'To review' }).click();
  await profiles.getByRole('button', { name: 'To review' }).click();
  await expect(page).toHaveURL(/sort=-review/);
  await expect(profiles.getByRole('row').nth(1)).toContainText(biggestProfileName);

  await page.getByRole('searchbox', { name: 'Search profiles' }).fill(pilotRingName);
  await expect(page).toHaveURL(/q=Pilot/);
  await expect(profiles.getByRole('row').nth(1)).toContainText(pilotRingName);
  await expect(rowOf(profiles, biggestProfileName)).toBeHidden();
  await page.reload();
  await expect(profiles.getByRole('row').nth(1)).toContainText(pilotRingName);
});

test('each profile shows how its drivers stand, one after the other, and quick filters find those that need a person', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403, 500);
  const [, , pilotId = ''] = pathOf(pilotRingName).split('/');
  const [, , biggestId = ''] = pathOf(biggestProfileName).split('/');
  const pilot = driversOf(pilotRingName);
  const countOf = (wanted: string) => pilot.filter(({ status }) => status === wanted).length;
  await signIn(page, tenant, 'driver.admin', '/settings');
  await tenant.fault({ kind: 'forbidden', match: { path: `${biggestId}/driverInventories` } });
  await tenant.fault({ kind: 'latency', ms: 2_000, match: { path: `${pilotId}/driverInventories` } });
  await page.goto(`${tenant.appUrl}/profiles`);
  const profiles = page.getByRole('grid', { name: 'Driver profiles' });
  const row = rowOf(profiles, pilotRingName);
  await expect(row.getByRole('img', { name: 'Loading…' })).toBeVisible();
  await expect(rowOf(profiles, biggestProfileName)).toContainText('No permission');
  await expect(
    row.getByRole('img', {
      name: new RegExp(`${countOf('needsReview')} to review, .*${countOf('declined')} declined`),
    }),
  ).toBeVisible();
  await expect(row).toContainText(/up to \d+ d/);
  await expect(rowOf(profiles, emptyProfileName)).toContainText('No drivers yet');

  const problems = page.getByRole('button', { name: /^Sync problems \d+$/ });
  await problems.click();
  await expect(problems).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/sync=/);
  await expect(rowOf(profiles, failingSyncProfileName)).toContainText(/Failed, synced \d+ d ago/);
  await expect(row).toBeHidden();
  await problems.click();
  await page
    .getByRole('search')
    .getByRole('button', { name: /^To review \d+$/ })
    .click();
  await expect(rowOf(profiles, emptyProfileName)).toBeHidden();
  await expect(row).toBeVisible();
});

test('inventories are synced from the list, one request a profile, and a running sync is left out', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin', '/profiles');
  const profiles = page.getByRole('grid', { name: 'Driver profiles' });
  const sync = page.getByRole('button', { name: 'Sync inventory' });
  await expect(sync).toHaveAccessibleDescription('Select profiles first');
  // What a search hides stays selected, and is not synced.
  await select(profiles, [biggestProfileName]);
  const search = page.getByRole('searchbox', { name: 'Search profiles' });
  await search.fill(pilotRingName);
  await expect(sync).toHaveAccessibleDescription('All selected profiles are hidden by filters');
  await select(profiles, [pilotRingName]);
  await sync.click();
  const outcomes = resultsOn(page);
  await expect(outcomes).toContainText(`Sync the inventory of ${pilotRingName}`);
  await search.fill('');
  const biggest = rowOf(profiles, biggestProfileName).getByRole('checkbox');
  await expect(biggest).toBeChecked();
  await biggest.uncheck();
  await expect(rowOf(profiles, pilotRingName)).toContainText('Syncing…');

  await select(profiles, [pilotRingName]);
  await expect(sync).toHaveAccessibleDescription(/A sync is in progress/);
  await select(profiles, [biggestProfileName]);
  const skipped = `Skipped: ${pilotRingName}, already syncing`;
  await expect(page.getByRole('toolbar', { name: 'Commands' })).toContainText(skipped);
  await sync.click();
  await expect(outcomes).toContainText(skipped);
  await expect(rowOf(outcomes, biggestProfileName)).toContainText(results.started);
  await expect(rowOf(outcomes, pilotRingName), 'another run follows it').toBeHidden();
  await tenant.advance(20_000);
  await expect(rowOf(outcomes, biggestProfileName)).toContainText(results.completed);
  const { effects } = await tenant.log();
  expect(effects.map(({ kind }) => kind)).toEqual(['syncInventory', 'syncInventory']);

  // All at once, without selecting any.
  await page.getByRole('button', { name: 'Sync all', exact: true }).click();
  await expect(outcomes).toContainText(/Sync the inventory of \d\d profiles/);
  await expect.poll(async () => (await tenant.log()).effects.length).toBeGreaterThan(10);
});

test('a link that is pointed at has its page read ahead', async ({ page, tenant, watch }) => {
  // A driver admin may not read tasks.
  watch.declareStatus(403);
  await signIn(page, tenant, 'driver.admin', '/profiles');
  await page.getByRole('link', { name: 'Incident tasks' }).hover();
  const tasksRead = async () =>
    (await tenant.log()).requests.some(({ path }) => path.includes('incidentTasks'));
  await expect.poll(tasksRead, 'what the link leads to is read ahead').toBe(true);
  await page.getByRole('link', { name: 'Incident tasks' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Incident tasks' })).toBeVisible();
});
