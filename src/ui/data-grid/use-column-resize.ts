import { useEffect, useRef } from 'react';
import type { ColumnResize, createColumnResize } from './column-resize.ts';

/**
 * Column widths by pointer and keys. The code comes once there are rows: no one changes a width before.
 *
 * @param given what `createColumnResize` takes
 */
export function useColumnResize<Row>(
  hasRows: boolean,
  ...given: Parameters<typeof createColumnResize<Row>>
): ColumnResize {
  const create = useRef<typeof createColumnResize>(undefined);
  // The browser loads it outside React. Where it can't, widths stay as they are.
  useEffect(() => {
    if (!hasRows) return;
    import('./column-resize.ts').then(
      (module) => {
        create.current = module.createColumnResize;
      },
      () => undefined,
    );
  }, [hasRows]);
  const made = () => create.current?.(...given);
  return {
    onPointerDown: (event) => made()?.onPointerDown(event),
    onDoubleClick: (event) => made()?.onDoubleClick(event),
    stepBy: (header, direction) => made()?.stepBy(header, direction),
  };
}
