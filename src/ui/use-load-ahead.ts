import { useDeferredValue, useEffect } from 'react';

/**
 * Loads code ahead of the click that needs it, as the network may be gone by then. What made the click likely is drawn
 * first: to ask for a dozen files takes longer than a frame. A failure is left to the click, which asks again.
 *
 * @param isLikely a click that needs the code may come
 * @param load stable between renders
 */
export function useLoadAhead(isLikely: boolean, load: () => Promise<unknown>): void {
  const isDrawn = useDeferredValue(isLikely);
  useEffect(() => {
    if (isDrawn) load().catch(() => undefined);
  }, [isDrawn, load]);
}
