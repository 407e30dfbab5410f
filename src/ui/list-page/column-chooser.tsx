import { useId } from 'react';
import { Button } from '../button.tsx';
import { chooseColumn } from '../data-grid/choose-column.ts';
import { asDesigned, isWanted, useColumnChoice } from '../data-grid/column-choice.ts';
import type { Column } from '../data-grid/row-model.ts';
import styles from './filter-menu.module.css';

/** Chooses the columns of a list, in this browser. Where they don't all fit, the chosen ones stay longest. */
export function ColumnChooser<Row>({
  list,
  columns,
}: {
  /** The name under which the grid keeps its columns. */
  list: string;
  columns: readonly Column<Row>[];
}) {
  const id = useId();
  const { choice, change } = useColumnChoice(list);
  const isChanged = choice.widths.size + choice.shown.size > 0;
  return (
    <>
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>Columns</legend>
        {columns.map((column, index) => (
          <label key={column.id} className={styles.choice} htmlFor={`${id}-${column.id}`}>
            <input
              id={`${id}-${column.id}`}
              type="checkbox"
              checked={isWanted(column, index, choice)}
              // The first column names the rows.
              disabled={index === 0}
              onChange={({ target }) => change((before) => chooseColumn(before, column, target.checked))}
            />
            <span className={styles.name}>{column.header}</span>
          </label>
        ))}
      </fieldset>
      <div className={styles.foot}>
        <Button
          appearance="subtle"
          size="small"
          disabledFocusable={!isChanged}
          onClick={() => change(() => asDesigned)}
        >
          Reset columns and widths
        </Button>
      </div>
    </>
  );
}
