import { ChevronDownRegular } from '@fluentui/react-icons/headless/svg/chevron-down';
import { useId, useMemo } from 'react';
import { showHidden } from '../../lib/visible-text.ts';
import { Button } from '../button.tsx';
import { formatCount } from '../format.ts';
import { Popover } from '../popover.tsx';
import { choicesOf } from './filter-choices.ts';
import styles from './filter-menu.module.css';
import type { Filter } from './filters.ts';

export interface FilterMenuProps<Row> {
  readonly filter: Filter<Row>;
  /** Those that are counted; stable between renders. */
  readonly rows: readonly Row[];
  readonly chosen: readonly string[];
  readonly onChange: (next: readonly string[]) => void;
  /** False until the rows are there that are counted. */
  readonly isRead: boolean;
}

/** A filter by some of several values: a button that says what is chosen, and a list of checkboxes. */
export function FilterMenu<Row>(props: FilterMenuProps<Row>) {
  const { chosen } = props;
  const { label, labelOf = (value) => value } = props.filter;
  const names = chosen.map((value) => labelOf(value));
  return (
    <Popover
      trigger={(trigger) => (
        <Button
          {...trigger}
          className={chosen.length > 0 ? `${styles.pill} ${styles.on}` : styles.pill}
          appearance="outline"
          shape="circular"
          size="small"
          iconPosition="after"
          icon={<ChevronDownRegular />}
        >
          {label}
          {names.length > 0 && `: ${names.length > 2 ? names.length : showHidden(names.join(', '))}`}
        </Button>
      )}
    >
      {() => <FilterChoices {...props} />}
    </Popover>
  );
}

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
