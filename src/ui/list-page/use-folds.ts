import { useEffect, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../lib/drafts.ts';
import { readKeptIds } from '../use-kept-state.ts';

/** The groups of a list that are collapsed. */
export interface Folds {
  /** The ids of the groups. */
  readonly collapsed: ReadonlySet<string>;
  /** Collapses a group, or expands it again. */
  readonly fold: (groupId: string) => void;
}

const none: ReadonlySet<string> = new Set();

/** Keeps which groups of a list are collapsed, as long as the tab is open. @param list names the list */
export function useFolds(list: string): Folds {
  const name = `folded.${list}`;
  const [collapsed, setCollapsed] = useState(() => readKeptIds(readDraft(name)) ?? none);
  useEffect(() => {
    if (collapsed.size > 0) keepDraft(name, [...collapsed]);
    else dropDraft(name);
  }, [name, collapsed]);
  return {
    collapsed,
    fold: (groupId) =>
      setCollapsed((before) => {
        const next = new Set(before);
        if (!next.delete(groupId)) next.add(groupId);
        return next;
      }),
  };
}
