import { toIso } from '../../lib/instant.ts';
import { showHidden } from '../../lib/visible-text.ts';

const names: ReadonlyMap<string, string> = new Map([
  ['', ''],
  ['never', 'Never synced'],
  ['pending', 'Syncing'],
  ['success', 'Synced'],
  ['failure', 'Sync failed'],
]);

/** A recorded state: "Sync failed, last synced 2026-12-08T00:00:00.000Z". */
export function syncStateName(state: string): string {
  const [, status = state, date = ''] = /^(\w+) (\S+)$/.exec(state) ?? [];
  const name = names.get(status) ?? showHidden(status);
  return /^\d+$/.test(date) ? `${name}, last synced ${toIso(Number(date))}` : name;
}
