import type { ReactNode } from 'react';
import type { CellSelecting } from './cells/use-cell-range.ts';
import type { useCellSelection } from './cells/use-cell-selection.ts';
import type { Column, Group, RowView, Sort } from './row-model.ts';
import type { ControlsRef } from './use-opened-row.ts';

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
  /** In a narrow grid, the first cell has a line to itself, and the others stand below it. */
  readonly twoLines?: boolean | undefined;
  readonly sort?: Sort | undefined;
  /** Absent: the headers do not sort. */
  readonly onSortChange?: ((sort: Sort | undefined) => void) | undefined;
  /** The ids of the selected rows, also of those that a filter hides. Absent: rows are not selected. */
  readonly selection?: ReadonlySet<string> | undefined;
  readonly onSelectionChange?: ((next: ReadonlySet<string>) => void) | undefined;
  readonly selectable?: ((row: Row) => boolean) | undefined;
  /** Absent: cells are not selected one by one. */
  readonly cells?: CellSelecting | undefined;
  /** `useCellSelection`, where cells are: most lists do without its code. The same as long as the grid is there. */
  readonly useCells?: typeof useCellSelection<Row>;
  /** The name of the checkbox in the header, with the number it stands for: "Select all 1,240 drivers". */
  readonly allLabel?: string | undefined;
  /** Opens a row: a click anywhere in it, or Enter. While one is open, moving to another row opens that. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** For keys that work outside of the grid, too. */
  readonly controls?: ControlsRef | undefined;
  /** The row whose details are open. */
  readonly openedId?: string | undefined;
  /** Give `useRowView` the same function, so that the rows come in the order of their groups. */
  readonly groupBy?: ((row: Row) => Group) | undefined;
  /** Stands after a group's label, in place of the number of its rows. */
  readonly summaryOf?: ((group: Group) => ReactNode) | undefined;
  /** The ids of the groups whose rows are not shown. */
  readonly collapsed?: ReadonlySet<string> | undefined;
  /** Collapses or expands a group. Absent: groups don't fold. */
  readonly onFold?: ((groupId: string) => void) | undefined;
  /** Rows are being read again; those that are here stay. */
  readonly busy?: boolean | undefined;
  /** What was asked has changed, and the rows follow in the next frames. */
  readonly following?: boolean | undefined;
  /** Shown when no row matches. */
  readonly empty: ReactNode;
  /** While rows are still coming and none is shown: how many lines to show in place of them. */
  readonly loadingRows?: number | undefined;
  /** The name under which this browser keeps columns and their widths. */
  readonly storageKey?: string | undefined;
}
