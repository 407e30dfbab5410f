import { type ReactNode, useDeferredValue } from 'react';
import type { Steps } from '../details-panel.tsx';
import { useLoadAhead } from '../use-load-ahead.ts';
import { useOpenedId } from './use-asked.ts';
import type { List } from './use-list.ts';
import { useSteps } from './use-steps.ts';

/**
 * The details of the row that the address names. They follow a moment after the row is marked in the list.
 *
 * @param props.onLoad loads what acts on the row; stable between renders
 * @param props.missing said once all rows are loaded, and this one is not among them
 * @param props.children the details
 */
export function OpenedRow<Row>({
  list,
  onOpen,
  onLoad,
  missing,
  children,
}: {
  list: List<Row>;
  onOpen: (row: Row) => void;
  onLoad: () => Promise<unknown>;
  missing: (id: string) => ReactNode;
  children: (row: Row, steps: Steps) => ReactNode;
}) {
  const id = useOpenedId(list.asked);
  const shownId = useDeferredValue(id);
  const steps = useSteps(list, id, onOpen);
  useLoadAhead(shownId !== undefined, onLoad);
  if (shownId === undefined) return null;
  const row = list.rows.find((each) => list.rowId(each) === shownId);
  if (row) return children(row, steps);
  return list.isComplete ? missing(shownId) : null;
}
