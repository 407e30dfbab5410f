import { expect, type Locator, type Page } from '@playwright/test';
import { biggestProfileName, contosoGroupId, pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import {
  decide,
  executeAction,
  hub,
  openTasks,
  pen,
  runActions,
  searchFor,
  select,
} from '../support/actions.ts';
import { driversOf, driversOn, pathOf, unfold } from '../support/drivers.ts';
import { taskId } from '../support/tasks.ts';
import type { Tenant } from '../support/tenant.ts';
import type { Person } from './desk.ts';
import { signInAgain } from './desk.ts';
import { incidentAreas } from './incident-areas.ts';
import type { Selected } from './judge.ts';

export type AreaName =
  | 'drivers'
  | 'tasks'
  | 'sync'
  | 'statuses'
  | 'owners'
  | 'comments'
  | 'creations'
  | 'edits'
  | 'deletions'
  | 'assignments'
  | 'users'
  | 'sessions'
  | 'accounts';

/** One kind of action, as a case carries it out in a tenant like contoso. */
export interface Area {
  readonly person: Person;
  /** Where it begins. */
  readonly path: string;
  /** Its request. */
  readonly action: { readonly method: 'POST' | 'PATCH' | 'DELETE'; readonly path: string };
  /** The list that tells what became of it. */
  readonly reads: { readonly method: 'GET'; readonly path: string };
  readonly selected: readonly Selected[];
  /** From the page at `path` to the last click. */
  act(page: Page): Promise<void>;
}

export const profileIdOf = (name: string) => pathOf(name).split('/').at(-1) ?? '';

/** Drivers of a profile that wait for review, by name. */
export function selectedDrivers(profileName: string, names: readonly string[]): readonly Selected[] {
  const targetId = profileIdOf(profileName);
  return names.map((name) => {
    const waiting = driversOf(profileName).filter(
      (other) => other.name === name && other.status === 'needsReview',
    );
    const driver = waiting.find(({ recommended }) => recommended) ?? waiting[0];
    if (!driver) throw new Error(`${profileName} has no ${name} to review`);
    return { kind: 'driverAction', targetId, itemId: driver.id };
  });
}

export const isolations = ['Isolate device FIN-LT-0231', 'Isolate device FIN-LT-0244'] as const;

export const toTask = (title: string): Selected => {
  const id = taskId(title);
  return { kind: 'responseAction', targetId: id, itemId: id };
};

const pilotRing = profileIdOf(pilotRingName);
const groupId = contosoGroupId(profileIdOf(biggestProfileName));
const newName = 'Made in chaos';

/** A change of the pilot ring, by a command of the list of profiles. */
const profileArea = {
  person: 'driver.admin',
  path: '/profiles',
  reads: { method: 'GET', path: pilotRing },
} as const;

/** Opens a dialog about the pilot ring, which is selected by its name. */
async function openAbout(page: Page, command: string): Promise<Locator> {
  await searchFor(page, 'profiles', pilotRingName);
  await select(page.getByRole('grid', { name: 'Driver profiles' }), [pilotRingName]);
  const bar = page.getByRole('toolbar', { name: 'Commands' });
  await bar.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: command }).click();
  return page.getByRole('dialog');
}

export const areas: Readonly<Record<AreaName, Area>> = {
  drivers: {
    person: 'driver.admin',
    path: pathOf(pilotRingName),
    action: executeAction,
    reads: { method: 'GET', path: 'driverInventories' },
    selected: selectedDrivers(pilotRingName, [pen, hub]),
    act: async (page) => void (await decide(page, driversOn(page), 'Approve', [pen, hub])),
  },
  tasks: {
    person: 'soc.operator',
    path: '/incident-tasks',
    action: { method: 'POST', path: 'executeResponseAction' },
    reads: { method: 'GET', path: 'incidentTasks' },
    selected: isolations.map(toTask),
    act: async (page) => void (await runActions(page, await openTasks(page), isolations, 'Run 2 actions')),
  },
  sync: {
    person: 'driver.admin',
    path: pathOf(pilotRingName),
    action: { method: 'POST', path: 'syncInventory' },
    reads: { method: 'GET', path: pilotRing },
    selected: [{ kind: 'syncInventory', targetId: pilotRing, itemId: pilotRing }],
    async act(page) {
      await unfold(page);
      await page.getByRole('button', { name: 'Sync inventory' }).click();
    },
  },
  statuses: {
    person: 'soc.operator',
    path: '/incident-tasks',
    action: { method: 'PATCH', path: 'incidentTasks' },
    reads: { method: 'GET', path: 'incidentTasks' },
    selected: isolations.map((title) => ({ ...toTask(title), kind: 'taskUpdate' })),
    async act(page) {
      await select(await openTasks(page), isolations);
      await page
        .getByRole('toolbar', { name: 'Commands' })
        .getByRole('button', { name: 'Set status' })
        .click();
      await page.getByRole('dialog').getByRole('button', { name: 'Mark 2 tasks done' }).click();
    },
  },
  creations: {
    ...profileArea,
    action: { method: 'POST', path: 'windowsDriverUpdateProfiles' },
    reads: { method: 'GET', path: 'windowsDriverUpdateProfiles' },
    selected: [{ kind: 'profileChange', targetId: '', itemId: newName }],
    async act(page) {
      await page.getByRole('button', { name: 'New profile…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name', { exact: true }).fill(newName);
      await dialog.getByRole('radio', { name: 'Automatic' }).check();
      await dialog.getByRole('button', { name: 'Create profile' }).click();
    },
  },
  edits: {
    ...profileArea,
    action: { method: 'PATCH', path: pilotRing },
    selected: [{ kind: 'profileChange', targetId: pilotRing, itemId: pilotRing }],
    async act(page) {
      const dialog = await openAbout(page, 'Edit profile…');
      await dialog.getByLabel('Description (optional)').fill('Edited in chaos');
      await dialog.getByRole('button', { name: 'Save changes' }).click();
    },
  },
  deletions: {
    ...profileArea,
    action: { method: 'DELETE', path: pilotRing },
    selected: [{ kind: 'profileChange', targetId: pilotRing, itemId: pilotRing }],
    async act(page) {
      const dialog = await openAbout(page, 'Delete profile…');
      await dialog.getByLabel('Type the name to confirm').fill(pilotRingName);
      await dialog.getByRole('button', { name: 'Delete profile' }).click();
    },
  },
  assignments: {
    ...profileArea,
    action: { method: 'POST', path: 'assign' },
    reads: { method: 'GET', path: 'assignments' },
    selected: [{ kind: 'profileAssignment', targetId: pilotRing, itemId: pilotRing }],
    async act(page) {
      const dialog = await openAbout(page, 'Assignments…');
      await dialog.getByLabel('Add a group').fill(groupId);
      await dialog.getByRole('button', { name: /^Exclude / }).click();
      await dialog.getByRole('button', { name: 'Save assignments' }).click();
    },
  },
  ...incidentAreas,
};

const [isolation] = isolations;

/** The same with one task: what its reads meet, no other task's do. */
export const oneTask: Area = {
  ...areas.tasks,
  selected: [toTask(isolation)],
  act: async (page) => void (await runActions(page, await openTasks(page), [isolation], 'Isolate device')),
};

/** A driver of the profile whose inventory has several pages. */
const [ofMany] = driversOf(biggestProfileName).filter(
  ({ status, name, label }, _index, all) =>
    status === 'needsReview' &&
    !/firmware|bios/i.test(name) &&
    all.filter((other) => other.label === label || other.name === name).length === 1,
);
if (!ofMany) throw new Error('The biggest profile has no driver of a name of its own');
const { name: nameOfMany } = ofMany;

/** The same with a list of several pages. */
export const manyDrivers: Area = {
  ...areas.drivers,
  path: `${pathOf(biggestProfileName)}?tab=all`,
  selected: selectedDrivers(biggestProfileName, [nameOfMany]),
  async act(page) {
    await page.getByRole('searchbox', { name: 'Search drivers' }).fill(nameOfMany);
    // The list has come to rest: it and the checkbox for all that match.
    await expect(driversOn(page).getByRole('checkbox')).toHaveCount(2);
    await decide(page, driversOn(page), 'Approve', [nameOfMany]);
  },
};

/** Signs in and goes where an area's action begins. */
export function begin(page: Page, tenant: Tenant, { path, person }: Area): Promise<void> {
  return signInAgain(page, tenant, path, person);
}
