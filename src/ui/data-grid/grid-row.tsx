// biome-ignore-all lint/a11y/useSemanticElements: rows are positioned by hand, which a table element does not allow.
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid, focus goes to cells and not to rows.
import { memo, useLayoutEffect, useRef } from 'react';
import { cellControl, innerControls } from './cell-focus.ts';
import type { PlacedColumn } from './column-layout.ts';
import styles from './data-grid.module.css';
import type { RowMark } from './row-model.ts';

interface GridRowProps<Row> {
  readonly row: Row;
  /** Stable between renders. */
  readonly nameOf: (row: Row) => string;
  readonly line: number;
  /** Distance from the first line, in CSS px. */
  readonly offset: number;
  readonly columns: readonly PlacedColumn<Row>[];
  /** The `aria-colindex` of the grid's tab stop, if it is in this row. */
  readonly activeIndex: number | undefined;
  /** Undefined where rows are not selected. */
  readonly selected: boolean | undefined;
  readonly canSelect: boolean;
  /** Why it stands where it does, although it came later, no longer matches or is no longer listed. */
  readonly mark: RowMark | undefined;
  /** The row before it changed, for a while. */
  readonly was: Row | undefined;
  /** Whether the row opens. */
  readonly opens: boolean;
  readonly opened: boolean;
}

/** Short, since the name beside it needs the room; the second text is what a hover and a screen reader add. */
const markTexts: Readonly<Record<RowMark, readonly [text: string, hint: string]>> = {
  new: ['Added', 'Added since the order was last updated'],
  unmatched: ['No longer matches', 'No longer matches the search and filters'],
  gone: ['Not listed', 'No longer in the list'],
};

/** The grid listens for clicks once; React wants each controlled checkbox to have a listener of its own. */
export function heardByTheGrid() {}

function Row<Row>(props: GridRowProps<Row>) {
  const { row, line, columns, activeIndex, selected, mark, was } = props;
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!element.current || !columns.some(({ column }) => column.render)) return;
    // The grid is one tab stop: what `render` brought is reached by Enter and F2.
    for (const control of innerControls(element.current)) control.tabIndex = -1;
  });
  const tabIndex = (colIndex: number) => (colIndex === activeIndex ? 0 : -1);
  return (
    <div
      ref={element}
      role="row"
      className={classesOf(
        styles.row,
        mark !== undefined && mark !== 'new' && styles.stale,
        props.opens && styles.opens,
      )}
      style={{ transform: `translateY(${props.offset}px)` }}
      aria-rowindex={line + 2}
      aria-selected={selected}
      aria-current={props.opened || undefined}
    >
      {selected !== undefined && (
        <div role="gridcell" className={styles.select} aria-colindex={1}>
          <input
            {...cellControl}
            type="checkbox"
            tabIndex={tabIndex(1)}
            aria-label={`Select ${props.nameOf(row)}`}
            checked={selected}
            // Not `disabled`: the arrows must be able to pass over it.
            aria-disabled={!(props.canSelect || selected) || undefined}
            onChange={heardByTheGrid}
          />
        </div>
      )}
      {columns.map(({ column, colIndex, style, sticky }, place) => {
        const content = column.render ? column.render(row) : column.text(row);
        const control = place === 0 && props.opens && !column.isLink;
        const marked = place === 0 && mark;
        const changed = was !== undefined && column.text(was) !== column.text(row);
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles it can have take the column's index.
          <div
            key={column.id}
            role={place === 0 ? 'rowheader' : 'gridcell'}
            className={classesOf(
              styles.cell,
              column.align && styles.end,
              sticky && styles.sticky,
              marked && styles.marked,
              changed && styles.changed,
            )}
            style={style}
            aria-colindex={colIndex}
            aria-description={changed ? 'Changed' : undefined}
            tabIndex={control ? undefined : tabIndex(colIndex)}
            // Foreign text brings its own direction, and is cut at its own end.
            dir={column.render ? undefined : 'auto'}
          >
            {control ? (
              <button {...cellControl} type="button" className={styles.open} tabIndex={tabIndex(colIndex)}>
                {content}
              </button>
            ) : marked ? (
              <span className={styles.named}>{content}</span>
            ) : (
              content
            )}
            {marked && (
              <span className={styles.mark} title={markTexts[marked][1]}>
                {markTexts[marked][0]}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}

function classesOf(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

/** One row; drawn again only when something about it changes. */
// `memo` loses the type parameter, which the cast brings back.
export const GridRow = memo(Row) as typeof Row;
