import type { Locator, Page } from '@playwright/test';
import { biggestProfileName, contosoGroupId, pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { addNote, resultsOn, searchFor, select } from './support/actions.ts';
import { pathOf } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import type { Tenant } from './support/tenant.ts';
import { expect, rowOf, test } from './support/test.ts';
import { results } from './support/words.ts';

// Each test has its own views scanned. Other tests scan the view that a test ends with.
test.use({ scan: false });

/** Profiles are made, edited, assigned and deleted here: each change is a run that is checked before and afterward. */

const root = '/deviceManagement/windowsDriverUpdateProfiles';
const idOf = (name: string) => pathOf(name).split('/').at(-1) ?? '';
const pilotId = idOf(pilotRingName);

/** What changed profiles, in order: method, path below the collection, body. */
async function changesIn(tenant: Tenant): Promise<readonly (readonly [string, string, unknown])[]> {
  const { requests } = await tenant.log();
  return requests
    .filter(({ method }) => method !== 'GET' && method !== 'OPTIONS')
    .map(({ method, path, body }) => [method, path.slice(root.length), body] as const);
}

const profilesOn = (page: Page) => page.getByRole('grid', { name: 'Driver profiles' });

/** Opens a dialog about one profile of the list. */
async function openAbout(page: Page, name: string, command: string): Promise<Locator> {
  await searchFor(page, 'profiles', name);
  await select(profilesOn(page), [name]);
  await page.getByRole('toolbar', { name: 'Commands' }).getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: command }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { level: 2 }).waitFor();
  return dialog;
}

test('a profile is made once although its answer is cut off, edited and taken back, and deleted by its name', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(404);
  watch.declareLostConnections();
  await signIn(page, tenant, 'driver.admin');
  await expect(page.getByText('14 profiles')).toBeVisible();
  // The connection ends in the middle of the answer: the profile is made, and nothing says so but the list.
  await tenant.fault({
    kind: 'truncate',
    phase: 'after',
    times: 1,
    match: { method: 'POST', path: 'windowsDriverUpdateProfiles' },
  });
  await page.getByRole('button', { name: 'New profile…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New driver profile' });
  const create = dialog.getByRole('button', { name: 'Create profile' });
  await expect(create).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByLabel('Name', { exact: true }).fill(pilotRingName);
  await expect(dialog).toContainText('1 other profile has this name already');
  await dialog.getByLabel('Name', { exact: true }).fill('Warehouses');
  await dialog.getByLabel('Description (optional)').fill('Gera and Ulm');
  await dialog.getByRole('radio', { name: 'Automatic' }).check();
  await dialog.getByLabel('Deferral in days').fill('31');
  await expect(dialog).toContainText('a whole number of days, 0 to 30');
  await dialog.getByLabel('Deferral in days').fill('14');
  await addNote(dialog, 'CHG-7');
  await watch.expectAccessible();
  await create.click();
  const panel = resultsOn(page);
  await expect(rowOf(panel, 'Warehouses')).toContainText(results.confirmed);
  await expect(rowOf(profilesOn(page), 'Warehouses')).toContainText('Automatic, 14 days');
  expect(await changesIn(tenant)).toEqual([
    [
      'POST',
      '',
      {
        displayName: 'Warehouses',
        description: 'Gera and Ulm',
        approvalType: 'automatic',
        deploymentDeferralInDays: 14,
      },
    ],
  ]);

  const edit = await openAbout(page, 'Warehouses', 'Edit profile…');
  await expect(edit).toContainText('Approval method: Automatic');
  await edit.getByLabel('Deferral in days').fill('7');
  await edit.getByRole('button', { name: 'Save changes' }).click();
  await expect(panel).toContainText('Edit the profile Warehouses');
  await expect(rowOf(profilesOn(page), 'Warehouses')).toContainText('Automatic, 7 days');
  await expect(rowOf(panel, 'Warehouses')).toContainText(results.confirmed);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Edit 1 profile' }).click();
  await expect(rowOf(profilesOn(page), 'Warehouses')).toContainText('Automatic, 14 days');
  await expect(panel.getByRole('button', { name: 'Undo' })).toBeVisible();

  await page.getByRole('button', { name: 'Clear selection' }).click();
  const remove = await openAbout(page, 'Warehouses', 'Delete profile…');
  const button = remove.getByRole('button', { name: 'Delete profile' });
  await remove.getByLabel('Type the name to confirm').fill('Warehouse');
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await remove.getByLabel('Type the name to confirm').fill('Warehouses');
  await button.click();
  await expect(panel).toContainText('Delete the profile Warehouses');
  await expect(rowOf(panel, 'Warehouses')).toContainText(results.confirmed);
  await expect(panel.getByRole('button', { name: 'Undo' })).toBeHidden();
  // Its row holds still, dimmed, until another search; it counts no more.
  await expect(page.getByText('14 profiles')).toBeVisible();
  const { effects } = await tenant.log();
  expect(effects.map(({ kind, action }) => `${kind} ${action}`)).toEqual([
    'profileChange create',
    'profileChange update',
    'profileChange update',
    'profileChange delete',
  ]);
});

test('groups are found by name and by ID, the difference is shown, and a colleague who was faster is not overruled', async ({
  page,
  tenant,
  watch,
}) => {
  const ownGroup = contosoGroupId(pilotId);
  const pasted = contosoGroupId(idOf(biggestProfileName));
  await signIn(page, tenant, 'driver.admin');
  const dialog = await openAbout(page, pilotRingName, 'Assignments…');
  const list = dialog.getByRole('list', { name: 'Assigned groups' });
  await expect(list.getByRole('listitem')).toHaveText([new RegExp(`^${pilotRingName} devices`)]);
  await dialog.getByLabel('Add a group').fill('sales');
  await dialog.getByRole('button', { name: 'Include Sales laptops, North' }).click();
  await dialog.getByRole('button', { name: 'Exclude Sales laptops, South' }).click();
  await dialog.getByLabel('Add a group').fill(`  ${pasted.toUpperCase()} `);
  await dialog.getByRole('button', { name: /^Include .*, By its ID$/ }).click();
  await expect(list).toContainText(`${biggestProfileName} devices`);
  await expect(dialog).toContainText('Changes: 3 added');
  await list.getByRole('button', { name: `Remove ${pilotRingName} devices, included` }).click();
  await expect(dialog).toContainText('Changes: 3 added, 1 removed');
  await watch.expectAccessible();
  await list.getByRole('button', { name: `Keep ${pilotRingName} devices, included` }).click();
  await dialog.getByRole('button', { name: 'Save assignments' }).click();
  const panel = resultsOn(page);
  await expect(rowOf(panel, pilotRingName)).toContainText(results.confirmed);
  const [[method, path, body] = []] = await changesIn(tenant);
  expect([method, path]).toEqual(['POST', `/${pilotId}/assign`]);
  const sent = (body as { assignments: { target: { '@odata.type': string; groupId: string } }[] })
    .assignments;
  expect(sent.map(({ target }) => target['@odata.type'].split('.').at(-1)).sort()).toEqual([
    'exclusionGroupAssignmentTarget',
    'groupAssignmentTarget',
    'groupAssignmentTarget',
    'groupAssignmentTarget',
  ]);
  expect(sent.map(({ target }) => target.groupId)).toEqual(expect.arrayContaining([ownGroup, pasted]));

  // Undo begins from the list that the run has left; a second dialog is open by then on another page.
  const second = await openAgain(page, 'Assignments…');
  await second.getByRole('button', { name: `Remove ${biggestProfileName} devices, included` }).click();
  const colleague = await page.context().newPage();
  await signIn(colleague, tenant, 'driver.admin', '/profiles');
  const faster = await openAbout(colleague, pilotRingName, 'Assignments…');
  await faster.getByRole('button', { name: 'Remove Sales laptops, excluded' }).click();
  await faster.getByRole('button', { name: 'Save assignments' }).click();
  await expect(rowOf(resultsOn(colleague), pilotRingName)).toContainText(results.confirmed);
  await colleague.close();
  await second.getByRole('button', { name: 'Save assignments' }).click();
  await expect(rowOf(panel, pilotRingName)).toContainText(results.changedByOther);
  await expect(rowOf(panel, pilotRingName)).toContainText('3 groups included now; skipped');
  expect((await tenant.log()).effects.map(({ kind }) => kind)).toEqual([
    'profileAssignment',
    'profileAssignment',
  ]);
});

/** The same for the profile that is selected already. */
async function openAgain(page: Page, command: string): Promise<Locator> {
  await page.getByRole('toolbar', { name: 'Commands' }).getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: command }).click();
  return page.getByRole('dialog');
}

test.describe('without consent for groups', () => {
  test.use({ adminConsent: false });

  test('groups are shown by ID and a pasted ID works; a search asks for its permission, and the dialog comes back', async ({
    page,
    tenant,
    watch,
  }) => {
    // How the token endpoint says that consent is missing.
    watch.declareStatus(400);
    await signIn(page, tenant, 'global.admin', pathOf(pilotRingName));
    await page.getByRole('button', { name: 'Grant permission' }).click();
    await acceptConsent(page);
    const heading = page.getByRole('heading', { level: 1, name: pilotRingName });
    await expect(heading).toBeVisible();
    const dialog = await openAgain(page, 'Assignments…');
    const list = dialog.getByRole('list', { name: 'Assigned groups' });
    await expect(list).toContainText(contosoGroupId(pilotId));
    await expect(dialog).toContainText('Groups are shown by ID');
    await dialog.getByLabel('Add a group').fill(contosoGroupId(idOf(biggestProfileName)));
    await dialog.getByRole('button', { name: /^Exclude .*, By its ID$/ }).click();
    await expect(dialog.getByRole('alert')).toBeHidden();
    await dialog.getByLabel('Add a group').fill('warehouse');
    await expect(dialog.getByRole('alert')).toContainText('Group.ReadBasic.All');
    await dialog.getByRole('button', { name: 'Grant permission' }).click();
    await acceptConsent(page);
    await expect(dialog).toContainText('Changes: 1 added');
    await expect(dialog.getByLabel('Add a group')).toHaveValue('warehouse');
    await expect(dialog.getByRole('button', { name: /^Include Warehouse laptops/ })).toBeVisible();
    await expect(list).toContainText(`${biggestProfileName} devices`);
  });
});

/** The simulator's consent page, which is not the app. */
async function acceptConsent(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Permissions requested');
  await page.getByRole('button', { name: 'Accept' }).click();
}
