import { createContext, useContext, useSyncExternalStore } from 'react';
import * as v from 'valibot';
import type { Store } from '../lib/store.ts';
import { createKeptStore } from './kept-store.ts';

/** Names of servers and domain controllers as many organizations give them; people set their own in Settings. */
export const usualImportantDevices = ['SRV-*', 'DC*', 'SQL*', 'EXCH*', 'ADFS*', 'PKI*'];

const schema = v.object({
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), 'system'),
  density: v.fallback(v.picklist(['compact', 'comfortable']), 'compact'),
  direction: v.fallback(v.picklist(['ltr', 'rtl']), 'ltr'),
  /** Shortcuts of a key without Ctrl, Alt or Cmd: people who speak to their computer switch them off. */
  singleKeys: v.fallback(v.picklist(['on', 'off']), 'on'),
  /** `auto` goes by the width of the window until a person chooses. */
  navigation: v.fallback(v.picklist(['auto', 'full', 'rail']), 'auto'),
  /** Name patterns of devices that take more than a click: `SRV-*`. */
  importantDevices: v.fallback(v.array(v.string()), usualImportantDevices),
});

/** What a person prefers in this browser. */
export type Preferences = v.InferOutput<typeof schema>;

const key = 'actiondesk.preferences';

/** Preferences, kept in this browser. */
export function createPreferences(): Store<Preferences> {
  return createKeptStore(key, schema);
}

const PreferencesContext = createContext<Store<Preferences> | null>(null);

export const PreferencesProvider = PreferencesContext.Provider;

export function usePreferences(): readonly [Preferences, (next: Preferences) => void] {
  const store = useContext(PreferencesContext);
  if (!store) throw new Error('usePreferences is used outside PreferencesProvider');
  return [useSyncExternalStore(store.subscribe, store.get), store.set];
}
