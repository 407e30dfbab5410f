import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import { withdrawnDriverName } from '../simulator/seeds/contoso-profiles.ts';
import { decide, display, executeAction, resultsOn } from './support/actions.ts';
import { driversOn } from './support/drivers.ts';
import { approveThree, openHistory, openTab, postsOf, threeTitle } from './support/history.ts';
import { signIn } from './support/sign-in.ts';
import { expect, rowOf, test } from './support/test.ts';
import { itemStates, names, results } from './support/words.ts';

// Where a test shows a view of its own, the test has this view scanned; what they end with is scanned by others.
test.use({ scan: false });

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

test('[G9 B13] a run stays in the history with its outcomes, and is found by what anybody may know of it', async ({
  page,
  context,
  tenant,
}) => {
  await approveThree(page, tenant);
  await decide(page, driversOn(page), 'Decline', [display]);
  await expect(rowOf(resultsOn(page), display)).toContainText(results.confirmed);
  await page.reload();
  await expect(driversOn(page)).toBeVisible();
  const runs = await openHistory(page);
  const three = rowOf(runs, threeTitle);
  const declined = rowOf(runs, 'Decline NVIDIA - Display 31.0.17.3723');
  await expect(page.getByText('Lost when a private window closes')).toBeVisible();
  await expect(three).toContainText('1 failed');
  await expect(three).toContainText('1 not found');
  await expect(three).toContainText(`1 ${results.confirmed.toLowerCase()}`);
  await expect(three).toContainText('Finished');
  // The newest comes first.
  await expect(runs.getByRole('row').nth(1)).toContainText('Decline NVIDIA - Display 31.0.17.3723');

  const search = page.getByRole('searchbox', { name: 'Search runs' });
  await search.fill('vanishes');
  await expect(declined).toHaveCount(0);
  await expect(three).toBeVisible();
  const [, second] = await postsOf(tenant);
  await search.fill(second?.requestId ?? 'no second request');
  await expect(three).toHaveCount(0);
  await expect(declined).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();

  // A half-typed day asks for the rest, and filters nothing.
  const from = page.getByLabel('From', { exact: true });
  await from.pressSequentially('11');
  await expect(from).toHaveAccessibleDescription(/Enter a full date/);
  await expect(runs.getByRole('rowheader')).toHaveCount(2);
  await from.fill('2999-01-01');
  await expect(from).not.toHaveAccessibleDescription(/Enter a full date/);
  await expect(runs.getByRole('rowheader')).toHaveCount(0);
  await from.press('End');
  await from.press('Backspace');
  await expect(from).toHaveAccessibleDescription(/Enter a full date/);
  await expect(runs.getByRole('rowheader')).toHaveCount(2);
  await from.fill('');
  await expect(from).not.toHaveAccessibleDescription(/Enter a full date/);

  await page.getByRole('button', { name: names.resultColumn, exact: true }).click();
  await page.getByRole('checkbox', { name: results.notFound }).check();
  await page.keyboard.press('Escape');
  await expect(declined).toHaveCount(0);
  // The address holds the filter: whoever opens it sees the same.
  await page.reload();
  await expect(three).toBeVisible();
  await expect(page.getByRole('search')).toContainText('1 of 2');

  await three.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: threeTitle })).toBeFocused();
  const link = page.url();
  const other = await openTab(context, link);
  await expect(other.getByRole('heading', { level: 1, name: threeTitle })).toBeVisible();
  await expect(rowOf(other.getByRole('grid'), withdrawnDriverName)).toContainText('Intune gave no reason');
  const [first] = await postsOf(tenant);
  await expect(other.getByText(first?.requestId ?? '', { exact: true })).toBeVisible();
  await expect(other.getByText(first?.clientRequestId ?? '', { exact: true })).toBeVisible();
  await other.close();
});

test('a link to a run that is not here says so', async ({ page, tenant, watch }) => {
  await signIn(page, tenant, 'driver.admin', '/history/3a2c62db-5318-420d-8d74-23affee5d9d5');
  await expect(page.getByText('This run isn’t in this browser’s history')).toBeVisible();
  await watch.expectAccessible();
  await page.getByRole('link', { name: 'Show history' }).click();
  await expect(page.getByRole('paragraph').filter({ hasText: 'No runs yet' })).toBeVisible();
  for (const name of ['Export all as CSV', 'Export all as JSON', 'Delete history'])
    await expect(page.getByRole('button', { name })).toHaveAccessibleDescription('No runs yet');
  await watch.expectAccessible();
});

test('[SR-30] exports hold every item of every run; deleting the history deletes what is over, and changes nothing at Microsoft', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(504);
  await approveThree(page, tenant);
  const runs = await openHistory(page);
  const save = async (name: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    return download;
  };
  const csv = await save('Export all as CSV');
  expect(csv.suggestedFilename()).toMatch(/^actiondesk-history-[\dT-]+\.csv$/);
  const ofThree = [results.confirmed, results.failed, results.notFound];
  const [header = '', ...lines] = (await textOf(csv)).split('\r\n');
  expect(header).toContain('"Result"');
  expect(lines.map((line) => new RegExp(`"(${ofThree.join('|')})"`).exec(line)?.[1]).sort()).toEqual(ofThree);

  const json = await textOf(await save('Export all as JSON'));
  const { schemaVersion, runs: exported } = JSON.parse(json);
  expect(schemaVersion).toBe(1);
  expect(exported[0].signedInAs).toEqual({
    username: expect.stringMatching(/^driver\.admin@/),
    displayName: 'Dana Driver',
  });
  expect(exported).toHaveLength(1);
  const [post] = await postsOf(tenant);
  expect(exported[0].steps[0].attempts[0]).toMatchObject({
    clientRequestId: post?.clientRequestId,
    requestId: post?.requestId,
    status: 200,
  });
  const outcomes: string[] = exported[0].steps[0].items.map(({ outcome }: { outcome: string }) => outcome);
  expect(outcomes.sort()).toEqual(['confirmed', 'failed', 'notFound']);
  expect(json).not.toContain('accountKey');

  await page.goBack();
  await tenant.fault({ kind: 'serverError', status: 504, match: executeAction });
  await decide(page, driversOn(page), 'Decline', [display]);
  await expect(rowOf(resultsOn(page), display)).toContainText(itemStates.checking);
  await openHistory(page);
  await expect(runs.getByRole('rowheader')).toHaveCount(2);
  const { effects } = await tenant.log();
  await page.getByRole('button', { name: 'Delete history' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete 1 run from the history?' });
  await expect(dialog).toContainText('1 open run stays');
  await expect(dialog).toContainText('Nothing changes in Intune or Defender');
  await watch.expectAccessible();
  await dialog.getByRole('button', { name: 'Delete 1 run' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(runs.getByRole('rowheader')).toHaveCount(1);
  await expect(rowOf(runs, 'Decline NVIDIA - Display 31.0.17.3723')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete history' })).toHaveAccessibleDescription(
    'All runs are still open. Open runs are never deleted.',
  );
  expect((await tenant.log()).effects).toEqual(effects);
  await page.reload();
  await expect(runs.getByRole('rowheader')).toHaveCount(1);
  await expect(rowOf(runs, 'Decline NVIDIA - Display 31.0.17.3723')).toBeVisible();
});
