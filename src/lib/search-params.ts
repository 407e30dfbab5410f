import * as v from 'valibot';

/** The router reads `task=213213`, as a person would type it, as a number. */
const typedNumber = v.pipe(v.number(), v.safeInteger(), v.transform(String));

/** A text in an address; what is no text counts as not said. */
export const textParam = v.fallback(v.optional(v.union([v.string(), typedNumber])), undefined);

/** Several texts in an address; what is no list of texts counts as not said. */
export const listParam = v.fallback(v.optional(v.array(v.string())), undefined);
