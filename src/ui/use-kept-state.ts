import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../lib/drafts.ts';

/**
 * State that survives a trip to the sign-in page or a reload: it is written when the page is left, and read, once, when it
 * comes back.
 *
 * @param read gets the stored value, which the developer tools may have changed; undefined: start afresh
 */
export function useKeptState<Value>(
  name: string,
  initial: Value,
  write: (value: Value) => unknown,
  read: (kept: unknown) => Value | undefined,
): readonly [Value, Dispatch<SetStateAction<Value>>] {
  const [value, setValue] = useState<Value>(() => {
    const kept = readDraft(name);
    return (kept === undefined ? undefined : read(kept)) ?? initial;
  });
  const latest = useRef({ value, write });
  latest.current = { value, write };

  // Not while it is read: React may throw a first draft of the page away, and begin again.
  useEffect(() => dropDraft(name), [name]);

  // The browser leaves the page.
  useEffect(() => {
    const keep = () => {
      const { value: last, write: encode } = latest.current;
      // A page that the back button brought out of the browser's cache may have kept something before.
      if (last === initial) dropDraft(name);
      else keepDraft(name, encode(last));
    };
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  }, [name, initial]);

  return [value, setValue];
}

/** Reads a kept selection: a list of ids. */
export function readKeptIds(kept: unknown): ReadonlySet<string> | undefined {
  return Array.isArray(kept) ? new Set(kept.filter((id) => typeof id === 'string')) : undefined;
}
