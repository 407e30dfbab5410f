import { type Group, matchesAt, type RowView } from './row-model.ts';

/** A group as its header line shows it. */
export interface GroupLine extends Group {
  /** How many of its rows match. */
  readonly size: number;
}

/** What the body shows from top to bottom: rows, with a header line before each group. Counted from 0. */
export interface GridLines {
  readonly count: number;
  /** The group whose header is on this line, if it is one. */
  readonly groupAt: (line: number) => GroupLine | undefined;
  /** The position in the view of the row on this line; meaningless on a group's line. */
  readonly positionAt: (line: number) => number;
  /** The line of the row at a position of the view. */
  readonly lineOf: (position: number) => number;
}

/** The last index whose value is at most `limit`; -1 when there is none. `values` ascend. */
function lastAtMost(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Holds rows that came later, whatever their group: among the others they would move lines. */
const laterGroup: Group = { id: '\n', label: 'New' };

/** Lays out the lines of a view whose rows are already in the order of their groups. */
export function layOutLines<Row>(view: RowView<Row>, groupBy: ((row: Row) => Group) | undefined): GridLines {
  if (!groupBy) {
    return {
      count: view.shown,
      groupAt: () => undefined,
      positionAt: (line) => line,
      lineOf: (position) => position,
    };
  }
  const groups: Group[] = [];
  const sizes: number[] = [];
  const firstPositions: number[] = [];
  for (let position = 0; position < view.shown; position++) {
    const group = position < view.added ? groupBy(view.at(position)) : laterGroup;
    if (group.id !== groups.at(-1)?.id) {
      groups.push(group);
      sizes.push(0);
      firstPositions.push(position);
    }
    if (matchesAt(view, position)) sizes[groups.length - 1] = (sizes.at(-1) ?? 0) + 1;
  }
  // Each group's header follows its forerunners' headers and all rows before it.
  const firstLines = firstPositions.map((position, index) => position + index);
  return {
    count: view.shown + groups.length,
    groupAt: (line) => {
      const index = lastAtMost(firstLines, line);
      const group = groups[index];
      return group && firstLines[index] === line ? { ...group, size: sizes[index] ?? 0 } : undefined;
    },
    positionAt: (line) => line - 1 - lastAtMost(firstLines, line),
    lineOf: (position) => position + 1 + lastAtMost(firstPositions, position),
  };
}
