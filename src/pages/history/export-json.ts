import type { Actor } from '../../run-panel/export-csv.ts';
import { schemaVersion, toRecord } from '../../runs/journal/records.ts';
import type { Run } from '../../runs/model/run.ts';

/**
 * Runs with everything that is kept of them, as JSON: for another tool, or for a ticket. Each run says who sent it; the
 * hash that stands for the account in this browser stays here.
 */
export function runsToJson(runs: readonly Run[], actor: Actor, exportedAt: number): string {
  const { username, displayName } = actor;
  const exported = {
    schemaVersion,
    exportedAt: new Date(exportedAt).toISOString(),
    runs: runs.map((run) => ({ signedInAs: { username, displayName }, ...recordOf(run) })),
  };
  const withoutAccount = (name: string, value: unknown) => (name === 'accountKey' ? undefined : value);
  return `${JSON.stringify(exported, withoutAccount, 2)}\n`;
}

function recordOf(run: Run): object {
  const record = toRecord(run);
  return typeof record === 'object' && record !== null ? record : {};
}
