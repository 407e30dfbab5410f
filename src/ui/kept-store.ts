import * as v from 'valibot';
import { createStore, type Store } from '../lib/store.ts';

/** A store that this browser keeps. */
export interface KeptStore<Value> extends Store<Value> {
  /** Changes what is stored now: another tab may have kept more meanwhile. */
  change(edit: (value: Value) => Value): void;
  /** Takes over what another tab has kept meanwhile. */
  reload(): void;
  /** What the storage holds, as far as this tab knows: another value than the store's where something could not be kept. */
  kept(): Value;
}

/**
 * A store that this browser keeps; without storage it lasts as long as the page. What could not be kept is done again to
 * whatever the storage holds by then, until it is kept.
 *
 * @param key in local storage
 * @param schema gives every member that is missing or wrong its usual value: other versions, and people, write there too
 */
export function createKeptStore<Value extends object>(
  key: string,
  schema: v.GenericSchema<unknown, Value>,
): KeptStore<Value> {
  const read = () => v.parse(schema, readStored(key));
  let kept = read();
  let unkept: readonly ((value: Value) => Value)[] = [];
  const store = createStore(kept);
  const current = () => unkept.reduce((value, edit) => edit(value), kept);
  const keep = () => {
    const next = current();
    try {
      localStorage.setItem(key, JSON.stringify(next));
      unkept = [];
      kept = next;
    } catch {
      // Storage is full or forbidden: the change still holds for this page.
    }
    store.set(next);
  };
  return {
    ...store,
    set(next) {
      unkept = [() => next];
      keep();
    },
    change(edit) {
      unkept = [...unkept, edit];
      kept = read();
      keep();
    },
    reload() {
      kept = read();
      store.set(current());
    },
    kept: () => kept,
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
