import type { Persona } from '../tenants/personas.ts';
import type { ClaimsRequest } from './claims-request.ts';
import type { DeviceGrant } from './device-codes.ts';
import type { RequestedScopes } from './scopes.ts';

/** Where and how the result of a sign-in goes back to the app. */
export interface ReplyAddress {
  /** One of the registered redirect URIs. */
  readonly redirectUri: string;
  readonly responseMode: 'fragment' | 'query';
  readonly state: string | undefined;
  /** The `client-request-id` the client sent, which a refusal repeats. */
  readonly correlationId: string | undefined;
}

/** A valid request to the authorize endpoint. */
export interface AuthorizeRequest {
  readonly kind: 'authorize';
  readonly reply: ReplyAddress;
  readonly nonce: string | undefined;
  readonly scopes: RequestedScopes;
  readonly prompt: 'none' | 'select_account' | 'login' | 'consent' | undefined;
  /** Whom the app wants, from `login_hint` or `sid`. */
  readonly hint: string | undefined;
  readonly claims: ClaimsRequest;
  /** S256, base64url. */
  readonly codeChallenge: string;
}

/** A person's answer to a device that asked for tokens. Who that is, is asked each time. */
export interface DeviceRequest {
  readonly kind: 'device';
  /** The result is a page: the device fetches its tokens itself. */
  readonly reply: undefined;
  readonly scopes: RequestedScopes;
  readonly prompt: 'select_account';
  readonly hint: undefined;
  readonly claims: ClaimsRequest;
  readonly grant: DeviceGrant;
}

/** A person signs in with it. */
export type PersonRequest = AuthorizeRequest | DeviceRequest;

/** A request to grant permissions for the whole tenant. */
export interface AdminConsentRequest {
  readonly kind: 'adminConsent';
  /** Undefined if no registered address was given: the result is then a page. */
  readonly reply: ReplyAddress | undefined;
  readonly scopes: RequestedScopes;
}

/** A request and the answers a person has given to it so far. */
export interface Transaction {
  readonly request: PersonRequest | AdminConsentRequest;
  /** Who is signing in, once that is known. */
  readonly persona: Persona | undefined;
  /** Whether this person accepted the consent page. */
  readonly accepted: boolean;
}

/** What an authorization code stands for. */
export interface CodeGrant {
  readonly request: AuthorizeRequest;
  readonly persona: Persona;
  /** Authentication contexts proven until then. */
  readonly proven: readonly string[];
  /** A code is good for one use; a used one is kept until it expires, so that the refusal can say why. */
  redeemed: boolean;
}
