import { useId, useMemo } from 'react';
import { showHidden } from '../../lib/visible-text.ts';
import { formatCount } from '../format.ts';
import { choicesOf } from './filter-choices.ts';
import styles from './filter-menu.module.css';
import type { FilterMenuProps } from './filters.ts';

/** The values of a filter as checkboxes. Counts the rows: draw them only while they are open. */
export function FilterChoices<Row>({ filter, rows, chosen, onChange, isRead }: FilterMenuProps<Row>) {
  const id = useId();
  const choices = useMemo(() => choicesOf(filter, rows, chosen), [filter, rows, chosen]);
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{filter.label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice} htmlFor={`${id}-${choice.value}`}>
          <input
            id={`${id}-${choice.value}`}
            type="checkbox"
            checked={chosen.includes(choice.value)}
            onChange={({ target }) =>
              onChange(
                target.checked ? [...chosen, choice.value] : chosen.filter((value) => value !== choice.value),
              )
            }
          />
          <bdi className={styles.name}>{showHidden(choice.label)}</bdi>
          <span className={styles.count}>{isRead && formatCount(choice.count)}</span>
        </label>
      ))}
      {choices.length === 0 && <p className={styles.none}>Nothing to choose from yet</p>}
    </fieldset>
  );
}
