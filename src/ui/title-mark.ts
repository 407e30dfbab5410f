import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Store } from '../lib/store.ts';

/** What stands before the title of every page, as in "(2) Driver profiles": '' for nothing. */
export const TitleMark = createContext<Store<string> | null>(null);

const never = () => () => undefined;
const none = () => '';

export function useTitleMark(): string {
  const mark = useContext(TitleMark);
  return useSyncExternalStore(mark?.subscribe ?? never, mark?.get ?? none);
}
