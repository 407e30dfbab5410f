// biome-ignore-all lint/a11y/useSemanticElements: rows are positioned by hand, which a table element does not allow.
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid, focus goes to cells and not to rows.
import {
  type ClipboardEvent,
  type CSSProperties,
  type MouseEvent,
  type ReactNode,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { cellAround, colIndexOfCell, lineOfCell, showCutText } from './cell-focus.ts';
import { selectWidth } from './column-layout.ts';
import { createColumnResize } from './column-resize.ts';
import styles from './data-grid.module.css';
import { GridBody } from './grid-body.tsx';
import { GridHeader } from './grid-header.tsx';
import { createKeyHandler } from './grid-keyboard.ts';
import type { Extent } from './grid-keys.ts';
import { layOutLines } from './grid-lines.ts';
import { GridSkeleton } from './grid-skeleton.tsx';
import { OrderChanged } from './order-changed.tsx';
import type { Column, Group, RowView, Sort } from './row-model.ts';
import { nextSort } from './sort-order.ts';
import { useActiveCell } from './use-active-cell.ts';
import { useColumnWidths } from './use-column-widths.ts';
import { useDrawnColumns, useGridColumns } from './use-grid-columns.ts';
import { useGridSelection } from './use-grid-selection.ts';
import { useViewport } from './use-viewport.ts';

/** `columns`, `rowId`, `selectable` and `groupBy` must be stable between renders. */
export interface DataGridProps<Row> {
  /** The grid's accessible name. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly view: RowView<Row>;
  /** Unique among all rows. */
  readonly rowId: (row: Row) => string;
  /** What a person calls the row: its checkbox is "Select" and this. */
  readonly rowName: (row: Row) => string;
  /** Rows of 36 or 44 CSS px. */
  readonly density: 'compact' | 'comfortable';
  readonly sort?: Sort | undefined;
  /** Absent: the headers do not sort. */
  readonly onSortChange?: ((sort: Sort | undefined) => void) | undefined;
  /** The ids of the selected rows, also of those that a filter hides. Absent: rows are not selected. */
  readonly selection?: ReadonlySet<string> | undefined;
  readonly onSelectionChange?: ((next: ReadonlySet<string>) => void) | undefined;
  readonly selectable?: ((row: Row) => boolean) | undefined;
  /** The name of the checkbox in the header, with the number it stands for: "Select all 1,240 drivers". */
  readonly allLabel?: string | undefined;
  /** Opens a row's details: a click on its first column, or Enter. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly openedId?: string | undefined;
  /** Give `useRowView` the same function, so that the rows come in the order of their groups. */
  readonly groupBy?: ((row: Row) => Group) | undefined;
  /** Rows are being read again; those that are here stay. */
  readonly busy?: boolean | undefined;
  /** Shown when no row matches. */
  readonly empty: ReactNode;
  /** While there is no row at all yet: how many lines to show in place of them. */
  readonly loadingRows?: number | undefined;
  /** Where this browser keeps the column widths. */
  readonly storageKey?: string | undefined;
}

/**
 * A virtualised grid: it fills its parent's height and scrolls inside. Its keys are described at
 * `createKeyHandler`.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { columns, view, rowId, selectable, selection, sort, onSortChange, onOpen, groupBy } = props;
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [message, announce] = useState('');
  const rowHeight = props.density === 'compact' ? 36 : 44;
  const selecting = { rowId, selectable };
  const colCount = columns.length + (selection ? 1 : 0);
  const lines = useMemo(() => layOutLines(view, groupBy), [view, groupBy]);

  const viewport = useViewport(scroller);
  const { chosen, choose } = useColumnWidths(props.storageKey);
  const shown = useGridColumns(columns, selection !== undefined, viewport, chosen, frame);
  const { placed, tracks, colIndices, selects, narrow, inSight } = shown;
  const startIndex = placed[0]?.colIndex ?? 1;
  const { place, moveTo, onFocus, onBlur } = useActiveCell({
    grid,
    view,
    lines,
    rowId,
    colIndices,
    startIndex,
  });
  const activeIndex = colIndices[place.column] ?? startIndex;
  const drawn = useDrawnColumns(shown, viewport, activeIndex);
  const picking = useGridSelection(view, lines, selecting, selection, props.onSelectionChange);
  const resizing = createColumnResize(placed, choose, announce);

  const open = onOpen && ((line: number) => !lines.groupAt(line) && onOpen(view.at(lines.positionAt(line))));
  const extent = (): Extent => ({
    lines: lines.count,
    columns: colIndices.length,
    // One line less than fits under the header, so that a page keeps one line of the last.
    page: Math.max(1, Math.floor(viewport.height / rowHeight) - 2),
    rtl: scroller.current !== null && getComputedStyle(scroller.current).direction === 'rtl',
  });
  const onKeyDown = createKeyHandler(grid, place, extent, {
    moveTo,
    toggle: selects ? picking.toggle : undefined,
    selectAll: selects
      ? () => {
          picking.setMatching(true);
          announce(`All ${view.matching.toLocaleString()} rows selected`);
        }
      : undefined,
    open,
    resize: narrow ? undefined : resizing.stepBy,
  });

  function columnOf(cell: HTMLElement): Column<Row> | undefined {
    return placed.find(({ colIndex }) => colIndex === colIndexOfCell(cell))?.column;
  }

  function changeSort(column: Column<Row>) {
    const next = nextSort(sort, column.id);
    onSortChange?.(next);
    announce(next ? `Sorted by ${column.header}, ${next.direction}` : 'Not sorted');
  }

  function onClick({ target, shiftKey }: MouseEvent<HTMLElement>) {
    const cell = cellAround(target);
    const line = cell && grid.current?.contains(cell) ? lineOfCell(cell) : -1;
    if (!cell || line < 0) return;
    if (selects && colIndexOfCell(cell) === 1) picking.toggle(line, shiftKey);
    else if (target instanceof Element && target.closest('button[data-cell-control]')) open?.(line);
  }

  function onCopy(event: ClipboardEvent<HTMLElement>) {
    const cell = cellAround(event.target);
    const line = cell ? lineOfCell(cell) : -1;
    const column = cell && columnOf(cell);
    // Text that a person has marked is copied as ever; otherwise the cell is.
    if (!column || line < 0 || lines.groupAt(line) || !document.getSelection()?.isCollapsed) return;
    event.clipboardData.setData('text/plain', column.text(view.at(lines.positionAt(line))));
    event.preventDefault();
  }

  function renewOrder() {
    flushSync(view.renew);
    // The button goes with what it offered.
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  // Another question: its answer is read from the top.
  const asked = useRef(view.asked);
  useLayoutEffect(() => {
    if (asked.current !== view.asked) scroller.current?.scrollTo({ top: 0 });
    asked.current = view.asked;
  }, [view.asked]);

  const loading = view.total === 0 && (props.loadingRows ?? 0) > 0;
  const pinned = (selects ? selectWidth : 0) + (inSight ? (tracks.widths[0] ?? 0) : 0);
  // React's type of `style` knows no custom properties.
  const style = {
    '--grid-row': `${rowHeight}px`,
    '--grid-columns': tracks.template,
    '--grid-least': `${tracks.least}px`,
    '--grid-pinned': inSight ? `${pinned}px` : '0px',
    '--grid-select': selects ? `${selectWidth}px` : '0px',
  } as CSSProperties;
  return (
    <div ref={frame} className={`${styles.frame} ${inSight ? styles.pinned : ''}`} style={style}>
      <div
        ref={scroller}
        className={styles.scroller}
        onScroll={inSight ? viewport.followSideways : undefined}
      >
        <div
          ref={grid}
          role="grid"
          className={styles.grid}
          aria-label={props.label}
          aria-rowcount={lines.count + 1}
          aria-colcount={colCount}
          aria-multiselectable={selects || undefined}
          aria-busy={loading || undefined}
          onFocus={(event) => {
            view.keep();
            onFocus(event);
          }}
          onBlur={onBlur}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onCopy={onCopy}
          onPointerOver={(event) => {
            view.keep();
            showCutText(event);
          }}
          onPointerDown={resizing.onPointerDown}
          onDoubleClick={resizing.onDoubleClick}
        >
          <GridHeader
            columns={drawn}
            sort={sort}
            activeIndex={place.line < 0 ? activeIndex : undefined}
            selected={picking.state}
            selectLabel={
              loading ? 'Select all' : (props.allLabel ?? `Select all ${view.matching.toLocaleString()} rows`)
            }
            resizable={!narrow}
            busy={props.busy ?? false}
            onSelectAll={() => picking.setMatching(picking.state !== 'all')}
            onSort={onSortChange && changeSort}
          />
          {lines.count > 0 && (
            <GridBody
              // Lines of another height stand elsewhere: the lines in sight are read again.
              key={rowHeight}
              scroller={scroller}
              view={view}
              isLoading={props.busy ?? false}
              lines={lines}
              columns={drawn}
              selecting={selecting}
              selection={selection}
              rowName={props.rowName}
              rowHeight={rowHeight}
              visible={Math.ceil(viewport.height / rowHeight)}
              active={{ line: place.line, colIndex: activeIndex }}
              colCount={colCount}
              opens={onOpen !== undefined}
              openedId={props.openedId}
            />
          )}
        </div>
        {loading && <GridSkeleton rows={props.loadingRows ?? 0} columns={drawn} />}
        {!loading && lines.count === 0 && <div className={styles.empty}>{props.empty}</div>}
      </div>
      <OrderChanged changed={view.changed} onRenew={renewOrder} />
      <div role="status" className={styles.spoken}>
        {message}
      </div>
    </div>
  );
}
