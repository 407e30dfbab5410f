import { useId } from 'react';
import { DayField } from '../../ui/date-time/day-field.tsx';
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
          placement="row"
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
