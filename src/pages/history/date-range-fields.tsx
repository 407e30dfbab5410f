import { useId, useState } from 'react';
import { whyEmptyRange } from './date-range.ts';
import styles from './date-range-fields.module.css';
import type { HistorySearch } from './search.ts';

/** The days between which runs were started. */
export function DateRangeFields({
  range,
  onChange,
}: {
  range: Pick<HistorySearch, 'from' | 'to'>;
  onChange: (next: Pick<HistorySearch, 'from'> | Pick<HistorySearch, 'to'>) => void;
}) {
  const rangeId = useId();
  const emptyRange = whyEmptyRange(range);
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <DayField
          key={end}
          label={end === 'from' ? 'From' : 'To'}
          value={range[end] ?? ''}
          isInvalid={emptyRange !== undefined}
          describedBy={rangeId}
          onChange={(day) => onChange({ [end]: day || undefined })}
        />
      ))}
      <span id={rangeId} role="status" className={styles.rangeError}>
        {emptyRange}
      </span>
    </>
  );
}

/** A day to filter by. One that is half typed asks for the rest, and changes nothing until it is whole. */
function DayField({
  label,
  value,
  isInvalid,
  describedBy,
  onChange,
}: {
  label: string;
  value: string;
  isInvalid: boolean;
  describedBy: string;
  onChange: (day: string) => void;
}) {
  const errorId = useId();
  const [isHalf, setHalf] = useState(false);
  // Browsers tell of no change while a day is half typed into an empty field.
  const look = ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
    setHalf(currentTarget.validity.badInput);
  return (
    <>
      <label className={styles.day}>
        {label}
        <input
          type="date"
          className={styles.dayInput}
          // The value of a half-typed field is empty; any other would replace what was typed.
          value={isHalf ? '' : value}
          aria-invalid={isHalf || isInvalid}
          aria-describedby={`${errorId} ${describedBy}`}
          onChange={(event) => {
            look(event);
            if (!event.target.validity.badInput) onChange(event.target.value);
          }}
          onKeyUp={look}
          onBlur={look}
        />
      </label>
      <span id={errorId} role="status" className={styles.rangeError}>
        {isHalf && 'Enter a full date'}
      </span>
    </>
  );
}
