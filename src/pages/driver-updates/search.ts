import * as v from 'valibot';
import { listParam, textParam } from '../../lib/search-params.ts';

const schema = v.object({
  q: textParam,
  review: listParam,
  state: listParam,
  conflict: listParam,
  firmware: listParam,
  new: listParam,
  class: listParam,
  manufacturer: listParam,
  sort: textParam,
  /** The driver update whose details are open. */
  update: textParam,
});

export type UpdatesSearch = v.InferOutput<typeof schema>;

/** What the address of the page says; what it says wrongly counts as not said. */
export function readUpdatesSearch(search: Record<string, unknown>): UpdatesSearch {
  return v.parse(schema, search);
}
