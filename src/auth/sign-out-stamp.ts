import { accountHash } from '../lib/account-hash.ts';

/** In local storage, one for each account; the rest of the key is a hash, so that the entry names no person. */
const prefix = 'actiondesk.signedOut.';
/** In session storage: the last sign-out that this tab knew of when it signed in. */
const seenKey = 'actiondesk.signedOutBefore';

/**
 * When an account last signed out in this browser. A message reaches only the tabs that are open at that moment; the stamp
 * also reaches a tab that was on another page and comes back.
 */
export interface SignOutStamp {
  /** The account signs out now, in every tab. */
  set(): void;
  /** The account has just signed in here: earlier sign-outs no longer count for this tab. */
  accept(): void;
  /** True if the account has signed out since this tab signed in. Stamps are compared, never dated: clocks can be wrong. */
  isNew(): boolean;
}

export async function signOutStampOf(accountKey: string): Promise<SignOutStamp> {
  const key = `${prefix}${await accountHash('sign-out', accountKey)}`;
  const read = (): string | null => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  return {
    set() {
      try {
        localStorage.setItem(key, new Date().toISOString());
      } catch {
        // Local storage is full or blocked: this tab signs out all the same.
      }
    },
    accept() {
      const stamp = read();
      if (stamp === null) sessionStorage.removeItem(seenKey);
      else sessionStorage.setItem(seenKey, stamp);
    },
    isNew() {
      const stamp = read();
      return stamp !== null && stamp !== sessionStorage.getItem(seenKey);
    },
  };
}
