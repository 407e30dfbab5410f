import { createContext, useContext, useId, useLayoutEffect, useSyncExternalStore } from 'react';
import type { Store } from '../lib/store.ts';

/** The banners on screen that ask for a sign-in, oldest first. Null where none can hide another. */
export const SignInBanners = createContext<Store<readonly string[]> | null>(null);

const none: readonly string[] = [];
const never = () => () => undefined;
const empty = () => none;

/**
 * False for a banner that another one speaks for: one sign-in solves them all, so only the newest shows. The newest is in a
 * dialog where there is one, and comes back to the page with it.
 *
 * @param asks the banner asks for a sign-in
 */
export function useIsShown(asks: boolean): boolean {
  const banners = useContext(SignInBanners);
  const id = useId();
  // Before anything is painted, so that no banner flashes up.
  useLayoutEffect(() => {
    if (!asks || !banners) return;
    banners.set([...banners.get(), id]);
    return () => banners.set(banners.get().filter((other) => other !== id));
  }, [asks, banners, id]);
  const newest = useSyncExternalStore(banners?.subscribe ?? never, banners?.get ?? empty).at(-1);
  return !asks || banners === null || newest === id;
}
