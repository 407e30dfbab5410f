import { useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from 'react';

/**
 * Which incident is on screen beside the list. The list marks the one that was opened first; the incident follows, and waits
 * while a dialog is open about the one before.
 *
 * @param openedId as the address says
 * @param isAsking a dialog is open about the incident on screen
 */
export function useShownId(openedId: string | undefined, isAsking: boolean) {
  // The address follows a key, too.
  const [expectedId, expect] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (openedId !== undefined) expect(undefined);
  }, [openedId]);
  const followingId = useDeferredValue(openedId);
  const committedId = useRef<string | undefined>(undefined);
  const shownId = isAsking ? (committedId.current ?? followingId) : followingId;
  // Not while it renders: React may throw that away.
  useLayoutEffect(() => {
    committedId.current = shownId;
  }, [shownId]);
  return {
    shownId,
    /** The incident on screen is not the one that the person has gone to. */
    isBehind: shownId !== (expectedId ?? openedId),
    /** Says which incident the address will name soon. */
    expect,
  };
}
