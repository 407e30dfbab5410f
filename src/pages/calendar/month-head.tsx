import { ChevronLeftRegular } from '@fluentui/react-icons/headless/svg/chevron-left';
import { ChevronRightRegular } from '@fluentui/react-icons/headless/svg/chevron-right';
import { Button } from '../../ui/button.tsx';
import { monthAfter } from './month.ts';
import styles from './month-head.module.css';
import { monthName } from './words.ts';

/** The name of the month, the ways to others, and what the marks in its days mean. */
export function MonthHead({
  month,
  onMonth,
  onToday,
}: {
  /** "2026-12" */
  month: string;
  onMonth: (month: string) => void;
  onToday: () => void;
}) {
  return (
    <div className={styles.head}>
      <h2 className={styles.month}>{monthName(month)}</h2>
      <Button
        size="small"
        appearance="subtle"
        className={styles.step ?? ''}
        icon={<ChevronLeftRegular />}
        aria-label="Previous month"
        onClick={() => onMonth(monthAfter(month, -1))}
      />
      <Button
        size="small"
        appearance="subtle"
        className={styles.step ?? ''}
        icon={<ChevronRightRegular />}
        aria-label="Next month"
        onClick={() => onMonth(monthAfter(month, 1))}
      />
      <Button size="small" onClick={onToday}>
        Today
      </Button>
      <ul className={styles.legend} aria-label="Legend">
        <li className={styles.available}>Becomes available</li>
        <li className={styles.staged}>Staged, not sent</li>
        <li className={styles.frozen}>Freeze</li>
      </ul>
    </div>
  );
}
