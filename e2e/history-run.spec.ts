import type { Locator, Page } from '@playwright/test';
import { withdrawnDriverName } from '../simulator/seeds/contoso-profiles.ts';
import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import {
  lateralIncident,
  openTasks,
  pen,
  resultsOn,
  runActions,
  toggleResults,
  typeNumber,
} from './support/actions.ts';
import { sentActions } from './support/drivers.ts';
import { approveThree, openHistory, postsOf, threeTitle } from './support/history.ts';
import { collectSecrets, foundIn } from './support/secrets.ts';
import { signIn, signInByHand } from './support/sign-in.ts';
import { taskId } from './support/tasks.ts';
import type { Tenant } from './support/tenant.ts';
import { expect, rowOf, test } from './support/test.ts';
import type { Watch } from './support/watch.ts';
import { decisions, results } from './support/words.ts';

// Where a test shows a view of its own, the test has this view scanned; what they end with is scanned by others.
test.use({ scan: false });

/** Every row of the printed page stands alone: who did it where, from which state to which, with the id for support. */
async function expectEvidenceOnPaper(page: Page, tenant: Tenant, watch: Watch): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.getByRole('main')).toBeHidden();
  const [post] = await postsOf(tenant);
  const rows = page
    .getByRole('table')
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') });
  await expect(rows).toHaveCount(3);
  for (const row of await rows.all()) {
    await expect(row).toContainText(/driver\.admin@/);
    await expect(row).toContainText(`Tenant ${tenant.id}`);
    await expect(row).toContainText(pilotRingName);
    await expect(row).toContainText(post?.requestId ?? 'no request');
    await expect(row).toContainText(/needs review → /i);
  }
  await expect(rowOf(page.getByRole('table'), pen)).toContainText(/needs review → approved/i);
  await expect(rowOf(page.getByRole('table'), pen)).toContainText(results.confirmed);
  await watch.expectAccessible();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(page.getByRole('table')).toHaveCount(0);
}

test('the panel of outcomes leads to the run, and shows a retry from there in one line', async ({
  page,
  tenant,
  watch,
}) => {
  await approveThree(page, tenant);
  // While it was watched, no row moved; a finished run opens with what failed.
  await expect(async () => {
    await toggleResults(page);
    await toggleResults(page);
    await expect(resultsOn(page).getByRole('row').nth(1)).toContainText(results.failed, { timeout: 500 });
  }).toPass();
  await resultsOn(page).getByRole('link', { name: 'Open in history' }).click();
  await expect(page.getByRole('heading', { level: 1, name: threeTitle })).toBeFocused();
  // The page shows the run itself: the panel below is folded.
  await expect(rowOf(resultsOn(page), pen)).toHaveCount(0);
  await expectEvidenceOnPaper(page, tenant, watch);
  await page.getByRole('main').getByRole('button', { name: 'Retry 1 driver' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('list')).toContainText(withdrawnDriverName);
  await typeNumber(dialog);
  await dialog.getByRole('button', { name: decisions.approveAgain }).click();
  await expect(resultsOn(page)).toContainText(/Retry: Approve .* 1 failed/);
  await toggleResults(page);
  await expect(rowOf(resultsOn(page), withdrawnDriverName)).toContainText(results.failed);
  // The retry has the last word on that driver: the run before offers no second one.
  await expect(page.getByRole('main').getByRole('button', { name: /^Retry/ })).toHaveCount(0);
  const place = page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'History' });
  await expect(place).toHaveAccessibleName('History, 2 need attention');
  const runs = await openHistory(page);
  await page.getByRole('button', { name: '2 need attention' }).click();
  // The run that was retried is there too: one of its drivers wasn't found. The one that failed again counts in the retry.
  await expect(runs.getByRole('rowheader')).toHaveCount(2);
  await expect(rowOf(runs, 'Retry: Approve')).toContainText('1 failed');
  await expect(runs.getByRole('row').nth(2)).toContainText(
    '1 not found1 confirmed1 continued in a later run',
  );
});

test.describe('a request as text', () => {
  test.use({ permissions: ['clipboard-write'] });

  /** What is on the clipboard, pasted elsewhere: the app's own pages may not read it. */
  async function copied(page: Page): Promise<string> {
    const paper = await page.context().newPage();
    await paper.setContent('<textarea></textarea>');
    await paper.locator('textarea').press('ControlOrMeta+v');
    const text = await paper.locator('textarea').inputValue();
    await paper.close();
    return text;
  }

  test('of drivers is what was sent, for a shell and for PowerShell, without a token', async ({
    page,
    tenant,
  }) => {
    const secrets = collectSecrets(page.context());
    await approveThree(page, tenant, signInByHand);
    await resultsOn(page).getByRole('link', { name: 'Open in history' }).click();
    await page.getByText('Exact request').click();
    const [post] = await postsOf(tenant);
    const [sent] = await sentActions(tenant);
    const url = `${tenant.simulatorUrl}/beta${post?.path}`;
    const shown = page.getByRole('region', { name: /^Request as / });
    await expect(shown).toContainText(`POST ${url}`);

    await page.getByRole('button', { name: 'cURL', exact: true }).click();
    await page.getByRole('button', { name: 'Copy as cURL' }).click();
    await expect(page.getByRole('status').getByText('Copied')).toBeVisible();
    const curl = await copied(page);
    await expect(shown).toHaveText(curl);
    expect(curl).toContain(`curl -X POST '${url}'`);
    expect(curl).toContain('-H "Authorization: Bearer $TOKEN"');
    expect(JSON.parse(/--data-raw '(.*)'$/.exec(curl)?.[1] ?? '')).toEqual(sent);

    await page.getByRole('button', { name: 'PowerShell', exact: true }).click();
    await page.getByRole('button', { name: 'Copy as PowerShell' }).click();
    await expect(page.getByRole('status').getByText('Copied')).toBeVisible();
    const powershell = await copied(page);
    expect(powershell).toContain(`Invoke-MgGraphRequest -Method POST -Uri '${url}'`);
    expect(JSON.parse(/-Body '(.*)'$/.exec(powershell)?.[1] ?? '')).toEqual(sent);
    const tokens = await secrets.all();
    expect(tokens.length).toBeGreaterThan(0);
    expect(foundIn(curl + powershell, tokens)).toEqual([]);
    await expect(page.getByText('outside Actiondesk’s checks and history')).toBeVisible();

    await page.getByRole('button', { name: 'Copy request-id' }).click();
    await expect.poll(() => copied(page)).toBe(post?.requestId);
    await page.getByRole('button', { name: 'Copy client-request-id' }).click();
    await expect.poll(() => copied(page)).toBe(post?.clientRequestId);
  });

  test('of a task has no body', async ({ page, tenant, watch }) => {
    const isolation = 'Isolate device FIN-LT-0231';
    await signIn(page, tenant, 'soc.operator');
    const tasks = await openTasks(page, lateralIncident);
    const outcomes = await runActions(page, tasks, [isolation], 'Isolate device');
    await expect(rowOf(outcomes, isolation)).toContainText(results.started);
    await outcomes.getByRole('link', { name: 'Open in history' }).click();
    await page.getByText('Exact request').click();
    await page.getByRole('button', { name: 'cURL', exact: true }).click();
    await page.getByRole('button', { name: 'Copy as cURL' }).click();
    await expect(page.getByRole('status').getByText('Copied')).toBeVisible();
    const [post] = await postsOf(tenant);
    expect(post?.path).toContain(taskId(isolation));
    expect(await copied(page)).toBe(
      [
        `curl -X POST '${tenant.simulatorUrl}/beta${post?.path}'`,
        '-H "Authorization: Bearer $TOKEN"',
        "-H 'Content-Length: 0'",
      ].join(' \\\n  '),
    );
    await watch.expectAccessible();
  });
});

test.describe('on a screen of 320 by 640', () => {
  test.use({ viewport: { width: 320, height: 640 }, colorScheme: 'dark' });

  test('the history and a run can be read by keyboard, from right to left too', async ({
    page,
    tenant,
    watch,
  }) => {
    // Another test acts in so small a window.
    await page.setViewportSize({ width: 1_400, height: 860 });
    await approveThree(page, tenant);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${tenant.appUrl}/settings`);
    await page.getByRole('radio', { name: 'Right to left' }).check();
    await expect(page.getByText(/The browser may delete it when storage runs low/)).toBeVisible();
    const runs = await openHistory(page);
    await expectNoSidewaysScroll(page);
    await watch.expectAccessible();
    await rowOf(runs, threeTitle).getByRole('rowheader').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: threeTitle })).toBeFocused();
    await expectLeftToRight(page.getByText(/^Finished at /));
    const summary = page.getByText('Exact request');
    await summary.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Request as HTTP' })).toBeVisible();
    await expectNoSidewaysScroll(page);
  });
});

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}

/** An English text reads from left to right on a page that does not: its first letter stands before its last. */
async function expectLeftToRight(text: Locator): Promise<void> {
  const [first = 0, last = 0] = await text.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const letters = [...range.getClientRects()];
    const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    if (!node) return [];
    range.setStart(node, 0);
    range.setEnd(node, 1);
    return [range.getBoundingClientRect().right, Math.max(...letters.map(({ right }) => right))];
  });
  expect(first).toBeLessThan(last);
}
