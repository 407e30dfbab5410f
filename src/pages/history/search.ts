import * as v from 'valibot';
import { isDay } from '../../lib/local-day.ts';
import { listParam, textParam } from '../../lib/search-params.ts';

/** A day; anything else counts as not said. */
const dayParam = v.fallback(v.optional(v.pipe(v.string(), v.check(isDay))), undefined);

const historySchema = v.object({
  q: textParam,
  outcome: listParam,
  state: listParam,
  from: dayParam,
  to: dayParam,
  sort: textParam,
});

export type HistorySearch = v.InferOutput<typeof historySchema>;

/** What the address of the history says; what it says wrongly counts as not said. */
export function readHistorySearch(search: Record<string, unknown>): HistorySearch {
  return v.parse(historySchema, search);
}
