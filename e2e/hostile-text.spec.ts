import type { Locator, Page } from '@playwright/test';
import { contosoProfiles } from '../simulator/seeds/contoso-profiles.ts';
import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { addNote, display, hub, pen, resultsOn } from './support/actions.ts';
import { driversOf, driversOn, openDialog, pathOf, pilotDriver } from './support/drivers.ts';
import { watchHarm } from './support/harm.ts';
import { openHistory } from './support/history.ts';
import { payloads, payloadsIn } from './support/payloads.ts';
import { signIn } from './support/sign-in.ts';
import { incidentOf, taskIds } from './support/tasks.ts';
import { expect, problemOn, rowOf, test } from './support/test.ts';
import { buttons, results } from './support/words.ts';

const pilot = pathOf(pilotRingName);
const drivers = driversOf(pilotRingName);
/** A list that draws all of its rows and columns. */
const wholeList = { width: 2_600, height: 3_600 };
const usual = { width: 1_400, height: 860 };
const [corpus] = payloadsIn(1);

/** The texts of all rows, by the headers of their columns. */
async function readCells(grid: Locator): Promise<Record<string, string>[]> {
  const [heads = [], ...rows] = await grid
    .getByRole('row')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  return rows.map((cells) => Object.fromEntries(heads.map((head, index) => [head, cells[index] ?? ''])));
}

/** Shows columns that a list leaves out unless a person wants them. */
async function showColumns(page: Page, list: string, columns: readonly string[]): Promise<void> {
  await page.addInitScript(([key, shown]) => localStorage.setItem(key, JSON.stringify({ shown })), [
    `actiondesk.columns.${list}`,
    Object.fromEntries(columns.map((column) => [column, true])),
  ] as const);
}

// The views that these tests end with are scanned by others.
test.use({ scan: false });

test('[M1 AX-7] markup in every text of a driver, and of an error, stays text, in the history too', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(400);
  const harm = watchHarm(page, tenant);
  await Promise.all(
    payloads.map(({ text }, index) => {
      const texts = { name: text, version: text, manufacturer: text, driverClass: text };
      // The first, which is declined, keeps a status that can be acted on.
      const members = index > 0 && { approvalStatus: text, category: text };
      return tenant.override({ type: 'driver', id: drivers[index]?.id, patch: { ...texts, ...members } });
    }),
  );
  const { text: first = '' } = payloads[0] ?? {};
  await tenant.override({
    type: 'profile',
    id: pilot.split('/')[2],
    patch: { displayName: corpus?.text, description: corpus?.text, approvalType: corpus?.text },
  });

  await page.setViewportSize(wholeList);
  await showColumns(page, 'drivers', ['category', 'version']);
  await signIn(page, tenant, 'driver.admin', `${pilot}?tab=all`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(corpus?.shown ?? '', {
    useInnerText: false,
  });
  const grid = driversOn(page);
  await expect(grid.getByRole('button', { name: first, exact: true })).toBeVisible();
  const rows = await readCells(grid);
  for (const { shown } of payloads.slice(1)) {
    const row = rows.find((each) => each['Driver name'] === shown);
    const { Status, Manufacturer, 'Driver class': driverClass, Category, Version } = row ?? {};
    expect([Status, Manufacturer, driverClass, Category, Version]).toEqual(Array(5).fill(shown));
  }
  await page.setViewportSize(usual);
  await page.getByRole('search').getByRole('button', { name: 'Class' }).click();
  const choices = page.getByRole('group', { name: 'Class' }).getByRole('checkbox');
  await expect.poll(() => choices.count()).toBeGreaterThan(payloads.length);
  await page.keyboard.press('Escape');
  await grid.getByRole('button', { name: first, exact: true }).click();
  await expect(page.getByRole('complementary', { name: first })).toBeVisible();

  await grid.getByRole('checkbox', { name: `Select ${first}, ${first}, declined`, exact: true }).check();
  const dialog = await openDialog(page, 'Approve');
  await expect(dialog).toContainText(first);
  await addNote(dialog, first);
  await dialog.getByRole('checkbox', { name: 'Include 1 declined' }).check();
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).click();
  const outcomes = resultsOn(page);
  await expect(outcomes).toContainText(`Note: ${first}`);
  await expect(rowOf(outcomes, first)).toContainText(results.confirmed);

  // The same as the words of an error of Graph, and in what is kept of it.
  await tenant.fault({
    kind: 'status',
    status: 400,
    code: first,
    text: corpus?.text.slice(0, 1_500),
    match: { method: 'POST' },
  });
  await page.getByRole('button', { name: /^Close details/ }).click();
  await grid.getByRole('checkbox', { name: `Select ${first}, ${first}, approved`, exact: true }).check();
  await (await openDialog(page, buttons.pause))
    .getByRole('button', { name: `${buttons.pause} 1 driver` })
    .click();
  await expect(rowOf(outcomes, first)).toContainText(results.rejected);
  await expect(problemOn(outcomes, first)).toBeVisible();
  await outcomes
    .getByRole('alert')
    .getByRole('button', { name: /^Details: / })
    .click();
  await expect(outcomes.getByRole('alert')).toContainText(`Code${first}`);
  await outcomes.getByRole('link', { name: 'Open in history' }).click();
  await expect(page.getByRole('main')).toContainText(first);
  await page.getByText('Exact request').click();
  await openHistory(page);
  await expect(page.getByRole('grid', { name: 'Runs' })).toContainText(first);
  await harm.expectNone();
});

test('[M1] markup in every text of profiles, tasks and incidents stays text', async ({ page, tenant }) => {
  const harm = watchHarm(page, tenant);
  const profiles = contosoProfiles(0).map(({ record }) => record.id);
  const profileTexts = payloadsIn(profiles.length);
  const [runnable = '', ...others] = taskIds;
  const taskTexts = payloadsIn(others.length);
  const texts = (text: string | undefined) => ({
    displayName: text,
    description: text,
    createdByDisplayName: text,
    lastModifiedByDisplayName: text,
    responseAction: { identifierValue: text, isolationType: text, deviceId: text },
  });
  await Promise.all([
    ...profiles.map((id, index) => {
      const text = profileTexts[index]?.text;
      const inventorySyncStatus = { driverInventorySyncState: text };
      const patch = { displayName: text, description: text, approvalType: text, inventorySyncStatus };
      return tenant.override({ type: 'profile', id, patch });
    }),
    ...others.map((id, index) => {
      const text = taskTexts[index]?.text;
      const members = { status: text, source: text, actionType: text, actionStatus: text };
      return tenant.override({ type: 'incidentTask', id, patch: { ...texts(text), ...members } });
    }),
    tenant.override({ type: 'incidentTask', id: runnable, patch: texts(corpus?.text) }),
    tenant.override({
      type: 'incident',
      id: incidentOf(runnable),
      patch: {
        displayName: corpus?.text,
        severity: corpus?.text,
        status: corpus?.text,
        assignedTo: corpus?.text,
        incidentWebUrl: 'javascript:alert(1)',
      },
    }),
  ]);

  await showColumns(page, 'incident-tasks', ['action', 'source']);
  await page.setViewportSize(wholeList);
  await signIn(page, tenant, 'global.admin', '/profiles');
  const profileGrid = page.getByRole('grid', { name: 'Driver profiles' });
  await expect(profileGrid.getByRole('link')).toHaveCount(profiles.length);
  const profileRows = await readCells(profileGrid);
  for (const { shown } of profileTexts) {
    const row = profileRows.find(({ Profile }) => Profile === shown);
    expect([row?.['Approval method'], row?.['Last sync']]).toEqual([shown, shown]);
  }

  await page.getByRole('link', { name: 'Incident tasks' }).click();
  const tasks = page.getByRole('grid', { name: 'Incident tasks' });
  await page.getByRole('button', { name: 'Group by incident' }).click();
  await expect(tasks.getByRole('checkbox')).toHaveCount(taskIds.length + 1);
  const taskRows = await readCells(tasks);
  for (const { shown } of taskTexts) {
    const row = taskRows.find(({ Title }) => Title === shown);
    const { Action, Source, Target, 'Action status': actionStatus, 'Task status': taskStatus } = row ?? {};
    expect([Action, Source, actionStatus, taskStatus]).toEqual(Array(4).fill(shown));
    expect(Target).toBe(`${shown} on ${shown}`);
  }

  await page.setViewportSize(usual);
  await tasks.getByRole('button', { name: corpus?.shown ?? '', exact: true }).click();
  const details = page.getByRole('complementary');
  await expect(details.getByText('Assigned to')).toBeVisible();
  const shownInDetails = (await details.textContent()) ?? '';
  // Title, target, isolation, device, two people; and title, severity, status and owner of the incident.
  expect(shownInDetails.split(corpus?.shown ?? '').length - 1).toBe(10);
  // The description too, where Markdown has no sign, and the titles of other tasks.
  const times = (text: string) => text.split('<img src=x onerror=alert(1)>').length - 1;
  expect(times(shownInDetails)).toBeGreaterThanOrEqual(11 * times(corpus?.shown ?? ''));
  await expect(details.getByRole('link')).toHaveCount(0);

  await details.getByRole('button', { name: 'Run this action' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Isolate device' }).click();
  await expect(resultsOn(page).getByRole('row').nth(1)).toContainText(results.started);
  await harm.expectNone();
});

test('[M7] names that look alike are distinguished by their IDs before anything is sent', async ({
  page,
  tenant,
}) => {
  const [plain, hidden, cyrillic] = [pen, display, hub].map((name) => pilotDriver(name, 'needsReview'));
  const same = { name: 'Realtek Audio', version: '6.0.1' };
  await tenant.override({ type: 'driver', id: plain?.id, patch: same });
  await tenant.override({ type: 'driver', id: hidden?.id, patch: { ...same, name: 'Realtek\u200B Audio' } });
  // Its "a" is a Cyrillic letter.
  await tenant.override({ type: 'driver', id: cyrillic?.id, patch: { ...same, name: 'Re\u0430ltek Audio' } });
  await signIn(page, tenant, 'driver.admin', `${pilot}?tab=all&q=6.0.1`);
  const grid = driversOn(page);
  for (const name of ['Realtek Audio', 'Realtek[U+200B] Audio', 'Re\u0430ltek Audio'])
    await grid.getByRole('checkbox', { name: `Select ${name}, 6.0.1, needs review`, exact: true }).check();

  const dialog = await openDialog(page, 'Approve');
  const sent = dialog.getByRole('list', { name: 'Drivers to be sent' }).getByRole('listitem');
  const warning = (id: string | undefined) => ` (may look like another name; ID ${id})`;
  await expect(sent).toHaveCount(3);
  expect((await sent.allTextContents()).sort()).toEqual([
    `Realtek Audio 6.0.1${warning(plain?.id)}`,
    `Realtek[U+200B] Audio 6.0.1${warning(hidden?.id)}`,
    `Re\u0430ltek Audio 6.0.1${warning(cyrillic?.id)}`,
  ]);
});
