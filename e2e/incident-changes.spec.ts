import { resultsOn } from './support/actions.ts';
import { signIn } from './support/sign-in.ts';
import { expect, rowOf, test } from './support/test.ts';
import { results } from './support/words.ts';

// Other tests scan the views that these tests end with; a view that only one of these shows is scanned in that test.
test.use({ scan: false });

/** Incidents are commented on, taken and tagged beside their tasks, by keys alone. */

const id = '2972401';
const title = 'Pre-ransomware activity on an engineering workstation';

test('an incident is commented on once although the answer is lost, taken with two keys, and no colleague is overruled', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(504);
  const operator = `soc.operator@${tenant.name}.example`;
  const bodies = async (method: string) =>
    (await tenant.log()).requests.filter((request) => request.method === method).map(({ body }) => body);
  await signIn(page, tenant, 'soc.operator', `/incidents/${id}`);
  await expect(page.getByRole('button', { name: /^Comment/ })).toBeEnabled();
  const row = rowOf(resultsOn(page), title);
  const dialog = page.getByRole('dialog');
  const comment = dialog.getByLabel('Comment', { exact: true });

  // One that is too long is not cut, not sent, and not lost.
  await page.keyboard.press('c');
  await comment.fill('x'.repeat(30_001));
  await expect(dialog).toContainText('A comment has at most 30,000 characters. This one has 30,001');
  await expect(dialog.getByRole('button', { name: 'Add comment' })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('c');
  await expect(comment).toHaveValue('x'.repeat(30_001));

  await tenant.fault({ kind: 'status', status: 504, phase: 'after', times: 1, match: { path: 'comments' } });
  await comment.fill('Both devices are isolated.');
  await dialog.getByRole('button', { name: 'Add comment' }).click();
  await expect(row).toContainText(results.confirmed);
  expect(await bodies('POST')).toEqual([expect.objectContaining({ comment: 'Both devices are isolated.' })]);
  await expect(page.getByRole('region', { name: 'Context' })).toContainText('Both devices are isolated.');

  // A key opens the question, and Enter answers it.
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('i');
  await expect(dialog.getByRole('button', { name: 'Assign to me' })).toBeFocused();
  await expect(dialog).toContainText('Now: no owner, handed to Customer');
  await watch.expectAccessible();
  await page.keyboard.press('Enter');
  await expect(resultsOn(page)).toContainText(`Assign 1 incident to ${operator}`);
  await expect(row).toContainText(results.confirmed);
  expect(await bodies('PATCH')).toEqual([{ assignedTo: operator }]);

  const openChange = async () => {
    const change = page.getByRole('button', { name: 'Change status, owner, or tags…' });
    const more = page.getByRole('toolbar', { name: 'Commands' }).getByRole('button', { name: 'More' });
    await expect(change.or(more).first()).toBeVisible();
    if (await more.isVisible()) await more.click();
    await change.click();
  };

  await openChange();
  await dialog.getByLabel('Status').selectOption('In progress');
  await tenant.override({
    type: 'incident',
    id,
    patch: { status: 'resolved', lastModifiedBy: 'kim@contoso.example' },
  });
  const before = (await bodies('PATCH')).length;
  await dialog.getByRole('button', { name: 'Set 1 incident to In progress' }).click();
  await expect(row).toContainText(results.changedByOther);
  await expect(row).toContainText(
    'Status changed from “Awaiting your action” to “Resolved”; skipped. Last changed by kim@contoso.example',
  );
  expect(await bodies('PATCH')).toHaveLength(before);

  // A tag that a colleague adds meanwhile stays: Graph replaces the whole list.
  await openChange();
  await dialog.getByLabel('Add tags').fill('VIP');
  await tenant.override({ type: 'incident', id, patch: { customTags: ['Theirs'] } });
  await dialog.getByRole('button', { name: 'Change tags of 1 incident' }).click();
  await expect.poll(() => bodies('PATCH')).toContainEqual({ customTags: ['Theirs', 'VIP'] });

  // A comment that waits in a plan, or comes with a colleague’s plan, can be read to its end before the run starts.
  const folded = { name: `Show all of the comment on ${title}` };
  await page.getByRole('button', { name: /^Comment/ }).click();
  await comment.fill(`${'Both devices are isolated. '.repeat(20)}# And done`);
  await dialog.getByRole('button', { name: 'Stage', exact: true }).click();
  await page.getByRole('button', { name: 'Review plan' }).click();
  const told = '1 comment will be posted under your name. Read it in full before you start the run.';
  await expect(page.getByRole('complementary', { name: 'Start' })).toContainText(told);
  const changes = page.getByRole('table', { name: 'Staged changes' });
  await changes.getByRole('button', folded).click();
  await expect(changes).toContainText('isolated. # And done');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export plan' }).click();
  await page.getByLabel('Plan file').setInputFiles(await (await download).path());
  await expect(dialog).toContainText(told);
  await dialog.getByRole('button', folded).click();
  await expect(dialog).toContainText('isolated. # And done');
  await watch.expectAccessible();
});
