import * as v from 'valibot';
import type { Store } from '../lib/store.ts';
import { createKeptStore } from '../ui/kept-store.ts';

const schema = v.object({
  /** Shows more than the one line at the bottom. */
  isOpen: v.fallback(v.boolean(), false),
  /** In CSS px; null until a person has set it. */
  height: v.fallback(v.nullable(v.pipe(v.number(), v.finite())), null),
});

/** How a person wants to see the results in this browser. */
export type ResultsChoice = v.InferOutput<typeof schema>;

const key = 'actiondesk.results';

/** The choice, kept in this browser. */
export function createResultsChoice(): Store<ResultsChoice> {
  return createKeptStore(key, schema);
}
