import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from 'react';

/**
 * Which incident is on screen beside the list. The list marks the one that a person goes to at once; the address follows, then
 * the incident, which waits while a dialog is open about the one before.
 *
 * @param openedId as the address says
 * @param isAsking a dialog is open about the incident on screen
 */
export function useShownId(openedId: string | undefined, isAsking: boolean) {
  const [expectedId, expect] = useState<string | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect reads no id: a change of the address alone ends the wait for the address
  useEffect(() => expect(undefined), [openedId]);
  const markedId = expectedId ?? openedId;
  const followingId = useDeferredValue(openedId);
  const committed = useRef<{ readonly shownId?: string | undefined; readonly markedId?: string | undefined }>(
    {},
  );
  const shownId = isAsking ? (committed.current.shownId ?? followingId) : followingId;
  // Not while it renders: React may throw that away.
  useLayoutEffect(() => {
    committed.current = { shownId, markedId };
  }, [shownId, markedId]);
  return {
    shownId,
    /** The one that the person has gone to: in the address, or about to be. */
    markedId,
    /** The incident on screen is another one: for commands, which ask when they are given. */
    isBehind: useCallback(() => committed.current.shownId !== committed.current.markedId, []),
    /** Says which incident the address will name soon: it follows a key, too. */
    expect,
  };
}
