import * as v from 'valibot';
import { createStore, type Store } from '../lib/store.ts';

/**
 * A store that this browser keeps; without storage it lasts as long as the page.
 *
 * @param key in local storage
 * @param schema gives every member that is missing or wrong its usual value: other versions, and people, write there too
 */
export function createKeptStore<Value extends object>(
  key: string,
  schema: v.GenericSchema<unknown, Value>,
): Store<Value> {
  const store = createStore(v.parse(schema, readStored(key)));
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

function readStored(key: string): unknown {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof stored === 'object' && stored !== null ? stored : {};
  } catch {
    return {};
  }
}
