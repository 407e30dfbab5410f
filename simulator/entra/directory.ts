import type { Persona, PersonaId } from '../tenants/personas.ts';
import { graphScopes } from './client.ts';
import { type Consents, createConsents } from './consents.ts';
import { createDeviceCodes, type DeviceCodes } from './device-codes.ts';
import { createExpiringStore, type ExpiringStore } from './expiring-store.ts';
import { createRefreshTokens, type RefreshTokens } from './refresh-tokens.ts';
import { createSessions, type Sessions } from './sessions.ts';
import type { CodeGrant, Transaction } from './transaction.ts';

/** A verified access token for Microsoft Graph. */
export interface AccessToken {
  readonly tenantId: string;
  /** `oid`: the person, or the app's service principal. */
  readonly objectId: string;
  /** Undefined in an app-only token. */
  readonly personaId: PersonaId | undefined;
  readonly name: string;
  readonly upn: string;
  /** Short names, from `scp` (delegated) or `roles` (app-only). */
  readonly scopes: ReadonlySet<string>;
  /** `wids`: Entra role template ids of the person. */
  readonly roles: readonly string[];
  readonly appOnly: boolean;
  /** Seconds since the epoch. */
  readonly issuedAt: number;
  /** Seconds since the epoch. */
  readonly expiresAt: number;
  /** Authentication contexts the person has proven, such as `c1`. */
  readonly acrs: readonly string[];
  /** `xms_cc`: what the client said it can handle, such as `CP1`. */
  readonly capabilities: readonly string[];
  readonly appId: string;
}

export interface DirectoryOptions {
  readonly tenantId: string;
  /** The host label; sign-in names end in `@NAME.example`. */
  readonly tenantName: string;
  readonly personas: readonly Persona[];
  /** Where the app is served. Registered redirect URIs are `<origin>/redirect.html` and `<origin>/`. */
  readonly appOrigins: () => readonly string[];
  /** Whether an administrator has already granted all Graph scopes to everybody. */
  readonly adminConsent: boolean;
}

export interface ResetOptions {
  /** Sessions and refresh tokens live on, those that were ended or revoked apart. */
  readonly keepSignIns?: boolean | undefined;
}

/** The state of one tenant's Entra ID. It runs on real time, as the clients' own clocks do. */
export interface Directory {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly personas: readonly Persona[];
  readonly appOrigins: () => readonly string[];
  /** Object id of the app's service principal in this tenant. */
  readonly servicePrincipalId: string;
  /** Lifetimes in seconds; may be changed at any time, for tokens issued from then on. */
  readonly settings: { accessTokenSeconds: number; refreshTokenSeconds: number };
  readonly consents: Consents;
  readonly sessions: Sessions;
  readonly refreshTokens: RefreshTokens;
  /** Sign-ins under way, each waiting for an answer on one of the pages. */
  readonly transactions: ExpiringStore<Transaction>;
  readonly codes: ExpiringStore<CodeGrant>;
  readonly deviceCodes: DeviceCodes;
  upnOf(persona: Persona): string;
  /** @param hint a sign-in name, an object id, or a `login_hint` claim of an id token */
  findPersona(hint: string): Persona | undefined;
  /**
   * Back to the start: nobody is signed in, consent and lifetimes are as in the beginning. Access tokens live on until they
   * expire.
   */
  reset(options?: ResetOptions): void;
  /**
   * Grants all scopes to everybody, or takes back every grant.
   * @param scopes these and no others are granted then
   */
  setAdminConsent(granted: boolean, scopes?: readonly string[]): void;
  /** Access tokens issued until now are refused as revoked. */
  revokeAccessTokens(): void;
  revokeRefreshTokens(): void;
  /** Signs everybody out; tokens live on. */
  revokeSessions(): void;
  /** How often access tokens were revoked. Each token carries the count of its day. */
  accessTokenEpoch(): number;
  /** When they were last revoked, in milliseconds since the epoch; 0 if they never were. */
  accessTokensRevokedAt(): number;
}

const codeLifetimeMs = 60_000;
/** As long as a person may take to answer a sign-in page. */
const transactionLifetimeMs = 15 * 60_000;
const defaults = { accessTokenSeconds: 3600, refreshTokenSeconds: 86_400 } as const;

export function createDirectory(options: DirectoryOptions): Directory {
  const { tenantId, tenantName, personas, appOrigins } = options;
  const settings = { ...defaults };
  const consents = createConsents();
  const sessions = createSessions();
  const refreshTokens = createRefreshTokens();
  const transactions = createExpiringStore<Transaction>(transactionLifetimeMs);
  const codes = createExpiringStore<CodeGrant>(codeLifetimeMs);
  const deviceCodes = createDeviceCodes();
  let epoch = 0;
  let revokedAt = 0;

  const upnOf = (persona: Persona): string => `${persona.id}@${tenantName}.example`;

  function setAdminConsent(granted: boolean, scopes?: readonly string[]): void {
    if (!granted || scopes) consents.withdrawAll();
    if (granted) consents.grantToTenant(scopes ?? graphScopes);
  }

  setAdminConsent(options.adminConsent);
  return {
    tenantId,
    tenantName,
    personas,
    appOrigins,
    servicePrincipalId: `${tenantId.slice(0, 8)}-0000-4000-9000-000000000001`,
    settings,
    consents,
    sessions,
    refreshTokens,
    transactions,
    codes,
    deviceCodes,
    upnOf,
    setAdminConsent,
    findPersona(hint) {
      const wanted = hint.toLowerCase();
      return personas.find((persona) =>
        [upnOf(persona), persona.objectId, loginHintOf(persona)].some(
          (name) => name.toLowerCase() === wanted,
        ),
      );
    },
    reset({ keepSignIns = false } = {}) {
      Object.assign(settings, defaults);
      if (!keepSignIns) {
        sessions.endAll();
        refreshTokens.clear();
      }
      transactions.clear();
      codes.clear();
      deviceCodes.clear();
      consents.withdrawAll();
      setAdminConsent(options.adminConsent);
    },
    revokeAccessTokens() {
      epoch += 1;
      revokedAt = Date.now();
    },
    revokeRefreshTokens: () => refreshTokens.revokeAll(),
    revokeSessions: () => sessions.endAll(),
    accessTokenEpoch: () => epoch,
    accessTokensRevokedAt: () => revokedAt,
  };
}

/** The opaque `login_hint` claim of an id token, which clients send back as `login_hint` or `logout_hint`. */
export function loginHintOf(persona: Persona): string {
  return `O.${Buffer.from(persona.objectId).toString('base64url')}`;
}
