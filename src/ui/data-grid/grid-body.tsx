// biome-ignore-all lint/a11y/useSemanticElements: rows are positioned by hand, which a table element does not allow.
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid, focus goes to cells and not to rows.
import { type ReactNode, type RefObject, useLayoutEffect } from 'react';
import type { PlacedColumn } from './column-layout.ts';
import styles from './data-grid.module.css';
import type { Place } from './grid-keys.ts';
import type { GridLines } from './grid-lines.ts';
import { GridRow } from './grid-row.tsx';
import { GroupRow } from './group-row.tsx';
import { type Group, matchesAt, type RowView } from './row-model.ts';
import { type Selecting, selectionState } from './selection.ts';
import { type LineWindow, linesBeyond, useLineWindow } from './use-line-window.ts';

interface GridBodyProps<Row> {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly view: RowView<Row>;
  readonly lines: GridLines;
  readonly columns: readonly PlacedColumn<Row>[];
  readonly selecting: Selecting<Row>;
  readonly selection: ReadonlySet<string> | undefined;
  readonly rowName: (row: Row) => string;
  /** In CSS px. */
  readonly rowHeight: number;
  /** How many lines are in sight at once. */
  readonly visible: number;
  readonly active: Pick<Place, 'line'> & { readonly colIndex: number };
  readonly colCount: number;
  readonly opens: boolean;
  readonly openedId: string | undefined;
  /** Whether groups can be collapsed. */
  readonly folds: boolean;
  readonly summaryOf: ((group: Group) => ReactNode) | undefined;
  /** Rows are being loaded: one that is missing may be listed after all, and isn't called gone. */
  readonly isLoading: boolean;
  /** Is called whenever lines have been drawn, before they show. */
  readonly onDrawn: () => void;
}

/** The lines in sight. Scrolling draws this component again and nothing above it. */
export function GridBody<Row>(props: GridBodyProps<Row>) {
  const { scroller, view, lines, rowHeight, selection, active } = props;
  const { rowId, selectable } = props.selecting;
  const window = useLineWindow(scroller, {
    count: lines.count,
    visible: props.visible,
    // The checkbox counts for two, with its cell.
    beyond: linesBeyond(props.visible, props.columns.length + (selection ? 2 : 0)),
    lineHeight: rowHeight,
  });
  useLayoutEffect(props.onDrawn);
  return (
    <div role="rowgroup" className={styles.body} style={{ blockSize: lines.count * rowHeight }}>
      {linesToDraw(window, active.line).map((line) => {
        const offset = line * rowHeight;
        const group = lines.groupAt(line);
        if (group) {
          return (
            <GroupRow
              key={`group ${group.id}`}
              group={group}
              line={line}
              offset={offset}
              colCount={props.colCount}
              activeIndex={line === active.line ? active.colIndex : undefined}
              selected={selection && selectionState(view, selection, props.selecting, group)}
              folds={props.folds}
              summary={props.summaryOf?.(group)}
            />
          );
        }
        const position = lines.positionAt(line);
        const row = view.at(position);
        const mark = view.markAt(position);
        const id = rowId(row);
        return (
          <GridRow
            // Never the line: an open menu must not slip to another row when the rows change.
            key={id}
            row={row}
            nameOf={props.rowName}
            line={line}
            offset={offset}
            columns={props.columns}
            activeIndex={line === active.line ? active.colIndex : undefined}
            selected={selection?.has(id)}
            canSelect={matchesAt(view, position) && (selectable?.(row) ?? true)}
            mark={mark === 'gone' && props.isLoading ? undefined : mark}
            was={view.wasAt(position)}
            opens={props.opens}
            opened={id === props.openedId}
          />
        );
      })}
    </div>
  );
}

/** The lines of the window, and the active one, which has to stay drawn as focus may be in it. */
function linesToDraw({ first, last }: LineWindow, active: number): readonly number[] {
  const lines = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  if (active < 0 || (active >= first && active <= last)) return lines;
  return active < first ? [active, ...lines] : [...lines, active];
}
