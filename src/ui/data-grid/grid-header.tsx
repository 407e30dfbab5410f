// biome-ignore-all lint/a11y/useSemanticElements: rows are positioned by hand, which a table element does not allow.
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid, focus goes to cells and not to rows.
import { ArrowDown12Regular } from '@fluentui/react-icons/headless/svg/arrow-down';
import { ArrowUp12Regular } from '@fluentui/react-icons/headless/svg/arrow-up';
import { cellControl } from './cell-focus.ts';
import type { PlacedColumn } from './column-layout.ts';
import styles from './data-grid.module.css';
import type { Column, Sort } from './row-model.ts';
import type { SelectionState } from './selection.ts';

interface GridHeaderProps<Row> {
  readonly columns: readonly PlacedColumn<Row>[];
  readonly sort: Sort | undefined;
  /** The `aria-colindex` of the grid's tab stop, if it is in the header. */
  readonly activeIndex: number | undefined;
  /** Undefined where rows are not selected. */
  readonly selected: SelectionState | undefined;
  readonly selectLabel: string;
  readonly resizable: boolean;
  readonly busy: boolean;
  readonly onSelectAll: () => void;
  /** Absent: no column sorts. */
  readonly onSort: ((column: Column<Row>) => void) | undefined;
}

/** Narrower and wider, in this order, for a grid from left to right. */
export const resizeKeys = 'Alt+Shift+ArrowLeft Alt+Shift+ArrowRight';

/** The header row: select all, and for each column a button to sort and an edge to drag. */
export function GridHeader<Row>(props: GridHeaderProps<Row>) {
  const { columns, sort, activeIndex, selected, resizable, onSort } = props;
  const tabIndex = (colIndex: number) => (colIndex === activeIndex ? 0 : -1);
  return (
    <div role="rowgroup" className={`${styles.header} ${props.busy ? styles.busy : ''}`}>
      <div role="row" className={styles.headerRow} aria-rowindex={1}>
        {selected && (
          <div role="columnheader" className={styles.select} aria-colindex={1}>
            <input
              {...cellControl}
              type="checkbox"
              tabIndex={tabIndex(1)}
              aria-label={props.selectLabel}
              checked={selected === 'all'}
              ref={(box) => {
                if (box) box.indeterminate = selected === 'some';
              }}
              onChange={props.onSelectAll}
            />
          </div>
        )}
        {columns.map(({ column, colIndex, style, sticky }) => {
          const direction = sort?.column === column.id ? sort.direction : undefined;
          const sorts = onSort && column.sortValue && (() => onSort(column));
          return (
            <div
              key={column.id}
              role="columnheader"
              className={`${styles.heading} ${column.align ? styles.end : ''} ${sticky ? styles.sticky : ''}`}
              style={style}
              aria-colindex={colIndex}
              aria-sort={sorts ? (direction ?? 'none') : undefined}
              aria-keyshortcuts={resizable && !sorts ? resizeKeys : undefined}
              tabIndex={sorts ? undefined : tabIndex(colIndex)}
            >
              {sorts ? (
                <button
                  {...cellControl}
                  type="button"
                  className={styles.sort}
                  tabIndex={tabIndex(colIndex)}
                  aria-keyshortcuts={resizable ? resizeKeys : undefined}
                  onClick={sorts}
                >
                  <Title column={column} />
                  {direction === 'ascending' && <ArrowUp12Regular />}
                  {direction === 'descending' && <ArrowDown12Regular />}
                </button>
              ) : (
                <Title column={column} />
              )}
              {resizable && <div className={styles.edge} data-resize aria-hidden="true" />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Title<Row>({ column: { header, heads, mark } }: { column: Column<Row> }) {
  return (
    <>
      <span className={styles.title}>
        {heads ? (
          <>
            <span className={styles.spoken}>{header}</span>
            <span aria-hidden="true">{heads}</span>
          </>
        ) : (
          header
        )}
      </span>
      {mark}
    </>
  );
}
