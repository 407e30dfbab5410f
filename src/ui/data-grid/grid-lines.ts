import type { Group, RowView } from './row-model.ts';

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

/** Lays out the lines of a view whose rows are already in the order of their groups. */
export function layOutLines<Row>(view: RowView<Row>, groupBy: ((row: Row) => Group) | undefined): GridLines {
  if (!groupBy) {
    return {
      count: view.matching,
      groupAt: () => undefined,
      positionAt: (line) => line,
      lineOf: (position) => position,
    };
  }
  const groups: Group[] = [];
  const firstPositions: number[] = [];
  for (let position = 0; position < view.matching; position++) {
    const group = groupBy(view.at(position));
    if (group.id === groups.at(-1)?.id) continue;
    groups.push(group);
    firstPositions.push(position);
  }
  // Each group's header follows its forerunners' headers and all rows before it.
  const firstLines = firstPositions.map((position, index) => position + index);
  return {
    count: view.matching + groups.length,
    groupAt: (line) => {
      const index = lastAtMost(firstLines, line);
      const group = groups[index];
      if (!group || firstLines[index] !== line) return undefined;
      return { ...group, size: (firstPositions[index + 1] ?? view.matching) - (firstPositions[index] ?? 0) };
    },
    positionAt: (line) => line - 1 - lastAtMost(firstLines, line),
    lineOf: (position) => position + 1 + lastAtMost(firstPositions, position),
  };
}
