import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';
import { graphScopes } from '../entra/client.ts';
import { day } from '../tenants/clock.ts';
import { seedNames } from '../tenants/tenant.ts';

const wholeMs = (largest: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(largest));

export const newTenant = v.strictObject({
  name: v.optional(v.string()),
  seed: v.picklist(seedNames),
  adminConsent: v.optional(v.boolean(), false),
  graphOverTls: v.optional(v.boolean(), false),
});
export const reset = v.strictObject({ keepSignIns: v.optional(v.boolean(), false) });
export const clockMove = v.strictObject({ advanceMs: wholeMs(3_650 * day) });
export const latency = v.strictObject({ ms: wholeMs(600_000) });
const scope = v.pipe(
  v.string(),
  v.check((name) => graphScopes.includes(name), 'the app has no such permission'),
);
export const consent = v.strictObject({
  adminConsent: v.boolean(),
  /** These alone, in place of all. */
  scopes: v.optional(v.array(scope)),
});
export const revocation = v.strictObject({
  accessTokens: v.optional(v.boolean(), false),
  refreshTokens: v.optional(v.boolean(), false),
  sessions: v.optional(v.boolean(), false),
});

/** Ends a control request with `{ error }`. */
export function refuse(status: 400 | 404 | 409, error: string): HTTPException {
  return new HTTPException(status, { res: Response.json({ error }, { status }) });
}

/** Where in a body something is wrong, and what: `match.path: expected a string`. */
function describe(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return path === null ? issue.message : `${path}: ${issue.message}`;
}

/** Checks a value from outside. Ends the request with a 400 that names every fault. */
export function check<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const read = v.safeParse(schema, value);
  if (!read.success) throw refuse(400, read.issues.map(describe).join('; '));
  return read.output;
}

/** The JSON body of a control request, checked; none is an empty one. */
export async function readBody<S extends v.GenericSchema>(c: Context, schema: S): Promise<v.InferOutput<S>> {
  let json: unknown;
  try {
    json = JSON.parse((await c.req.text()) || '{}');
  } catch {
    throw refuse(400, 'The body is not JSON.');
  }
  return check(schema, json);
}
