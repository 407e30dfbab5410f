import * as v from 'valibot';

export const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
export const milliseconds = v.pipe(wholeNumber, v.maxValue(24 * 3_600_000));
export const atLeastOne = v.pipe(wholeNumber, v.minValue(1));

/** Any text, however odd; null: the header is missing. */
export const retryAfter = v.optional(v.nullable(v.string()), null);

/** What every fault has. */
export const common = {
  match: v.optional(
    v.strictObject({
      /** HTTP method; any without it. Of a preflight: the method that it asks for. */
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
  /** Of those, only so large a share (0 to 1), spread as `seed` says: the same seed hits the same ones of them. */
  chance: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  seed: v.optional(v.union([v.number(), v.string()])),
  /** `before`: nothing is done. `after`: the request takes effect, then the fault strikes. */
  phase: v.optional(v.picklist(['before', 'after']), 'before'),
};
