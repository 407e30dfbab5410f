import { expect, type Locator, type Page } from '@playwright/test';
import { contosoProfiles } from '../../simulator/seeds/contoso-profiles.ts';
import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import type { PersonaId } from '../../simulator/tenants/personas.ts';
import { signIn } from './sign-in.ts';
import type { Tenant } from './tenant.ts';

/** Ids, names and decisions are the same in every tenant of the seed; dates are not, and are not used here. */
const profiles = contosoProfiles(Date.now());

/** A driver of the seed: what tests find it by. */
export interface SeededDriver {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly status: string;
  /** Of the category that Intune recommends. */
  readonly recommended: boolean;
  /** How many devices it applies to. */
  readonly devices: number;
  /** What its checkbox is called. */
  readonly label: string;
}

const statusText: Record<string, string> = { needsReview: 'needs review', suspended: 'paused' };

function seededProfile(name: string) {
  const profile = profiles.find(({ record }) => record.displayName === name);
  if (!profile) throw new Error(`The seed has no profile ${name}`);
  return profile;
}

/** The address of a profile's page. */
export function pathOf(profileName: string): string {
  return `/profiles/${seededProfile(profileName).record.id}`;
}

/** The drivers of a profile as they are before anybody decides. */
export function driversOf(profileName: string): readonly SeededDriver[] {
  return seededProfile(profileName).drivers.map(({ record }) => {
    const status = record.approvalStatus ?? '';
    const version = record.version ?? '';
    const name = record.name ?? '';
    const label = ['Select', [name, version, statusText[status] ?? status].filter(Boolean).join(', ')];
    const devices = record.applicableDeviceCount ?? 0;
    const recommended = record.category === 'recommended';
    return { id: record.id ?? '', name, version, status, recommended, devices, label: label.join(' ') };
  });
}

/** The first driver of the pilot ring whose name begins so, in this status. */
export function pilotDriver(name: string, status: string): SeededDriver {
  const found = driversOf(pilotRingName).find(
    (driver) => driver.name.startsWith(name) && driver.status === status,
  );
  if (!found) throw new Error(`The pilot ring has no ${name} that is ${status}`);
  return found;
}

/** What the app sent to executeAction. */
export interface SentAction {
  readonly actionName: string;
  readonly driverIds: readonly string[];
  readonly deploymentDate?: string;
}

/** The bodies of all executeAction requests, in the order they came. */
export async function sentActions(tenant: Tenant): Promise<readonly SentAction[]> {
  const { requests } = await tenant.log();
  return requests
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/executeAction'))
    .map(({ body }) => body as SentAction); // the simulator refuses any other shape
}

/** How the drivers that really changed were changed: "approve" three times, and so on. */
export async function changesOf(tenant: Tenant): Promise<readonly string[]> {
  const { effects } = await tenant.log();
  return effects.map(({ action, driverId }) => `${action} ${driverId}`).sort();
}

/** The list of a profile's page. */
export function driversOn(page: Page): Locator {
  return page.getByRole('grid', { name: 'Drivers' });
}

/**
 * Opens the page of the pilot ring as a person who is signed in, and gives its list once it has rows. Straight there: the
 * list of profiles would read all fourteen first.
 */
export async function openPilot(
  page: Page,
  tenant: Tenant,
  persona: PersonaId = 'driver.admin',
  enter = signIn,
): Promise<Locator> {
  await enter(page, tenant, persona, pathOf(pilotRingName));
  const drivers = driversOn(page);
  await expect(drivers.getByRole('checkbox').nth(1)).toBeVisible();
  return drivers;
}

/** Opens a tab of a profile, and waits until the list shows the drivers of this tab. */
export async function openTab(page: Page, name: RegExp | string): Promise<void> {
  await page.getByRole('tab', { name }).click();
  await expect(page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
  await expect(driversOn(page)).not.toHaveAttribute('aria-busy', 'true');
}

/** What the checkbox above all drivers of a profile is called once the whole list has come, with every filter off. */
export function allOf(profileName: string): string {
  const count = driversOf(profileName).length;
  return `Select all ${count.toLocaleString('en-GB')} matching drivers`;
}

/** Selects all drivers of a profile. Pages come one after the other: earlier, the first ones alone would be selected. */
export async function selectEveryDriver(page: Page, profileName: string): Promise<void> {
  await driversOn(page)
    .getByRole('checkbox', { name: allOf(profileName) })
    .check();
}

/** Shows the rare commands of the bar. */
export async function unfold(page: Page): Promise<void> {
  await page.getByRole('toolbar', { name: 'Commands' }).getByRole('button', { name: 'More' }).click();
}

/** The commands that the bar of a profile's drivers folds. */
const rare = ['Change date', 'Sync inventory'];

/** Opens the dialog of a command of the bar. */
export async function openDialog(page: Page, command: string): Promise<Locator> {
  if (rare.includes(command)) await unfold(page);
  await page.getByRole('toolbar', { name: 'Commands' }).getByRole('button', { name: command }).click();
  return page.getByRole('dialog');
}

/** Actions in the order of their dates: those of several profiles are sent side by side, and arrive in any order. */
export function byDate<Sent extends { readonly deploymentDate?: string | undefined }>(
  sent: readonly Sent[],
): readonly Sent[] {
  const dateOf = ({ deploymentDate }: Sent) => Date.parse(deploymentDate ?? '');
  return sent.toSorted((one, other) => dateOf(one) - dateOf(other));
}
