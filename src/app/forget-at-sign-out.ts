import type { Session } from '../auth/session.ts';
import { forgetSnapshots, snapshotsName } from '../resources/driver-updates/snapshot-database.ts';
import { forgetRecents } from './palette/recents.ts';

/** Deletes what this browser keeps of the account, but for its history, when the account signs out. */
export function forgetAtSignOut({ account }: Pick<Session, 'account'>): void {
  const signedIn = account.get();
  // Named ahead: at the sign-out the page leaves, and waits for nothing.
  const snapshots = signedIn && snapshotsName(signedIn);
  account.subscribe(() => {
    if (account.get() !== null) return;
    forgetRecents();
    snapshots?.then(forgetSnapshots, () => undefined);
  });
}
