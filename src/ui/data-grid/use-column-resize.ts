import { useEffect, useRef } from 'react';
import type { ColumnResize, createColumnResize } from './column-resize.ts';

/**
 * Column widths by pointer and keys. The code comes once there are rows: no one changes a width before. A key that is faster
 * waits for it.
 *
 * @param given what `createColumnResize` takes
 */
export function useColumnResize<Row>(
  hasRows: boolean,
  ...given: Parameters<typeof createColumnResize<Row>>
): ColumnResize {
  const create = useRef<typeof createColumnResize>(undefined);
  async function load(): Promise<typeof createColumnResize> {
    create.current ??= (await import('./column-resize.ts')).createColumnResize;
    return create.current;
  }
  const first = useRef(load);
  // The browser loads it outside React. Where it can't, widths stay as they are.
  useEffect(() => {
    if (hasRows) first.current().catch(() => undefined);
  }, [hasRows]);
  const later = (change: (resize: ColumnResize) => void) =>
    void load().then(
      (made) => change(made(...given)),
      () => undefined,
    );
  return {
    onPointerDown: (event) => create.current?.(...given).onPointerDown(event),
    onDoubleClick: (event) => later((resize) => resize.onDoubleClick(event)),
    stepBy: (header, direction) => later((resize) => resize.stepBy(header, direction)),
  };
}
