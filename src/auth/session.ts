import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Problem } from '../lib/problem.ts';
import type { Store } from '../lib/store.ts';
import type { Returned } from './returned.ts';

/** The signed-in person. */
export interface Account {
  /** Unique over people and tenants; for keys, never for screens. */
  readonly key: string;
  readonly displayName: string;
  readonly username: string;
  readonly tenantId: string;
  /** Role template ids, where the app registration has them sent in the ID token. */
  readonly roles: readonly string[];
}

/** A refusal that the person brought back from the sign-in page, with what was asked there. */
export interface Refusal {
  readonly scopes: readonly string[];
  readonly problem: Problem;
}

/** Who is signed in, to which tenant, and the ways to the sign-in page. All of them leave this page and come back. */
export interface Session {
  readonly account: Store<Account | null>;
  readonly refusal: Store<Refusal | null>;
  /** What an administrator brought back from granting permissions, when this page was loaded by that. */
  readonly returned: Returned;
  readonly cloud: string;
  readonly simulated: boolean;
  readonly hasDefender: boolean;
  signIn(): Promise<void>;
  switchAccount(): Promise<void>;
  signOut(): Promise<void>;
  /** Asks for permissions, or answers a challenge, on the sign-in page; returns to this screen. */
  ask(scopes: readonly string[], claims?: string): Promise<void>;
  /** Where an administrator grants permissions for everybody: a link to hand on. */
  adminConsentUrl(scopes: readonly string[]): string;
}

const SessionContext = createContext<Session | null>(null);

export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is used outside SessionProvider');
  return session;
}

/** The signed-in account; rooms are shown only while there is one. */
export function useAccount(): Account {
  const { account } = useSession();
  const current = useSyncExternalStore(account.subscribe, account.get);
  if (!current) throw new Error('useAccount is used while nobody is signed in');
  return current;
}

/** The refusal that concerns these scopes, if the person came back with one. */
export function useRefusal(scopes: readonly string[]): Problem | undefined {
  const { refusal } = useSession();
  const current = useSyncExternalStore(refusal.subscribe, refusal.get);
  return current && scopes.some((scope) => current.scopes.includes(scope)) ? current.problem : undefined;
}
