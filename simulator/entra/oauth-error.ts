import { randomUUID } from 'node:crypto';

interface OAuthErrorExtras {
  /** Entra's finer reason, which MSAL reads. */
  readonly suberror?: string;
  /** The claims the client must ask for, echoed. */
  readonly claims?: string | undefined;
}

/** A refusal in Entra's own words. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  /** The OAuth error, such as `invalid_grant`. */
  readonly error: string;
  /** The number after AADSTS. */
  readonly code: number;
  readonly extras: OAuthErrorExtras;

  /** @param message what follows `AADSTSnnnnn: ` */
  constructor(error: string, code: number, message: string, extras: OAuthErrorExtras = {}) {
    super(message);
    this.error = error;
    this.code = code;
    this.extras = extras;
  }

  /** `AADSTSnnnnn: …`, without the ids of the request. */
  get headline(): string {
    return `AADSTS${this.code}: ${this.message}`;
  }
}

/** The JSON body of the token endpoint's refusals. */
export interface OAuthErrorBody {
  readonly error: string;
  readonly error_description: string;
  readonly error_codes: readonly number[];
  /** UTC, `2026-01-31 12:00:00Z`. */
  readonly timestamp: string;
  readonly trace_id: string;
  readonly correlation_id: string;
  readonly error_uri: string;
  readonly suberror?: string;
  readonly claims?: string;
}

/** @param correlationId the `client-request-id` that the client sent, if it sent one */
export function describeError(refusal: OAuthError, correlationId: string | undefined): OAuthErrorBody {
  const ids = { trace_id: randomUUID(), correlation_id: correlationId ?? randomUUID() };
  const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const { suberror, claims } = refusal.extras;
  return {
    error: refusal.error,
    error_description: `${refusal.headline}\r\nTrace ID: ${ids.trace_id}\r\nCorrelation ID: ${ids.correlation_id}\r\nTimestamp: ${timestamp}`,
    error_codes: [refusal.code],
    timestamp,
    ...ids,
    // Microsoft's page about the code. MSAL takes the number out of this address.
    error_uri: `https://login.microsoftonline.com/error?code=${refusal.code}`,
    ...(suberror === undefined ? {} : { suberror }),
    ...(claims === undefined ? {} : { claims }),
  };
}
