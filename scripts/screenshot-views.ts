import type { Page } from '@playwright/test';
import { addNote } from '../e2e/support/actions.ts';
import { vanishingDriverName, withdrawnDriverName } from '../simulator/seeds/contoso-profiles.ts';
import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';

/** A page of the app as a picture shows it. */
export interface View {
  readonly name: string;
  /** The start of the name under which the simulator offers the person; absent for nobody. */
  readonly person?: 'Dana Driver' | 'Sam Operator' | 'Noa Nobody';
  /** The simulated tenant; contoso when absent. */
  readonly tenant?: string;
  readonly path: string;
  /** What a person does there before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

/** How pictures are taken: windows, and what people set in their system or in the app. */
export interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scale?: number;
  readonly dark?: boolean;
  readonly forcedColors?: boolean;
  readonly rightToLeft?: boolean;
}

export const looks: readonly Look[] = [
  { name: 'light', width: 1440, height: 900 },
  { name: 'dark', width: 1440, height: 900, dark: true },
  { name: 'wide', width: 1920, height: 1080 },
  { name: 'phone', width: 360, height: 740 },
  { name: 'forced-colors', width: 1440, height: 900, forcedColors: true },
  { name: 'right-to-left', width: 1440, height: 900, rightToLeft: true },
  // A window of 1440 by 900, zoomed to 200 %.
  { name: 'zoom-200', width: 720, height: 450, scale: 2 },
];

async function openPilot(page: Page): Promise<void> {
  const grid = page.getByRole('grid', { name: 'Driver profiles' });
  await grid.getByRole('link', { name: pilotRingName, exact: true }).click();
  await page.getByRole('grid', { name: 'Drivers', exact: true }).getByRole('checkbox').nth(1).waitFor();
}

async function selectTwo(page: Page, grid: 'Drivers' | 'Incident tasks'): Promise<void> {
  const boxes = page.getByRole('grid', { name: grid, exact: true }).getByRole('row').getByRole('checkbox');
  await boxes.nth(2).check();
  await boxes.nth(3).check();
}

async function openFirstRow(page: Page, grid: 'Drivers' | 'Incident tasks'): Promise<void> {
  await page
    .getByRole('grid', { name: grid, exact: true })
    .getByRole('rowheader')
    .first()
    .getByRole('button')
    .click();
  await page.getByRole('complementary').waitFor();
}

/** Drivers that end differently: one is confirmed, one fails, one is gone. */
async function approveThree(page: Page): Promise<void> {
  await openPilot(page);
  const drivers = page.getByRole('grid', { name: 'Drivers', exact: true });
  for (const name of ['Surface - HIDClass - Pen Settings', withdrawnDriverName, vanishingDriverName]) {
    await drivers.getByRole('row').filter({ hasText: name }).getByRole('checkbox').check();
  }
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading').first().waitFor();
}

async function confirmApproval(page: Page): Promise<void> {
  await approveThree(page);
  const dialog = page.getByRole('dialog');
  await addNote(dialog, 'CHG-1042');
  await dialog.getByLabel('Type 3 to confirm').fill('3');
  await dialog.getByRole('button', { name: 'Approve 3 drivers' }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function openResults(page: Page): Promise<void> {
  await confirmApproval(page);
  const results = page.getByRole('region', { name: 'Results' });
  await results.getByRole('button', { name: 'Results', exact: true }).click();
  await results.getByRole('grid').getByRole('row').nth(1).waitFor();
}

async function openHistory(page: Page): Promise<void> {
  await confirmApproval(page);
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await page.getByRole('grid', { name: 'Runs' }).getByRole('row').nth(1).waitFor();
}

/** Stages a decision, so that the plan has something to show. */
async function openPlan(page: Page): Promise<void> {
  await page.keyboard.press('s');
  await page.getByRole('group', { name: 'Staged changes' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.getByRole('table', { name: 'Staged changes' }).waitFor();
}

const [admin, analyst] = ['Dana Driver', 'Sam Operator'] as const;

/** Every page, with what opens on it. */
export const views: readonly View[] = [
  { name: 'sign-in', path: '/' },
  { name: 'overview-admin', person: admin, path: '/' },
  { name: 'overview-analyst', person: analyst, path: '/' },
  { name: 'overview-nobody', person: 'Noa Nobody', path: '/' },
  { name: 'profiles', person: admin, path: '/profiles' },
  { name: 'profile', person: admin, path: '/profiles', act: openPilot },
  {
    name: 'profile-details',
    person: admin,
    path: '/profiles',
    async act(page) {
      await openPilot(page);
      await openFirstRow(page, 'Drivers');
    },
  },
  { name: 'approve-dialog', person: admin, path: '/profiles', act: approveThree },
  { name: 'results-line', person: admin, path: '/profiles', act: confirmApproval },
  { name: 'results', person: admin, path: '/profiles', act: openResults },
  { name: 'review', person: admin, tenant: 'rings', path: '/review' },
  { name: 'driver-updates', person: admin, tenant: 'rings', path: '/driver-updates' },
  { name: 'calendar', person: admin, tenant: 'rings', path: '/calendar' },
  { name: 'plan', person: admin, tenant: 'rings', path: '/review', act: openPlan },
  { name: 'plan-empty', person: admin, tenant: 'rings', path: '/plan' },
  { name: 'incidents', person: analyst, tenant: 'incidents', path: '/incidents' },
  {
    name: 'incident-run-dialog',
    person: analyst,
    tenant: 'incidents',
    path: '/incidents',
    async act(page) {
      await page.getByRole('list', { name: 'Incidents' }).getByRole('link').first().click();
      await page.getByRole('button', { name: /^Run \d+ actions/ }).click();
      await page.getByRole('dialog').getByRole('heading').first().waitFor();
    },
  },
  { name: 'incidents-empty', person: analyst, tenant: 'empty', path: '/incidents' },
  { name: 'incidents-large', person: analyst, tenant: 'large', path: '/incidents' },
  { name: 'incidents-strange', person: analyst, tenant: 'strange', path: '/incidents' },
  { name: 'hand-over', person: analyst, tenant: 'incidents', path: '/hand-over' },
  { name: 'tasks', person: analyst, path: '/incident-tasks' },
  {
    name: 'task-details',
    person: analyst,
    path: '/incident-tasks',
    act: (page) => openFirstRow(page, 'Incident tasks'),
  },
  {
    name: 'run-dialog',
    person: analyst,
    path: '/incident-tasks',
    async act(page) {
      await selectTwo(page, 'Incident tasks');
      await page.getByRole('button', { name: 'Run action', exact: true }).click();
      await page.getByRole('dialog').getByRole('heading').first().waitFor();
    },
  },
  { name: 'tasks-no-permission', person: 'Noa Nobody', path: '/incident-tasks' },
  { name: 'history', person: admin, path: '/profiles', act: openHistory },
  {
    name: 'run',
    person: admin,
    path: '/profiles',
    async act(page) {
      await openHistory(page);
      await page.getByRole('grid', { name: 'Runs' }).getByRole('rowheader').getByRole('link').first().click();
      await page.getByRole('grid').getByRole('row').nth(1).waitFor();
    },
  },
  { name: 'history-empty', person: admin, path: '/history' },
  { name: 'settings', person: admin, path: '/settings' },
  {
    name: 'palette',
    person: admin,
    path: '/profiles',
    async act(page) {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('ring');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'keys',
    person: admin,
    path: '/profiles',
    async act(page) {
      await page.getByRole('main').focus();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
];
