import type { Group, RowMark, RowView } from './row-model.ts';

/** What a question finds among the rows now: the indices of the rows that match, in the order asked for. */
export interface Answer<Row> {
  readonly rows: readonly Row[];
  readonly order: Uint32Array;
}

/** The rows on screen: each keeps its line while only the rows change, and not what is asked of them. */
export interface HeldOrder<Row> {
  readonly answer: Answer<Row>;
  /** One index for each line of a row: into the answer's rows, or past their end into `gone`. */
  readonly lines: Uint32Array;
  /** Rows that are no longer listed, as they were last. */
  readonly gone: readonly Row[];
  /** 1 for each of the answer's rows that matches; undefined while the lines are the answer itself. */
  readonly matches: Uint8Array | undefined;
  /** The line from which rows stand that came later. */
  readonly added: number;
  /** How many lines another order would move, bring or take away. */
  readonly changed: number;
  /** Rows that have changed, by line, as they were before. Another array after each refresh that changed one. */
  readonly was: readonly (Row | undefined)[];
}

/** How rows are told apart, and the group in which each stands. */
export interface Holding<Row> {
  readonly rowId: (row: Row) => string;
  readonly groupBy?: ((row: Row) => Group) | undefined;
  /** Whether to remember how changed rows were before. */
  readonly marksChanges: boolean;
  /** Whether a row that is no longer listed keeps its line. */
  readonly keepsGone: boolean;
}

const unchanged: readonly never[] = [];

/** Shows the rows in the order asked for. */
export function renewOrder<Row>(answer: Answer<Row>): HeldOrder<Row> {
  return {
    answer,
    lines: answer.order,
    gone: [],
    matches: undefined,
    added: answer.order.length,
    changed: 0,
    was: unchanged,
  };
}

/**
 * Shows changed rows where they were. A row that no longer matches keeps its line, and so does one that is no longer
 * listed; rows that came later stand below all others, in the order asked for. So no line ever moves, but where a row
 * changes its group: it leaves its line and comes later.
 */
export function holdOrder<Row>(
  before: HeldOrder<Row>,
  answer: Answer<Row>,
  { rowId, groupBy, marksChanges, keepsGone }: Holding<Row>,
): HeldOrder<Row> {
  const { rows, order } = answer;
  const find = createFinder(rows, rowId);
  const matches = new Uint8Array(rows.length);
  for (const index of order) matches[index] = 1;

  const lines = new Uint32Array(before.lines.length + order.length);
  const isPlaced = new Uint8Array(rows.length);
  const gone: Row[] = [];
  const was: (Row | undefined)[] = [];
  let isNews = false;
  let count = 0;
  let added = 0;
  for (let line = 0; line < before.lines.length; line++) {
    const old = rowOn(before, line);
    const index = find(old, before.lines[line] ?? 0);
    if (index === undefined && !keepsGone) {
      isNews = true; // All below stand one line higher.
      continue;
    }
    if (index === undefined) {
      lines[count++] = rows.length + gone.push(old) - 1;
    } else {
      const row = rows[index] as Row;
      if (row !== old) {
        if (line < before.added && groupBy && groupBy(row).id !== groupBy(old).id) {
          isNews = true; // All below stand one line higher.
          continue;
        }
        isNews ||= marksChanges && before.was[line] === undefined;
      }
      const then = before.was[line] ?? (marksChanges && row !== old ? old : undefined);
      if (then !== undefined) was[count] = then;
      isPlaced[index] = 1;
      lines[count++] = index;
    }
    if (line < before.added) added = count;
  }
  for (const index of order) {
    if (isPlaced[index] === 0) lines[count++] = index;
  }
  const held = {
    answer,
    lines: lines.subarray(0, count),
    gone,
    matches,
    added,
    was: isNews ? was : before.was,
  };
  return { ...held, changed: countChanged(held) };
}

/** Forgets how changed rows were before. */
export function forgetChanges<Row>(held: HeldOrder<Row>): HeldOrder<Row> {
  return { ...held, was: unchanged };
}

/** Puts what is held into the shape the grid takes. */
export function heldView<Row>(
  held: HeldOrder<Row>,
  given: Pick<RowView<Row>, 'asked' | 'among' | 'renew' | 'keep'>,
): RowView<Row> {
  const { rows, order } = held.answer;
  const at = (position: number) => {
    if (!(position >= 0 && position < held.lines.length)) {
      throw new RangeError(`No row at position ${position}`);
    }
    return rowOn(held, position);
  };
  return {
    ...given,
    rows,
    total: rows.length,
    matching: order.length,
    shown: held.lines.length,
    added: held.added,
    changed: held.changed,
    at,
    markAt: (position) => markOn(held, position),
    wasAt: (position) => held.was[position],
  };
}

/** Finds a row's index by its id. Most rows stand where they stood, and then no map of all ids is made. */
function createFinder<Row>(
  rows: readonly Row[],
  rowId: (row: Row) => string,
): (row: Row, hint: number) => number | undefined {
  let indexOf: Map<string, number> | undefined;
  return (row, hint) => {
    const id = rowId(row);
    const there = rows[hint];
    if (there === row || (there !== undefined && rowId(there) === id)) return hint;
    if (!indexOf) {
      indexOf = new Map();
      for (let index = 0; index < rows.length; index++) indexOf.set(rowId(rows[index] as Row), index);
    }
    return indexOf.get(id);
  };
}

function rowOn<Row>({ answer: { rows }, lines, gone }: HeldOrder<Row>, line: number): Row {
  const index = lines[line] ?? 0;
  // Each line holds an index of these very rows, so there is one; `Row` itself may include undefined.
  return (index < rows.length ? rows[index] : gone[index - rows.length]) as Row;
}

function markOn<Row>(
  { answer: { rows }, lines, matches, added }: Omit<HeldOrder<Row>, 'changed'>,
  line: number,
): RowMark | undefined {
  if (!matches) return undefined;
  const index = lines[line] ?? 0;
  if (index >= rows.length) return 'gone';
  if (matches[index] === 0) return 'unmatched';
  return line >= added ? 'new' : undefined;
}

/** Counts the marked lines, and of the others the fewest that would have to move for the order asked for. */
function countChanged<Row>(held: Omit<HeldOrder<Row>, 'changed'>): number {
  const { rows, order } = held.answer;
  const placeOf = new Uint32Array(rows.length);
  order.forEach((index, place) => {
    placeOf[index] = place;
  });
  const places = new Uint32Array(held.added);
  let count = 0;
  for (let line = 0; line < held.added; line++) {
    if (markOn(held, line) === undefined) places[count++] = placeOf[held.lines[line] ?? 0] ?? 0;
  }
  return held.lines.length - longestRising(places.subarray(0, count));
}

/** The length of the longest part of different numbers, left in its order, that rises. */
export function longestRising(numbers: Uint32Array): number {
  // The least number at which a rising part of each length ends; they rise themselves.
  const ends = new Uint32Array(numbers.length);
  let length = 0;
  for (const number of numbers) {
    let low = 0;
    let high = length;
    // Mostly all is in order: then the number belongs at the end.
    if (length > 0 && (ends[length - 1] ?? 0) < number) low = length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ends[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    ends[low] = number;
    if (low === length) length += 1;
  }
  return length;
}
