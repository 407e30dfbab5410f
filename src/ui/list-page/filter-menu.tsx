import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { useId } from 'react';
import { showHidden } from '../../lib/visible-text.ts';
import { Button } from '../button.tsx';
import { formatCount } from '../format.ts';
import { Popover } from '../popover.tsx';
import styles from './filter-menu.module.css';

export interface FilterChoice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** A filter by some of several values: a button that says what is chosen, and a list of checkboxes. */
export function FilterMenu({
  label,
  choices,
  chosen,
  onChange,
  isRead,
}: {
  label: string;
  /** Those that are chosen are among them. */
  choices: readonly FilterChoice[];
  chosen: readonly string[];
  onChange: (next: readonly string[]) => void;
  /** False until the rows are there that the choices are counted from. */
  isRead: boolean;
}) {
  const id = useId();
  const names = chosen.map((value) => choices.find((choice) => choice.value === value)?.label ?? value);
  return (
    <Popover
      trigger={(props) => (
        <Button
          {...props}
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
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>{label}</legend>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice} htmlFor={`${id}-${choice.value}`}>
            <input
              id={`${id}-${choice.value}`}
              type="checkbox"
              checked={chosen.includes(choice.value)}
              onChange={({ target }) =>
                onChange(
                  target.checked
                    ? [...chosen, choice.value]
                    : chosen.filter((value) => value !== choice.value),
                )
              }
            />
            <bdi className={styles.name}>{showHidden(choice.label)}</bdi>
            <span className={styles.count}>{isRead && formatCount(choice.count)}</span>
          </label>
        ))}
        {choices.length === 0 && <p className={styles.none}>Nothing to choose from yet</p>}
      </fieldset>
    </Popover>
  );
}
