import * as v from 'valibot';
import { common, milliseconds } from './common.ts';

/** Faults of the connection: what a network, a proxy or a browser's rules do to a request. */
export const connectionFaults = [
  /** Waits before the request is handled, or before its answer is sent. Goes together with other faults. */
  v.strictObject({ ...common, kind: v.literal('latency'), ms: milliseconds }),
  /** The connection is closed without a byte of an answer. */
  v.strictObject({ ...common, kind: v.literal('closeConnection') }),
  /** The same by a TCP reset. */
  v.strictObject({ ...common, kind: v.literal('resetConnection') }),
  /** The same by an orderly end (FIN): no answer will come. */
  v.strictObject({ ...common, kind: v.literal('endConnection') }),
  /** HTTP/2: GOAWAY that leaves this request out, then the connection ends. */
  v.strictObject({ ...common, kind: v.literal('goaway') }),
  /** HTTP/2: RST_STREAM with REFUSED_STREAM, which says that nothing was done. */
  v.strictObject({ ...common, kind: v.literal('refusedStream') }),
  /** HTTP/2: RST_STREAM with CANCEL, which says nothing. */
  v.strictObject({ ...common, kind: v.literal('cancelledStream') }),
  /** The real answer, its body cut in the middle. The request takes effect. */
  v.strictObject({ ...common, kind: v.literal('truncate') }),
  /** No byte for `ms`, then the real answer; null: never one, on a connection that stays open. */
  v.strictObject({ ...common, kind: v.literal('stall'), ms: v.nullable(milliseconds) }),
  /** A proxy's page without CORS headers, of which a web page sees a lost connection only. */
  v.strictObject({
    ...common,
    kind: v.literal('noCors'),
    status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)), 502),
  }),
  /** The preflight is answered 500 without CORS headers: the request itself is never sent. */
  v.strictObject({ ...common, kind: v.literal('preflightFail') }),
  /** Another origin is named as the place of the answer; the log tells who followed. */
  v.strictObject({
    ...common,
    kind: v.literal('redirectElsewhere'),
    status: v.optional(v.picklist([301, 302, 303, 307, 308]), 307),
  }),
] as const;
