import { useEffect, useState } from 'react';

/** How long a busy page may put off what waits for it to be idle, in ms. */
const patience = 3_000;

/** False until the browser has had a moment of nothing to do since the component came. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    // Safari has no such callback.
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(() => setIdle(true), patience);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(() => setIdle(true), { timeout: patience });
    return () => cancelIdleCallback(handle);
  }, []);
  return isIdle;
}
