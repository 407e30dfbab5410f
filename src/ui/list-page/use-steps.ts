import { useMemo } from 'react';
import { findPosition } from '../data-grid/selection.ts';
import type { Steps } from '../details-panel.tsx';
import type { List } from './use-list.ts';

/**
 * The ways from the open row to the rows before and after it, in the order shown; rows of collapsed groups are passed over.
 *
 * @param openedId the id of the row whose details are open
 */
export function useSteps<Row>(
  { view, rowId, groupBy, folds: { collapsed } }: List<Row>,
  openedId: string | undefined,
  onOpen: (row: Row) => void,
): Steps {
  const [previous, next] = useMemo(() => {
    if (openedId === undefined) return [];
    const position = findPosition(view, rowId, openedId);
    const rowFrom = (start: number, step: 1 | -1) => {
      for (let at = start; at >= 0 && at < view.shown; at += step) {
        const row = view.at(at);
        if (collapsed.size === 0 || !groupBy || !collapsed.has(groupBy(row).id)) return row;
      }
      return undefined;
    };
    return [position < 0 ? undefined : rowFrom(position - 1, -1), rowFrom(position + 1, 1)];
  }, [view, rowId, groupBy, collapsed, openedId]);
  return {
    previous: previous === undefined ? undefined : () => onOpen(previous),
    next: next === undefined ? undefined : () => onOpen(next),
  };
}
