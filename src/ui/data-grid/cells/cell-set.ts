/** A cell by what it shows, so that it stays the same cell when rows are sorted or columns hidden. */
export interface CellId {
  readonly rowId: string;
  readonly columnId: string;
}

/** Selected cells: the ids of columns by the id of their row. No row is there without a column. */
export type CellSet = ReadonlyMap<string, ReadonlySet<string>>;

export const noCells: CellSet = new Map();

export function hasCell(cells: CellSet, { rowId, columnId }: CellId): boolean {
  return cells.get(rowId)?.has(columnId) ?? false;
}

/** Selects or unselects every cell of these rows in these columns; the rest stays as it is. */
export function changeBlock(
  cells: CellSet,
  rowIds: Iterable<string>,
  columnIds: readonly string[],
  isSelected: boolean,
): CellSet {
  const next = new Map(cells);
  // Most rows of a block have no other cell: one set serves them all.
  const whole: ReadonlySet<string> = new Set(columnIds);
  for (const rowId of rowIds) {
    const before = cells.get(rowId);
    if (isSelected) next.set(rowId, before ? new Set([...before, ...columnIds]) : whole);
    else if (before) {
      const left = [...before].filter((columnId) => !whole.has(columnId));
      if (left.length > 0) next.set(rowId, new Set(left));
      else next.delete(rowId);
    }
  }
  return next;
}

/** As it is kept. */
export function writeCells(cells: CellSet): unknown {
  return [...cells].map(([rowId, columnIds]) => [rowId, ...columnIds]);
}

/** Reads what `writeCells` made; whatever else is there is left out. */
export function readCells(kept: unknown): CellSet | undefined {
  if (!Array.isArray(kept)) return undefined;
  const rows = kept.filter(
    (row): row is string[] =>
      Array.isArray(row) && row.length > 1 && row.every((id) => typeof id === 'string'),
  );
  return new Map(rows.map(([rowId = '', ...columnIds]) => [rowId, new Set(columnIds)]));
}
