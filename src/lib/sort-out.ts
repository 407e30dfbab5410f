/** A selected row that a plan leaves out, and why. */
export interface LeftOut<Row> {
  readonly row: Row;
  readonly reason: string;
}

/** Splits selected rows into those that can be sent and those that are left out; `whyNot` gives the reason. */
export function sortOut<Row>(
  rows: readonly Row[],
  whyNot: (row: Row) => string | undefined,
): { sent: Row[]; leftOut: LeftOut<Row>[] } {
  const sent: Row[] = [];
  const leftOut: LeftOut<Row>[] = [];
  for (const row of rows) {
    const reason = whyNot(row);
    if (reason === undefined) sent.push(row);
    else leftOut.push({ row, reason });
  }
  return { sent, leftOut };
}

/**
 * Why none of the selected rows can be sent; undefined when at least one can.
 *
 * @param plural the noun of the rows: "drivers"
 */
export function whyNone<Row>(
  rows: readonly Row[],
  whyNot: (row: Row) => string | undefined,
  plural: string,
): string | undefined {
  if (rows.some((row) => whyNot(row) === undefined)) return undefined;
  const [reason = `Select ${plural} first`, ...others] = new Set(rows.map(whyNot));
  return others.length === 0 ? reason : `Not available for any of the selected ${plural}`;
}
