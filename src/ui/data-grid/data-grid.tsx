// biome-ignore-all lint/a11y/useSemanticElements: rows are positioned by hand, which a table element does not allow.
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid, focus goes to cells and not to rows.
import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { showCutText } from './cell-focus.ts';
import { useNoCells } from './cells/cell-events.ts';
import { useColumnChoice } from './column-choice.ts';
import styles from './data-grid.module.css';
import type { DataGridProps } from './data-grid-props.ts';
import { GridBody } from './grid-body.tsx';
import { createClickHandler } from './grid-clicks.ts';
import { createCopyHandler } from './grid-copy.ts';
import { GridHeader } from './grid-header.tsx';
import { createKeyHandler } from './grid-keyboard.ts';
import type { Extent } from './grid-keys.ts';
import { layOutLines } from './grid-lines.ts';
import { GridSkeleton } from './grid-skeleton.tsx';
import { gridStyle } from './grid-style.ts';
import { OrderChanged } from './order-changed.tsx';
import type { Column } from './row-model.ts';
import { nextSort } from './sort-order.ts';
import { useActiveCell } from './use-active-cell.ts';
import { useColumnResize } from './use-column-resize.ts';
import { useDrawnColumns, useGridColumns } from './use-grid-columns.ts';
import { useGridSelection } from './use-grid-selection.ts';
import { useOpenedRow } from './use-opened-row.ts';
import { useTopOfAnswer, useViewport } from './use-viewport.ts';

/**
 * A virtualised grid: it fills its parent's height and scrolls inside. Its keys are described at
 * `createKeyHandler`.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { columns, view, rowId, selectable, selection, sort, onSortChange, onOpen, onFold } = props;
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [message, announce] = useState('');
  const selecting = { rowId, selectable };
  const colCount = columns.length + (selection ? 1 : 0);
  const { groupBy, collapsed, openedId, controls } = props;
  const lines = useMemo(() => layOutLines(view, groupBy, collapsed), [view, groupBy, collapsed]);

  const viewport = useViewport(scroller);
  const columnChoice = useColumnChoice(props.storageKey);
  const shape = { selects: selection !== undefined, twoLines: props.twoLines ?? false };
  const asked = { ...shape, choice: columnChoice.choice };
  const shown = useGridColumns(columns, view, asked, viewport, frame);
  // Columns are measured before: the browser lays out what was scrolled.
  useTopOfAnswer(scroller, view.asked);
  const { placed, colIndices, selects, narrow, twoLines, inSight } = shown;
  const rowHeight = twoLines ? 60 : props.density === 'compact' ? 36 : 44;
  const startIndex = placed[0]?.colIndex ?? 1;
  const active = useActiveCell({ grid, view, lines, rowId, colIndices, startIndex });
  const { place, onFocus, onBlur } = active;
  const activeIndex = colIndices[place.column] ?? startIndex;
  const drawn = useDrawnColumns(shown, viewport, activeIndex);
  const picking = useGridSelection(view, lines, selecting, selection, props.onSelectionChange);
  const toggle = selects ? picking.toggle : undefined;
  const opening = { scroller, view, lines, rowId, rowHeight, openedId, onOpen, active, controls, toggle };
  const opened = useOpenedRow(opening);
  const resizing = useColumnResize(view.shown > 0, placed, columnChoice.setWidth, announce);

  const rowOn = (line: number) =>
    line < 0 || lines.groupAt(line) ? undefined : view.at(lines.positionAt(line));
  function open(line: number) {
    const row = rowOn(line);
    if (row !== undefined) onOpen?.(row);
  }
  function selectAll() {
    picking.setMatching(true);
    announce(`All ${view.matching.toLocaleString()} rows selected`);
  }
  function fold(line: number) {
    const group = lines.groupAt(line);
    if (group) onFold?.(group.id);
  }
  const extent = (): Extent => ({
    lines: lines.count,
    columns: colIndices.length,
    // One line less than fits under the header, so that a page keeps one line of the last.
    page: Math.max(1, Math.floor(viewport.height / rowHeight) - 2),
    rtl: scroller.current !== null && getComputedStyle(scroller.current).direction === 'rtl',
  });
  const { useCells = useNoCells } = props;
  const cells = useCells({
    cells: props.cells,
    grid,
    scroller,
    view,
    lines,
    rowId,
    placed,
    colIndices,
    active,
    extent,
    announce,
    open: onOpen && open,
    moveTo: opened.moveTo,
  });
  const onKeyDown = createKeyHandler(grid, place, extent, {
    moveTo: opened.moveTo,
    isCollapsed: (line) => (onFold ? lines.groupAt(line)?.isCollapsed : undefined),
    fold,
    toggle,
    selectAll: selects ? selectAll : undefined,
    open: onOpen && open,
    resize: narrow ? undefined : resizing.stepBy,
  });

  function changeSort(column: Column<Row>) {
    const next = nextSort(sort, column.id);
    onSortChange?.(next);
    announce(next ? `Sorted by ${column.header}, ${next.direction}` : 'Not sorted');
  }

  const onClick = createClickHandler(grid, {
    toggle,
    isGroup: (line) => lines.groupAt(line) !== undefined,
    fold: onFold && fold,
    open: onOpen && open,
  });

  function renewOrder() {
    flushSync(view.renew);
    // The button goes with what it offered.
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  const loading = lines.count === 0 && (props.loadingRows ?? 0) > 0;
  return (
    <div
      ref={frame}
      className={`${styles.frame} ${inSight ? styles.pinned : ''}`}
      style={gridStyle(shown, rowHeight)}
      // For what stands in the cells: how much room it has, and what other columns say already.
      data-lines={twoLines ? 2 : 1}
      data-columns={placed.map(({ column }) => column.id).join(' ')}
    >
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
          aria-busy={loading || props.following || undefined}
          onFocus={(event) => {
            view.keep();
            onFocus(event);
          }}
          onBlur={onBlur}
          onKeyDown={(event) => cells.onKeyDown(event) || onKeyDown(event)}
          onKeyUp={opened.onKeyUp}
          onClick={(event) => cells.onClick(event) || onClick(event)}
          onMouseDown={cells.onMouseDown}
          onCopy={createCopyHandler(placed, rowOn)}
          onPointerOver={(event) => {
            view.keep();
            showCutText(event);
          }}
          onPointerDown={(event) => {
            resizing.onPointerDown(event);
            cells.onPointerDown(event);
          }}
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
              openedId={openedId}
              folds={onFold !== undefined}
              summaryOf={props.summaryOf}
              onDrawn={cells.paint}
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
