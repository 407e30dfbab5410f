import * as v from 'valibot';
import { createStore, type Store } from '../lib/store.ts';

/** A store that this browser keeps. */
export interface KeptStore<Value> extends Store<Value> {
  /** Takes over what another tab has kept meanwhile. */
  reload(): void;
}

/**
 * A store that this browser keeps; without storage it lasts as long as the page.
 *
 * @param key in local storage
 * @param schema gives every member that is missing or wrong its usual value: other versions, and people, write there too
 */
export function createKeptStore<Value extends object>(
  key: string,
  schema: v.GenericSchema<unknown, Value>,
): KeptStore<Value> {
  const store = createStore(v.parse(schema, readStored(key)));
  let isKept = true;
  return {
    ...store,
    set(next) {
      store.set(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
        isKept = true;
      } catch {
        // Storage is full or forbidden: the choice still holds for this page.
        isKept = false;
      }
    },
    reload() {
      if (isKept) store.set(v.parse(schema, readStored(key)));
    },
  };
}

/**
 * Kept stores by name, each opened once: all that show it in a tab share it, and it follows what other tabs keep.
 *
 * @param prefix of their keys in local storage; a name follows
 */
export function sharedByTabs<Opened extends { reload(): void }>(
  prefix: string,
  open: (name: string) => Opened,
): (name: string) => Opened {
  const stores = new Map<string, Opened>();
  globalThis.addEventListener?.('storage', ({ key }) => {
    for (const [name, store] of stores) {
      // No key: all of the storage was cleared.
      if (key === null || key === prefix + name) store.reload();
    }
  });
  return (name) => {
    const store = stores.get(name) ?? open(name);
    stores.set(name, store);
    return store;
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
