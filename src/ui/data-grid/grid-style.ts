import type { CSSProperties } from 'react';
import { selectWidth } from './column-layout.ts';
import type { GridColumns } from './use-grid-columns.ts';
import { headHeight } from './use-opened-row.ts';

/** What the style sheet of the grid must know. @param rowHeight in CSS px */
export function gridStyle<Row>(
  { selects, inSight, tracks }: Pick<GridColumns<Row>, 'selects' | 'inSight' | 'tracks'>,
  rowHeight: number,
): CSSProperties {
  const select = selects ? selectWidth : 0;
  const pinned = inSight ? select + (tracks.widths[0] ?? 0) : 0;
  // React's type of `style` knows no custom properties.
  return {
    '--grid-row': `${rowHeight}px`,
    '--grid-head': `${headHeight}px`,
    '--grid-columns': tracks.template,
    '--grid-least': `${tracks.least}px`,
    '--grid-pinned': `${pinned}px`,
    '--grid-select': `${select}px`,
    '--grid-start': selects ? 'var(--spacingHorizontalS)' : 'var(--page-edge)',
  } as CSSProperties;
}
