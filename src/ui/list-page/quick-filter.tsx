import { Button } from '../button.tsx';
import { formatCount } from '../format.ts';
import styles from './filter-menu.module.css';

/** A filter that is on or off, with the number of rows behind it. */
export function QuickFilter({
  label,
  count,
  isOn,
  onChange,
}: {
  label: string;
  /** Undefined until the rows are there that are counted. */
  count: number | undefined;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}) {
  return (
    <Button
      className={isOn ? `${styles.pill} ${styles.on}` : styles.pill}
      appearance="outline"
      shape="circular"
      size="small"
      aria-pressed={isOn}
      onClick={() => onChange(!isOn)}
    >
      {label}
      {count !== undefined && <span className={styles.number}>{formatCount(count)}</span>}
    </Button>
  );
}
