import type { Page } from '@playwright/test';
import { openTasks, ransomwareIncident, resultsOn } from './support/actions.ts';
import { signIn } from './support/sign-in.ts';
import { openStatusDialog } from './support/tasks.ts';
import { expect, problemOn, rowOf, test } from './support/test.ts';
import { results, taskStatuses } from './support/words.ts';

test.use({ seed: 'incidents', permissions: ['clipboard-write'] });

const ransomware = 'Pre-ransomware activity on an engineering workstation';
const consent = 'Consent given to a malicious application';
const restriction = 'Restrict app execution on ENG-WS-0420';

/** What is on the clipboard, pasted elsewhere: the app's own pages may not read it. */
async function copied(page: Page): Promise<string> {
  const paper = await page.context().newPage();
  await paper.setContent('<textarea></textarea>');
  await paper.locator('textarea').press('ControlOrMeta+v');
  const text = await paper.locator('textarea').inputValue();
  await paper.close();
  return text;
}

test('a shift is handed over with its next steps, as text, as comments, and as a link that says what has changed since', async ({
  page,
  tenant,
  watch,
  browser,
}) => {
  test.slow();
  watch.declareStatus(403);
  await signIn(page, tenant, 'soc.operator', '/hand-over');
  const before = page.getByRole('complementary', { name: 'Before you hand over' });
  const nextStep = page.getByRole('textbox', { name: `Next step ${ransomware}` });
  const told = page.getByRole('status').filter({ hasText: 'opied' });

  // What is missing is said first, each with the way there; a note is kept with each letter.
  await expect(before.getByText('7 open incidents without an owner')).toBeVisible();
  await before
    .getByRole('list', { name: '7 open incidents without a next step' })
    .getByRole('button', { name: ransomware })
    .click();
  await expect(nextStep).toBeFocused();
  await page.keyboard.type('Call *Priya* before 06:00.');
  await expect(before.getByText('6 open incidents without a next step')).toBeVisible();

  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('m');
  await expect(told).toHaveText('Copied as Markdown, with 13 gaps');
  const markdown = await copied(page);
  expect(markdown).toMatch(/^# Hand-over\n\nSam Operator \\\(/);
  expect(markdown).toContain(`\n## ${ransomware}\n\nHigh · incident ${ransomwareIncident} · `);
  expect(markdown).toContain('\n> Next step: Call \\*Priya\\* before 06:00.\n');
  expect(markdown).toContain('\n- **Isolate device ENG-WS-0419**: Stuck: in progress for ');

  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(told).toContainText('Link copied');
  const link = new URL(await copied(page));

  // One comment for each incident that stays ticked, word by word as it was shown.
  await page.getByRole('button', { name: 'Post as comments…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Comment on 7 incidents?' });
  await expect(dialog.getByText('Next step: Call *Priya* before 06:00.')).toBeVisible();
  const posting = page.getByRole('dialog');
  for (const box of await posting.getByRole('checkbox').all()) {
    const name = await box.getAttribute('aria-label');
    if (name !== `Comment on ${ransomware}` && name !== `Comment on ${consent}`) await box.uncheck();
  }
  await posting.getByRole('button', { name: 'Comment on 2 incidents' }).click();
  await expect(rowOf(resultsOn(page), ransomware)).toContainText(results.confirmed);
  await expect(resultsOn(page)).toContainText(`2 ${results.confirmed.toLowerCase()}`);
  const posted = (await tenant.log()).requests.filter(({ method }) => method === 'POST');
  expect(posted).toHaveLength(2);
  expect(JSON.stringify(posted.map(({ body }) => body))).toContain('Next step: Call *Priya* before 06:00.');
  await expect(page.getByRole('region', { name: ransomware })).toContainText('the last by Sam Operator');

  // A colleague opens the link after something has changed.
  await page.getByRole('link', { name: 'Incident tasks' }).click();
  const status = await openStatusDialog(page, await openTasks(page, ransomwareIncident), [restriction]);
  await status.getByRole('radio', { name: taskStatuses.completed }).check();
  await status.getByRole('button', { name: 'Mark 1 task done' }).click();
  await expect(rowOf(resultsOn(page), restriction)).toContainText(results.confirmed);
  const context = await browser.newContext();
  const colleague = await context.newPage();
  await signIn(colleague, tenant, 'soc.lead', `${link.pathname}${link.hash}`);
  await expect(colleague.getByText('1 changed since')).toBeVisible();
  await expect(colleague.getByRole('listitem').filter({ hasText: restriction })).toHaveText(
    /Not started → Completed.*last changed by Sam Operator/,
  );
  await colleague.goto(`${tenant.appUrl}${link.pathname}${link.hash.slice(0, -9)}`);
  await expect(problemOn(colleague, 'This link is incomplete or was changed')).toBeVisible();
  await colleague.getByRole('button', { name: 'Show my hand-over' }).click();
  await expect(colleague.getByRole('textbox', { name: `Next step ${ransomware}` })).toHaveValue('');
  await context.close();

  // What could not be read is said in the text itself; notes are on this computer.
  await tenant.fault({ kind: 'forbidden', match: { path: 'security/incidents' } });
  await page.goto(`${tenant.appUrl}/hand-over`);
  await expect(before.getByText(/Not complete: 9 incidents couldn’t be loaded/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: `Next step Incident ${ransomwareIncident}` })).toHaveValue(
    'Call *Priya* before 06:00.',
  );
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(told).toContainText('Copied as Markdown');
  expect(await copied(page)).toContain('**Not complete: 9 incidents couldn’t be loaded');
});
