import { accountHash } from '../../lib/account-hash.ts';

/** The rest of the name is a hash of the account. */
const prefix = 'actiondesk-fleet.';

/** Whose snapshots. */
export interface SnapshotOwner {
  readonly key: string;
  readonly tenantId: string;
}

/** The name of the database that holds the snapshots of an account. */
export async function snapshotsName({ key, tenantId }: SnapshotOwner): Promise<string> {
  return prefix + (await accountHash('fleet', `${tenantId} ${key}`));
}

/** Deletes the snapshots of an account: at its sign-out, when the page is about to leave and can wait for nothing. */
export function forgetSnapshots(name: string): void {
  if (typeof indexedDB !== 'undefined') indexedDB.deleteDatabase(name);
}
