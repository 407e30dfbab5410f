import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react';

/** What the events of a grid do to the selection of its cells. A click or key tells whether it was about that. */
export interface CellEvents {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onMouseDown: (event: MouseEvent<HTMLElement>) => void;
  readonly onClick: (event: MouseEvent<HTMLElement>) => boolean;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => boolean;
  /** Marks what is selected in the cells that are drawn now. */
  readonly paint: () => void;
}

/** Where there is nothing to select. */
export const nothing: CellEvents = {
  onPointerDown: () => undefined,
  onMouseDown: () => undefined,
  onClick: () => false,
  onKeyDown: () => false,
  paint: () => undefined,
};

/** Of a grid whose cells are not selected. */
export const useNoCells = (): CellEvents => nothing;
