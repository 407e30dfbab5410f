import * as v from 'valibot';
import { createStore, type Store } from '../lib/store.ts';

const schema = v.object({
  /** Shows more than the one line at the bottom. */
  isOpen: v.fallback(v.boolean(), false),
  /** In CSS px; null until a person has set it. */
  height: v.fallback(v.nullable(v.pipe(v.number(), v.finite())), null),
});

/** How a person wants to see the results in this browser. */
export type ResultsChoice = v.InferOutput<typeof schema>;

const key = 'actiondesk.results';

/** The choice, kept in this browser; without storage it lasts as long as the page. */
export function createResultsChoice(): Store<ResultsChoice> {
  const store = createStore(v.parse(schema, readStored()));
  return {
    ...store,
    set(next) {
      store.set(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Storage is full or forbidden: the choice still holds for this page.
      }
    },
  };
}

function readStored(): unknown {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof stored === 'object' && stored !== null ? stored : {};
  } catch {
    return {};
  }
}
