import * as v from 'valibot';
import { common, retryAfter } from './common.ts';

/** Faults that are an answer of their own: refusals, and what a proxy says in Graph's place. */
export const answerFaults = [
  /** 429. `source` chooses whose words the body has. With `hidden` the page's script is not shown the Retry-After. */
  v.strictObject({
    ...common,
    kind: v.literal('throttled'),
    retryAfter,
    source: v.optional(v.picklist(['gateway', 'intune']), 'gateway'),
    hidden: v.optional(v.boolean(), false),
  }),
  /** A 5xx: Graph's JSON with a request-id, or a proxy's page without. */
  v.strictObject({
    ...common,
    kind: v.literal('serverError'),
    status: v.optional(v.picklist([500, 502, 503, 504]), 503),
    retryAfter,
    html: v.optional(v.boolean(), false),
  }),
  /** Any refusal, known or not, in Graph's JSON or as a proxy's page. */
  v.strictObject({
    ...common,
    kind: v.literal('status'),
    status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
    code: v.optional(v.string()),
    text: v.optional(v.string()),
    retryAfter,
    html: v.optional(v.boolean(), false),
  }),
  /** 401 without a word on what to do about it. The token stays good. */
  v.strictObject({ ...common, kind: v.literal('bare401') }),
  /** 401 or 403 that asks for the authentication context c1. Over once a token has it, unless it is to `repeat`. */
  v.strictObject({
    ...common,
    kind: v.literal('claimsChallenge'),
    status: v.optional(v.picklist([401, 403]), 401),
    /** Puts a PoP challenge before it. */
    pop: v.optional(v.boolean(), false),
    repeat: v.optional(v.boolean(), false),
  }),
  /** At its first hit every access token issued until then is revoked; from there on verification refuses them. */
  v.strictObject({ ...common, kind: v.literal('revoked'), times: v.optional(v.literal(1), 1) }),
  /** 403 in the words of the path's area. */
  v.strictObject({
    ...common,
    kind: v.literal('forbidden'),
    reason: v.optional(v.picklist(['scope', 'role']), 'role'),
  }),
  /** 200 with a page of HTML, as a captive portal sends. */
  v.strictObject({ ...common, kind: v.literal('html200') }),
] as const;
