import * as v from 'valibot';
import { listParam, textParam } from '../lib/search-params.ts';

const historySchema = v.object({
  q: textParam,
  outcome: listParam,
  state: listParam,
  sort: textParam,
});

export type HistorySearch = v.InferOutput<typeof historySchema>;

/** What the address of the history says; what it says wrongly counts as not said. */
export function readHistorySearch(search: Record<string, unknown>): HistorySearch {
  return v.parse(historySchema, search);
}
