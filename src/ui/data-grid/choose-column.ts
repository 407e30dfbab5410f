import type { ColumnChoice } from './column-choice.ts';
import type { Column } from './row-model.ts';

/** Shows or hides a column; what the page does anyway is not kept. */
export function chooseColumn<Row>(
  { widths, shown }: ColumnChoice,
  { id, isOptional = false }: Column<Row>,
  isShown: boolean,
): ColumnChoice {
  const next = new Map(shown);
  if (isShown === isOptional) next.set(id, isShown);
  else next.delete(id);
  return { widths, shown: next };
}
