import * as v from 'valibot';
import { textParam } from '../../lib/search-params.ts';

const schema = v.object({
  /** From when on changes are told: "signIn", "4h", or a time "2026-11-30T14:00"; the last 8 hours when absent. */
  since: textParam,
});

export type HandOverSearch = v.InferOutput<typeof schema>;

/** What the address of the hand-over says; what it says wrongly counts as not said. */
export function readHandOverSearch(search: Record<string, unknown>): HandOverSearch {
  return v.parse(schema, search);
}
