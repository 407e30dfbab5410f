import { schemaVersion, toRecord } from '../runs/journal/records.ts';
import type { Run } from '../runs/model.ts';

/**
 * Runs with everything that is kept of them, as JSON: for another tool, or for a ticket. It holds what the journal may
 * hold, without what stands for the account.
 */
export function runsToJson(runs: readonly Run[], exportedAt: number): string {
  const exported = {
    schemaVersion,
    exportedAt: new Date(exportedAt).toISOString(),
    runs: runs.map(toRecord),
  };
  const withoutAccount = (name: string, value: unknown) => (name === 'accountKey' ? undefined : value);
  return `${JSON.stringify(exported, withoutAccount, 2)}\n`;
}
