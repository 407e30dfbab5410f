/** A filter of a list by some of several values. */
export interface Filter<Row, Id extends string = string> {
  /** The name of its search parameter. */
  readonly id: Id;
  readonly label: string;
  /** The values that are known, in the order in which they are offered; others follow by their labels. */
  readonly known?: readonly string[];
  /** Those others follow by their values, such as days. */
  readonly isByValue?: boolean;
  /** The values that a row has: it passes when one of them is chosen. */
  readonly valuesOf: (row: Row) => Iterable<string>;
  /** The one value of a filter that is on or off: a button with its count turns it. Absent: a menu of values. */
  readonly quick?: string;
  /** What a value is called; as it is when absent. */
  readonly labelOf?: (value: string) => string;
}

/** Something that narrows a list beside its filters, such as a tab: `text` is another one when other rows pass. */
export interface Within<Row> {
  readonly text: string;
  readonly passes: (row: Row) => boolean;
}

/** The rows that pass; undefined when all of them do. @param chosen the chosen values, in the order of the filters */
export function passing<Row>(
  filters: readonly Filter<Row>[],
  chosen: readonly (readonly string[])[],
  within?: Within<Row>,
): ((row: Row) => boolean) | undefined {
  const active = filters.flatMap(({ valuesOf }, index) => {
    const wanted = new Set(chosen[index]);
    return wanted.size === 0 ? [] : [{ valuesOf, wanted }];
  });
  if (active.length === 0) return within?.passes;
  return (row) =>
    (within?.passes(row) ?? true) &&
    active.every(({ valuesOf, wanted }) => {
      for (const value of valuesOf(row)) if (wanted.has(value)) return true;
      return false;
    });
}

/** A filter, and what is chosen of it. */
export interface FilterMenuProps<Row> {
  readonly filter: Filter<Row>;
  /** Those that are counted; stable between renders. */
  readonly rows: readonly Row[];
  readonly chosen: readonly string[];
  readonly onChange: (next: readonly string[]) => void;
  /** False until the rows are there that are counted. */
  readonly isRead: boolean;
}
