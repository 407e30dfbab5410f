import { useCallback, useEffect, useState } from 'react';

/** In local storage; the rest of the key is the list. */
const prefix = 'actiondesk.columns.';

export interface ColumnWidths {
  /** The widths in CSS px that a person has set, by column id. */
  readonly chosen: ReadonlyMap<string, number>;
  readonly choose: (column: string, width: number) => void;
}

/** Keeps the widths that a person gives the columns; in this browser too, where the list has a `storageKey`. */
export function useColumnWidths(storageKey: string | undefined): ColumnWidths {
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(() => readWidths(storageKey));
  useEffect(() => {
    if (storageKey && chosen.size > 0) writeWidths(storageKey, chosen);
  }, [storageKey, chosen]);
  const choose = useCallback(
    (column: string, width: number) => setChosen((before) => new Map(before).set(column, Math.round(width))),
    [],
  );
  return { chosen, choose };
}

/** The stored widths. Anything that is not one is left out: other versions, and people, write there too. */
function readWidths(storageKey: string | undefined): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  if (!storageKey) return widths;
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(prefix + storageKey) ?? '{}');
    for (const [column, width] of Object.entries(stored ?? {})) {
      if (typeof width === 'number' && width > 0 && width < 10_000) widths.set(column, width);
    }
  } catch {
    // Storage is blocked or holds something else: the columns start as designed.
  }
  return widths;
}

function writeWidths(storageKey: string, widths: ReadonlyMap<string, number>): void {
  try {
    localStorage.setItem(prefix + storageKey, JSON.stringify(Object.fromEntries(widths)));
  } catch {
    // Storage is blocked or full: the widths last as long as the page.
  }
}
