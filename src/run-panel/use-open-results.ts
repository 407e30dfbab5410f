import { useState, useSyncExternalStore } from 'react';
import type { Store } from '../lib/store.ts';
import { useIsSmall } from './panel-size.ts';
import type { ResultsChoice } from './results-choice.ts';

/**
 * Whether the results are open. The choice is kept, but for places where they would hide the page: a small window, and a
 * page that a person visits for something else. There it ends with the visit.
 *
 * @param isQuiet the page shows runs itself, or has nothing to do with them
 */
export function useOpenResults(
  choice: Store<ResultsChoice>,
  isQuiet: boolean,
): readonly [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const kept = useSyncExternalStore(choice.subscribe, choice.get);
  const isVisit = useIsSmall() || isQuiet;
  const [visit, setVisit] = useState({ isVisit, isOpen: false });
  if (visit.isVisit !== isVisit) setVisit({ isVisit, isOpen: false });
  if (isVisit) return [visit.isOpen, (isOpen) => setVisit({ isVisit, isOpen })];
  return [kept.isOpen, (isOpen) => choice.set({ ...choice.get(), isOpen })];
}
