import { useSyncExternalStore } from 'react';

/** The time, renewed once in so many ms for everything that shows it. */
function createBeat(beat: number) {
  let now = Date.now();
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    now(): number {
      // Nothing renews the time while nothing shows it.
      if (timer === undefined && Date.now() - now >= beat) now = Date.now();
      return now;
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      if (timer === undefined) {
        now = Date.now();
        timer = setInterval(() => {
          now = Date.now();
          for (const notify of listeners) notify();
        }, beat);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
      };
    },
  };
}

const slow = createBeat(15_000);
const quick = createBeat(1_000);
const still = () => () => undefined;

/** The time, renewed every 15 seconds for the whole app at once: ages on one screen never disagree. */
export function useNow(): number {
  return useSyncExternalStore(slow.subscribe, slow.now);
}

/** How many seconds are left until a time (epoch ms), counted down to 0; 0 for no time. */
export function useSecondsUntil(until: number | null): number {
  const now = useSyncExternalStore(until === null ? still : quick.subscribe, quick.now);
  return until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1_000));
}
