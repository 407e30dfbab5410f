import {
  type AccountInfo,
  type AuthenticationResult,
  CacheLookupPolicy,
  PublicClientApplication,
} from '@azure/msal-browser';
import type { Config } from '../config.ts';
import type { GetToken } from '../graph/sender.ts';
import { ProblemError } from '../lib/problem.ts';
import { createStore } from '../lib/store.ts';
import { adminConsentUrl, takeConsentState } from './admin-consent.ts';
import { isGranted } from './granted.ts';
import { problemOfSignIn } from './problem.ts';
import { createRest } from './rest.ts';
import { readReturned } from './returned.ts';
import type { Account, Refusal, Session } from './session.ts';
import { signOutStampOf } from './sign-out-stamp.ts';
import { forgetDrafts, keepAsked, takeAsked } from './tab-memory.ts';
import { createToldTime, type ToldTime } from './told-time.ts';

/** The session, and the tokens behind it: for main.tsx alone. */
export interface Auth {
  readonly session: Session;
  readonly getToken: GetToken;
  readonly toldTime: ToldTime;
}

/**
 * Starts MSAL and handles the answer of the sign-in page, so that all later code knows who is signed in.
 * https://learn.microsoft.com/entra/msal/javascript/browser/initialization
 *
 * @throws ProblemError when the page has no secure context, without which MSAL has no cryptography
 */
export async function startAuth(config: Config): Promise<Auth> {
  if (!window.isSecureContext || crypto.subtle === undefined) {
    throw new ProblemError({
      kind: 'badInput',
      title: 'Sign-in needs HTTPS',
      advice: 'Open Actiondesk at an https:// address.',
      raw: location.origin,
    });
  }
  const msal = new PublicClientApplication({
    auth: {
      clientId: config.clientId,
      authority: config.authority,
      redirectUri: '/redirect.html',
      postLogoutRedirectUri: '/',
      // With CP1 Graph may ask for more proof in mid-session (continuous access evaluation) instead of just failing.
      clientCapabilities: ['CP1'],
      ...(config.knownAuthorities && { knownAuthorities: config.knownAuthorities }),
      ...(config.authorityMetadata && { authorityMetadata: JSON.stringify(config.authorityMetadata) }),
    },
    cache: { cacheLocation: 'sessionStorage' },
  });
  await msal.initialize();

  const refusal = createStore<Refusal | null>(null);
  const asked = takeAsked();
  let result: AuthenticationResult | null = null;
  try {
    const before = msal.getActiveAccount();
    result = await msal.handleRedirectPromise();
    if (result) {
      if (before && before.homeAccountId !== result.account.homeAccountId) {
        // Another person signed in: nothing of the previous one stays.
        forgetDrafts();
        await msal.clearCache({ account: before });
      }
      msal.setActiveAccount(result.account);
    }
  } catch (error) {
    refusal.set({ scopes: asked, problem: problemOfSignIn(error, asked) });
  }
  const returned = readReturned(location.search, takeConsentState);
  if (returned !== undefined) history.replaceState(null, '', location.pathname);

  const active = msal.getActiveAccount();
  const account = createStore<Account | null>(accountOf(active));
  const signedIn = account.get();
  const stamp = signedIn && (await signOutStampOf(signedIn.key));
  if (result) stamp?.accept();
  /** Each tab has a session of its own: it ends where another tab has signed the account out, now or while this one was away. */
  function followSignOut(): void {
    if (!account.get() || !stamp?.isNew()) return;
    const current = msal.getActiveAccount();
    if (!current) return;
    forgetDrafts();
    account.set(null);
    void msal.clearCache({ account: current });
  }
  followSignOut();
  addEventListener('storage', followSignOut);
  addEventListener('pageshow', followSignOut);
  const prefixed = (scopes: readonly string[]): string[] => scopes.map((scope) => config.scopePrefix + scope);

  /** Only one interaction at a time: a second would break the first. */
  let leaving = false;
  async function leave(go: () => Promise<void>, scopes: readonly string[]): Promise<void> {
    if (leaving) return;
    leaving = true;
    keepAsked(scopes);
    try {
      await go();
    } catch (error) {
      refusal.set({ scopes, problem: problemOfSignIn(error, scopes) });
    } finally {
      leaving = false;
    }
  }

  const redirectStartPage = () => location.href;
  const rest = createRest(Date.now, () => performance.now());
  const toldTime = createToldTime(Date.now, () => performance.now());
  toldTime.hear(active?.idTokenClaims?.iat);

  return {
    toldTime,
    async getToken(scopes, demand = {}) {
      followSignOut();
      const current = msal.getActiveAccount();
      if (!current || current.homeAccountId !== account.get()?.key) {
        throw new ProblemError({
          kind: 'signInNeeded',
          title: 'You’re signed out',
          advice: 'Sign in again. You’ll come back to this screen.',
        });
      }
      const tired = rest.why();
      const mustRenew = demand.renew === true || demand.claims !== undefined;
      if (tired && mustRenew) throw new ProblemError(tired);
      let result: AuthenticationResult;
      try {
        result = await msal.acquireTokenSilent({
          scopes: prefixed(scopes),
          account: current,
          // A cached token is still good.
          ...(tired && { cacheLookupPolicy: CacheLookupPolicy.AccessToken }),
          ...(demand.claims !== undefined && { claims: demand.claims }),
          ...(demand.renew === true && demand.claims === undefined && { forceRefresh: true }),
        });
      } catch (error) {
        throw new ProblemError(tired ?? rest.after(problemOfSignIn(error, scopes, demand.claims)));
      }
      toldTime.hear(result.account.idTokenClaims?.iat);
      // A token for other permissions isn't sent to Graph: its answer would say nothing about this request.
      if (!isGranted(scopes, result.scopes)) {
        throw new ProblemError({
          kind: 'consentNeeded',
          title: 'A required permission is missing',
          advice: 'Nothing was sent. Grant it on the sign-in page. You’ll come back to this screen.',
          scopes,
        });
      }
      return result.accessToken;
    },
    session: {
      account,
      refusal,
      returned: returned ?? null,
      cloud: config.cloud,
      simulated: config.simulated,
      hasDefender: config.hasDefender,
      signIn: () =>
        leave(() => msal.loginRedirect({ scopes: [], redirectStartPage: redirectStartPage() }), []),
      switchAccount: () =>
        leave(
          () =>
            msal.loginRedirect({
              scopes: [],
              prompt: 'select_account',
              redirectStartPage: redirectStartPage(),
            }),
          [],
        ),
      async signOut() {
        const current = msal.getActiveAccount();
        forgetDrafts();
        // First, so that no page is left to keep a selection when the browser leaves.
        account.set(null);
        stamp?.set();
        try {
          await msal.logoutRedirect({ account: current });
        } catch (error) {
          await msal.clearCache({ account: current });
          refusal.set({ scopes: [], problem: problemOfSignIn(error, []) });
        }
      },
      ask(scopes, claims) {
        const current = msal.getActiveAccount();
        return leave(
          () =>
            msal.acquireTokenRedirect({
              scopes: prefixed(scopes),
              redirectStartPage: redirectStartPage(),
              ...(current && { account: current }),
              ...(claims !== undefined && { claims }),
            }),
          scopes,
        );
      },
      adminConsentUrl: (scopes) => adminConsentUrl(config, scopes),
    },
  };
}

function accountOf(account: AccountInfo | null): Account | null {
  if (!account) return null;
  const wids = account.idTokenClaims?.wids;
  return {
    key: account.homeAccountId,
    displayName: account.name ?? account.username,
    username: account.username,
    tenantId: account.tenantId,
    roles: Array.isArray(wids) ? wids.filter((role) => typeof role === 'string') : [],
  };
}
