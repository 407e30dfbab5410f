import * as v from 'valibot';
import { listParam, textParam } from '../../lib/search-params.ts';

const schema = v.object({
  q: textParam,
  /** How the rows are grouped: by family when absent. */
  group: v.fallback(v.optional(v.picklist(['none'])), undefined),
  new: listParam,
  firmware: listParam,
  conflict: listParam,
  class: listParam,
  manufacturer: listParam,
  profile: listParam,
  /** Groups of ages, as `ageGroupOf` names them. */
  age: listParam,
  sort: textParam,
  /** The driver update that is open. */
  update: textParam,
});

export type ReviewSearch = v.InferOutput<typeof schema>;

/** What the address of the page says; what it says wrongly counts as not said. */
export function readReviewSearch(search: Record<string, unknown>): ReviewSearch {
  return v.parse(schema, search);
}
