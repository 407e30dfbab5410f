import { type Group, matchesAt, type RowView } from './row-model.ts';

/** A group as its header line shows it. */
export interface GroupLine extends Group {
  /** How many of its rows match. */
  readonly size: number;
  /** Its rows are not shown. */
  readonly isCollapsed: boolean;
  /** The positions of its first and last row in the view. */
  readonly from: number;
  readonly to: number;
}

/** What the body shows from top to bottom: rows, with a header line before each group. Counted from 0. */
export interface GridLines {
  readonly count: number;
  /** The group whose header is on this line, if it is one. */
  readonly groupAt: (line: number) => GroupLine | undefined;
  /** The position in the view of the row on this line; meaningless on a group's line. */
  readonly positionAt: (line: number) => number;
  /** The line of the row at a position of the view; of its group, where that is collapsed. */
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
const laterGroup: Group = { id: '\n', label: 'Added' };

/**
 * Lays out the lines of a view whose rows are already in the order of their groups.
 *
 * @param collapsed the ids of the groups whose rows are not shown
 */
export function layOutLines<Row>(
  view: RowView<Row>,
  groupBy: ((row: Row) => Group) | undefined,
  collapsed: ReadonlySet<string> = noGroups,
): GridLines {
  if (!groupBy) {
    return {
      count: view.shown,
      groupAt: () => undefined,
      positionAt: (line) => line,
      lineOf: (position) => position,
    };
  }
  const groups: (Group & { size: number; isCollapsed: boolean; from: number; to: number })[] = [];
  /** Of each group, the line of its header, or of its first row where it has none. */
  const firstLines: number[] = [];
  let count = 0;
  for (let position = 0; position < view.shown; position++) {
    const { id, label, isAlone = false } = position < view.added ? groupBy(view.at(position)) : laterGroup;
    let group = groups.at(-1);
    if (group?.id !== id) {
      const isCollapsed = !isAlone && collapsed.has(id);
      group = { id, label, isAlone, size: 0, isCollapsed, from: position, to: position };
      groups.push(group);
      firstLines.push(count);
      count += headerOf(group);
    }
    if (!group.isCollapsed) count += 1;
    if (matchesAt(view, position)) group.size += 1;
    group.to = position;
  }
  const firstPositions = groups.map(({ from }) => from);
  return {
    count,
    groupAt: (line) => {
      const index = lastAtMost(firstLines, line);
      const group = firstLines[index] === line ? groups[index] : undefined;
      return group?.isAlone ? undefined : group;
    },
    positionAt: (line) => {
      const index = lastAtMost(firstLines, line);
      return (firstPositions[index] ?? 0) + line - (firstLines[index] ?? 0) - headerOf(groups[index]);
    },
    lineOf: (position) => {
      const index = lastAtMost(firstPositions, position);
      const line = firstLines[index] ?? 0;
      const group = groups[index];
      return group?.isCollapsed ? line : line + headerOf(group) + position - (firstPositions[index] ?? 0);
    },
  };
}

/** How many lines stand before the rows of a group. */
function headerOf(group: Group | undefined): 0 | 1 {
  return group?.isAlone ? 0 : 1;
}

const noGroups: ReadonlySet<string> = new Set();
