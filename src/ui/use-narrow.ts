import { useSyncExternalStore } from 'react';

/** Whether a condition of the window holds, as style sheets ask for it. */
export interface WindowCondition {
  subscribe(listener: () => void): () => void;
  get(): boolean;
}

export function windowCondition(media: string): WindowCondition {
  const query = matchMedia(media);
  return {
    subscribe(listener) {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    get: () => query.matches,
  };
}

export function useWindowCondition({ subscribe, get }: WindowCondition): boolean {
  return useSyncExternalStore(subscribe, get);
}

const narrow = windowCondition('(max-width: 640px)');

/** True where the window is too narrow for rows of buttons: a phone, or a screen magnified to 400 %. */
export function useNarrow(): boolean {
  return useWindowCondition(narrow);
}
