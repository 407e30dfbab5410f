import type { Locator, Page } from '@playwright/test';
import { contosoDefender } from '../../simulator/seeds/contoso-defender.ts';
import { select } from './actions.ts';
import type { Tenant } from './tenant.ts';

const contoso = contosoDefender(Date.now());
const { tasks } = contoso;

/** The ids of all contoso tasks; the first is one that can be run. */
export const taskIds: readonly string[] = tasks.map(({ record }) => record.id);

/** The id of a task of contoso, or of another seed: the same in every tenant of that seed. */
export function taskId(title: string, defender = contoso): string {
  const found = defender.tasks.find(({ record }) => record.displayName === title);
  if (!found) throw new Error(`The seed has no task ${title}`);
  return found.record.id;
}

/** The id of the incident behind a contoso task. */
export function incidentOf(id: string): string {
  const found = tasks.find(({ record }) => record.id === id);
  if (!found) throw new Error(`The seed has no task ${id}`);
  return found.incidentId;
}

/** The id of the device that the file of a contoso task is on. */
export function deviceIdOf(title: string): string {
  const action = tasks.find(({ record }) => record.displayName === title)?.record.responseAction;
  if (!action || !('deviceId' in action)) throw new Error(`The seed’s task ${title} is on no device`);
  return String(action.deviceId);
}

/** What was sent to set the status of tasks, in order. */
export async function updatesOf(tenant: Tenant): Promise<readonly (readonly [string, unknown])[]> {
  const { requests } = await tenant.log();
  return requests
    .filter(({ method }) => method === 'PATCH')
    .map(({ path, body }) => [path.split('/').at(-1) ?? '', body] as const);
}

/** Selects tasks, and opens the dialog that sets their status. */
export async function openStatusDialog(
  page: Page,
  tasks: Locator,
  titles: readonly string[],
): Promise<Locator> {
  await select(tasks, titles);
  await page.getByRole('toolbar', { name: 'Commands' }).getByRole('button', { name: 'Set status' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { level: 2 }).waitFor();
  return dialog;
}
