import * as v from 'valibot';
import { atLeastOne, common, milliseconds } from './common.ts';

const count = v.optional(atLeastOne, 1);

/** Faults of time: the answer and the truth come apart. */
export const timeFaults = [
  /** Refused now; takes effect `ms` later, on the tenant's Graph clock. Writes only. */
  v.strictObject({
    ...common,
    kind: v.literal('lateApply'),
    ms: milliseconds,
    status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)), 504),
  }),
  /** Reads show what was changed in the last `ms` of Graph time as it was before. */
  v.strictObject({ ...common, kind: v.literal('staleRead'), ms: milliseconds }),
] as const;

/** Faults of executeAction's three lists. The request takes effect. */
export const listFaults = [
  /** The first `count` ids are in none of the lists. */
  v.strictObject({ ...common, kind: v.literal('omitIds'), count }),
  /** The first `count` ids are in two of them. */
  v.strictObject({ ...common, kind: v.literal('doubleIds'), count }),
  /** `count` ids that nobody asked for are among the successful ones. */
  v.strictObject({ ...common, kind: v.literal('foreignIds'), count }),
  /** The lists are one level deeper, in `value`. */
  v.strictObject({ ...common, kind: v.literal('wrapped') }),
  /** The lists are null. */
  v.strictObject({ ...common, kind: v.literal('nullLists') }),
  /** There are no lists. */
  v.strictObject({ ...common, kind: v.literal('listsAbsent') }),
  /** Only the first `count` ids are acted on; then `status`, or with null the connection is closed without a byte. */
  v.strictObject({
    ...common,
    kind: v.literal('partialApply'),
    count,
    status: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599))), 504),
  }),
] as const;

/** Faults of executeResponseAction's care for what was started before. */
export const startFaults = [
  /** A task whose action was started before is started once more. Goes together with other faults. */
  v.strictObject({ ...common, kind: v.literal('acceptTwice') }),
] as const;

/** Faults of an answer's shape. */
export const shapeFaults = [
  /** 200 without a body. */
  v.strictObject({ ...common, kind: v.literal('emptyBody') }),
  /** Another good status than the documented one; 202 and 204 have no body. */
  v.strictObject({ ...common, kind: v.literal('asStatus'), status: v.picklist([200, 202, 204]) }),
  /** JSON that ends too early. */
  v.strictObject({ ...common, kind: v.literal('badJson') }),
  /** The JSON `null`. */
  v.strictObject({ ...common, kind: v.literal('nullJson') }),
  /** The real answer behind a byte order mark. */
  v.strictObject({ ...common, kind: v.literal('bom') }),
  /** The first `count` records read have a status that nobody knows, in `property` or in each that they have. */
  v.strictObject({
    ...common,
    kind: v.literal('unknownEnum'),
    property: v.optional(v.string()),
    value: v.optional(v.string(), 'quarantined'),
    count,
  }),
] as const;

/** Faults of paging. Lists only. */
export const pagingFaults = [
  /** The next page is at another origin; the log tells who went there. */
  v.strictObject({ ...common, kind: v.literal('evilNextLink') }),
  /** The next page is this one. */
  v.strictObject({ ...common, kind: v.literal('loopNextLink') }),
  /** A first page without records, and a link to the real first one. */
  v.strictObject({ ...common, kind: v.literal('emptyPage') }),
  /** A link to a further page has expired. */
  v.strictObject({
    ...common,
    kind: v.literal('expiredNextLink'),
    status: v.optional(v.picklist([400, 410]), 400),
  }),
] as const;
