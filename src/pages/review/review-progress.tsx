import { formatCount } from '../../ui/format.ts';
import styles from './review-progress.module.css';

/** How far the person is: what was decided today, of that and what is left. Nothing while nothing is known. */
export function ReviewProgress({ reviewed, left }: { reviewed: number; left: number }) {
  const total = reviewed + left;
  if (total === 0) return null;
  return (
    <span className={styles.progress}>
      <span>
        <strong>
          {formatCount(reviewed)} of {formatCount(total)}
        </strong>{' '}
        reviewed
      </span>
      <progress className={styles.bar} value={reviewed} max={total} aria-label="Reviewed today" />
    </span>
  );
}
