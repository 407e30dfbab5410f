import { useCallback, useDeferredValue, useLayoutEffect, useRef } from 'react';

/**
 * Which incident is on screen beside the list. The list marks the one that was opened first; the incident follows, and waits
 * while a dialog is open about the one before.
 *
 * @param openedId as the address says
 * @param isAsking a dialog is open about the incident on screen
 */
export function useShownId(openedId: string | undefined, isAsking: boolean) {
  const followingId = useDeferredValue(openedId);
  const committedId = useRef<string | undefined>(undefined);
  const wantedId = useRef(openedId);
  const shownId = isAsking ? (committedId.current ?? followingId) : followingId;
  // Not while it renders: React may throw that away.
  useLayoutEffect(() => {
    committedId.current = shownId;
  }, [shownId]);
  useLayoutEffect(() => {
    wantedId.current = openedId;
  }, [openedId]);
  return {
    shownId,
    /** The incident on screen is not the one that the person has gone to: for commands, which ask when they are given. */
    isBehind: useCallback(() => committedId.current !== wantedId.current, []),
    /** Says which incident the address will name soon: it follows a key, too. */
    expect: useCallback((incidentId: string) => {
      wantedId.current = incidentId;
    }, []),
  };
}
