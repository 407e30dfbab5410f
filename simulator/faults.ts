import * as v from 'valibot';
import type { AccessToken } from './entra/directory.ts';

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

const common = {
  match: v.optional(
    v.strictObject({
      /** HTTP method; any without it. */
      method: v.optional(v.pipe(v.string(), v.toUpperCase())),
      /** Part of the path after `/beta`, in any letter case; any path without it. */
      path: v.optional(v.string()),
    }),
    {},
  ),
  /** Matching requests that are let through first. */
  skip: v.optional(wholeNumber, 0),
  /** Then this many are hit; null: until it is switched off. */
  times: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null),
  /** `before`: nothing is done. `after`: the request takes effect, then the fault strikes. */
  phase: v.optional(v.picklist(['before', 'after']), 'before'),
};
const area = v.picklist(['gateway', 'intune']);

/** The faults that can be switched on, as the control endpoint takes them. */
export const faultInput = v.variant('kind', [
  /** Waits before the request is handled, or before its answer is sent. Goes together with other faults. */
  v.strictObject({ ...common, kind: v.literal('latency'), ms: v.pipe(wholeNumber, v.maxValue(600_000)) }),
  /** 429. `retryAfter` is any text; null: the header is missing. `source` chooses whose words the body has. */
  v.strictObject({
    ...common,
    kind: v.literal('throttled'),
    retryAfter: v.optional(v.nullable(v.string()), null),
    source: v.optional(area, 'gateway'),
  }),
  /** A 5xx: Graph's JSON with a request-id, or a proxy's page without. */
  v.strictObject({
    ...common,
    kind: v.literal('serverError'),
    status: v.optional(v.picklist([500, 502, 503, 504]), 503),
    retryAfter: v.optional(v.nullable(v.string()), null),
    html: v.optional(v.boolean(), false),
  }),
  /** 401 that asks for the authentication context c1; `pop` puts a PoP challenge before it. Over once a token has c1. */
  v.strictObject({ ...common, kind: v.literal('claimsChallenge'), pop: v.optional(v.boolean(), false) }),
  /** At its first hit every access token issued until then is revoked; from there on verification refuses them. */
  v.strictObject({ ...common, kind: v.literal('revoked'), times: v.optional(v.literal(1), 1) }),
  /** The connection is destroyed without a byte of an answer. */
  v.strictObject({ ...common, kind: v.literal('closeConnection') }),
  /** 403 in the words of the path's area. */
  v.strictObject({
    ...common,
    kind: v.literal('forbidden'),
    reason: v.optional(v.picklist(['scope', 'role']), 'role'),
  }),
  /** 200 with a page of HTML, as a captive portal sends. */
  v.strictObject({ ...common, kind: v.literal('html200') }),
  /** The real answer, its body cut in the middle. The request takes effect. */
  v.strictObject({ ...common, kind: v.literal('truncate') }),
  /** executeAction leaves the first `count` ids out of all three lists. The request takes effect. */
  v.strictObject({
    ...common,
    kind: v.literal('omitIds'),
    count: v.optional(v.pipe(wholeNumber, v.minValue(1)), 1),
  }),
]);

export type FaultRule = v.InferOutput<typeof faultInput>;
export type Fault = FaultRule & {
  readonly id: string;
  /** Matching requests so far, those let through included. */
  readonly seen: number;
  /** Requests hit so far. */
  readonly hits: number;
};

/** What a fault looks at. */
export interface FaultTarget {
  readonly method: string;
  readonly path: string;
  readonly token: Pick<AccessToken, 'acrs'>;
  readonly inBatch: boolean;
}

export interface FaultSet {
  /** Milliseconds that every request of this tenant waits. */
  latency: number;
  list(): readonly Fault[];
  add(rule: FaultRule): Fault;
  /** False when there is none of that id. */
  remove(id: string): boolean;
  /** Switches every fault off; the latency stays. */
  clear(): void;
  /** The waits that a request meets, and the one other fault that decides its answer. Counts it. */
  take(target: FaultTarget): { readonly waits: readonly Fault[]; readonly fault: Fault | undefined };
}

/** Faults of the connection or of the whole answer, which an item of a `$batch` does not have. */
const needsConnection: ReadonlySet<Fault['kind']> = new Set(['closeConnection', 'truncate', 'html200']);

function matches(fault: Fault, target: FaultTarget): boolean {
  const { method, path } = fault.match;
  if (method !== undefined && method !== target.method) return false;
  if (path !== undefined && !target.path.toLowerCase().includes(path.toLowerCase())) return false;
  const wholeAnswer = needsConnection.has(fault.kind) || (fault.kind === 'serverError' && fault.html);
  if (target.inBatch && wholeAnswer) return false;
  if (fault.kind === 'claimsChallenge') return !target.token.acrs.includes('c1');
  if (fault.kind === 'omitIds') return target.path.toLowerCase().endsWith('executeaction');
  return true;
}

/** Faults are tried in the order they were added. A request that one decides does not count for those behind it. */
export function createFaultSet(): FaultSet {
  let faults: Fault[] = [];
  let created = 0;
  const strikes = (fault: Fault, target: FaultTarget): Fault | undefined => {
    if (!matches(fault, target) || (fault.times !== null && fault.hits >= fault.times)) return undefined;
    const hit = fault.seen >= fault.skip;
    const counted = { ...fault, seen: fault.seen + 1, hits: fault.hits + (hit ? 1 : 0) };
    faults = faults.map((other) => (other.id === fault.id ? counted : other));
    return hit ? counted : undefined;
  };
  return {
    latency: 0,
    list: () => faults,
    add: (rule) => {
      created += 1;
      const fault: Fault = { ...rule, id: `fault-${created}`, seen: 0, hits: 0 };
      faults = [...faults, fault];
      return fault;
    },
    remove: (id) => {
      const before = faults.length;
      faults = faults.filter((fault) => fault.id !== id);
      return faults.length < before;
    },
    clear: () => {
      faults = [];
    },
    take: (target) => {
      const waits: Fault[] = [];
      for (const fault of faults) {
        const struck = strikes(fault, target);
        if (struck?.kind === 'latency') waits.push(struck);
        else if (struck) return { waits, fault: struck };
      }
      return { waits, fault: undefined };
    },
  };
}
