import * as v from 'valibot';
import { common, retryAfter } from './common.ts';

const grant = v.optional(v.picklist(['authorization_code', 'refresh_token']));

/** Faults of Entra ID's endpoints. `match` has no meaning there. */
export const entraFaults = [
  /** The token endpoint stops a client that asks in a loop: 429 with AADSTS50196. */
  v.strictObject({ ...common, kind: v.literal('tokenThrottled'), grant, retryAfter }),
  /** The token endpoint fails. */
  v.strictObject({
    ...common,
    kind: v.literal('tokenServerError'),
    grant,
    status: v.optional(v.picklist([500, 502, 503, 504]), 503),
    retryAfter,
  }),
  /** The sign-in page sends every request straight back with an error. */
  v.strictObject({
    ...common,
    kind: v.literal('authorizeError'),
    error: v.optional(v.string(), 'server_error'),
    /** The number after AADSTS. */
    code: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 90033),
    text: v.optional(v.string(), 'A transient error has occurred. Please try again.'),
  }),
] as const;
