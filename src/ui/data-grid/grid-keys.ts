/** A cell of the grid, in what is shown now. */
export interface Place {
  /** From 0; the header row is -1. */
  readonly line: number;
  /** Among the shown columns, from 0. */
  readonly column: number;
}

export interface Extent {
  readonly lines: number;
  readonly columns: number;
  /** How many lines one page is. */
  readonly page: number;
  readonly rtl: boolean;
}

export interface Stroke {
  readonly key: string;
  /** Ctrl, or Command on a Mac. */
  readonly ctrl: boolean;
}

/**
 * Where a key leads, by the grid pattern of the ARIA Authoring Practices; undefined for keys that do not move.
 * Left and right follow what is seen. Never leads outside of the grid.
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function movePlace(place: Place, { key, ctrl }: Stroke, extent: Extent): Place | undefined {
  const { lines, columns, page, rtl } = extent;
  const onLine = (line: number): Place => ({
    line: Math.max(-1, Math.min(line, lines - 1)),
    column: place.column,
  });
  const onColumn = (column: number): Place => ({
    line: place.line,
    column: Math.max(0, Math.min(column, columns - 1)),
  });
  switch (key) {
    case 'ArrowUp':
      return ctrl ? undefined : onLine(place.line - 1);
    case 'ArrowDown':
      return ctrl ? undefined : onLine(place.line + 1);
    case 'ArrowLeft':
      return ctrl ? undefined : onColumn(place.column + (rtl ? 1 : -1));
    case 'ArrowRight':
      return ctrl ? undefined : onColumn(place.column + (rtl ? -1 : 1));
    case 'PageUp':
      return onLine(place.line < 0 ? -1 : Math.max(0, place.line - page));
    case 'PageDown':
      return onLine(place.line + page);
    case 'Home':
      return ctrl ? { line: Math.min(0, lines - 1), column: 0 } : onColumn(0);
    case 'End':
      return ctrl ? { line: lines - 1, column: columns - 1 } : onColumn(columns - 1);
    default:
      return undefined;
  }
}
