import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { openMatrix } from './support/fleet.ts';
import { signIn } from './support/sign-in.ts';
import { expect, test } from './support/test.ts';

test.use({ seed: 'rings' });

interface File {
  tenantId: string;
  profiles: {
    displayName: string;
    driverInventories?: { id: string; name: string; version: string; approvalStatus: string }[];
  }[];
}

async function exported(page: Page, format: 'JSON' | 'CSV'): Promise<string> {
  await page.getByRole('button', { name: 'Approvals', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: `Export as ${format}` }).click();
  return readFile(await (await download).path(), 'utf8');
}

async function openComparison(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Approvals', exact: true }).click();
  await page.getByRole('button', { name: 'Compare…' }).click();
  return page.getByRole('dialog');
}

const named = (name: string, text: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
});

test('approvals are exported, edited in a file, and compared; what differs is staged, what matches nothing is listed', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await signIn(page, tenant, 'driver.admin', '/driver-updates');
  await openMatrix(page);
  const csv = await exported(page, 'CSV');
  const json = await exported(page, 'JSON');
  expect(await exported(page, 'JSON'), 'the same state, the same text').toBe(json);

  const file: File = JSON.parse(json);
  const refused = file.profiles.filter(({ driverInventories }) => !driverInventories);
  expect(refused.map(({ displayName }) => displayName)).toEqual(['Branch offices']);
  const pilot = file.profiles.find(({ displayName }) => displayName === 'Pilot');
  const waiting = pilot?.driverInventories?.filter(({ approvalStatus }) => approvalStatus === 'needsReview');
  const [one, other] = waiting ?? [];
  const approved = pilot?.driverInventories?.find(({ approvalStatus }) => approvalStatus === 'approved');
  if (!one || !other || !approved) throw new Error('Pilot has nothing to decide');
  const count = file.profiles.reduce((sum, { driverInventories = [] }) => sum + driverInventories.length, 0);
  one.approvalStatus = 'approved';
  other.approvalStatus = 'declined';
  approved.approvalStatus = 'declined';
  pilot?.driverInventories?.push({ ...one, id: 'gone', name: 'Gone - Net', version: '1' });

  const dialog = await openComparison(page);
  const stage = dialog.getByRole('button', { name: /^Stage/ });
  await expect(stage).toHaveAccessibleDescription('Choose two profiles');
  await dialog.getByRole('radio', { name: 'A file' }).check();
  const chooser = dialog.getByLabel('File of approvals');
  await chooser.setInputFiles(named('notes.txt', 'Approve everything, please'));
  await expect(dialog.getByRole('alert')).toContainText('This file holds no approvals');
  await chooser.setInputFiles(named('same.csv', csv));
  const numbers = dialog.getByRole('group', { name: 'In numbers' });
  await expect(numbers).toContainText(`0 changes${count} already so0 left out`);
  await chooser.setInputFiles(named('approvals.json', JSON.stringify(file)));
  await expect(numbers).toContainText(`2 changes${count - 3} already so2 left out`);
  const changes = dialog.getByRole('list', { name: 'Changes' });
  await expect(changes.getByRole('listitem').filter({ hasText: one.name })).toContainText(
    /^Approve .* in Pilot, as soon as possible$/,
  );
  await expect(changes.getByRole('listitem').filter({ hasText: other.name })).toContainText(/^Decline /);
  await dialog.getByText(/^1 can’t be changed: Can’t be declined once approved/).click();
  await dialog.getByText('1 match nothing: The profile doesn’t list this driver').click();
  await expect(dialog.getByRole('list', { name: 'Match nothing' })).toContainText('Gone - Net 1 in Pilot');
  await watch.expectAccessible();
  await chooser.setInputFiles(named('other.json', JSON.stringify({ ...file, tenantId: 'fabrikam' })));
  await expect(dialog).toContainText('This file is of another tenant');
  await dialog.getByRole('button', { name: 'Stage 2 changes' }).click();
  await expect(dialog).toBeHidden();

  // What one ring has approved and another has not.
  await openComparison(page);
  await dialog.getByLabel('Approved in').selectOption('Pilot');
  await dialog.getByLabel('Approve in').selectOption('Early');
  const promote = dialog.getByRole('button', { name: /^Stage \d+ changes$/ });
  const promoted = Number(/\d+/.exec((await promote.textContent()) ?? '')?.[0]);
  expect(promoted).toBeGreaterThan(1);
  await expect(changes.getByRole('listitem')).toHaveText(
    Array.from({ length: promoted }, () => /in Early, (as soon as possible|from .*)$/),
  );
  await promote.click();
  await page.getByRole('link', { name: `Plan, ${promoted + 2} staged changes` }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeVisible();
  await expect(page.getByText(`${promoted + 2} changes`).first()).toBeVisible();
});
