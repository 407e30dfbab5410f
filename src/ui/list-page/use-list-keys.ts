import { type RefObject, useRef } from 'react';
import type { GridControls } from '../data-grid/use-opened-row.ts';
import { useKeys } from '../keys/keys.ts';
import type { List } from './use-list.ts';
import { useSteps } from './use-steps.ts';

/**
 * The letters that every list knows. With details open, J and K show the next and the previous row there, wherever the
 * focus is; else they move it from row to row.
 */
export function useListKeys<Row>(
  list: List<Row>,
  {
    openedId,
    onOpen,
    selects,
  }: {
    openedId: string | undefined;
    onOpen: ((row: Row) => void) | undefined;
    /** Rows can be selected. */
    selects: boolean;
  },
): RefObject<GridControls | null> {
  const controls = useRef<GridControls>(null);
  const steps = useSteps(list, openedId, (row) => onOpen?.(row));
  const isInGrid = () => document.activeElement?.closest('main [role="grid"]') != null;
  const step = (by: 1 | -1) => {
    if (openedId === undefined || isInGrid()) controls.current?.step(by);
    else (by === 1 ? steps.next : steps.previous)?.();
  };
  useKeys('List', [
    { keys: 'J', label: 'Next row', onPress: () => step(1) },
    { keys: 'K', label: 'Previous row', onPress: () => step(-1) },
    ...(selects
      ? [
          { keys: 'X', label: 'Select the row', onPress: () => controls.current?.toggle(false) },
          {
            keys: 'Shift+X',
            label: 'Select all rows up to this one',
            onPress: () => controls.current?.toggle(true),
          },
        ]
      : []),
    { keys: '/', label: 'Search the list', onPress: focusSearch },
  ]);
  return controls;
}

function focusSearch(): void {
  document.querySelector<HTMLElement>('main input[type="search"]')?.focus();
}
