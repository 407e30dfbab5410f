import { countOf } from '../../ui/format.ts';
import styles from './history.module.css';

/** Beside the runs: records that are not among them, and why. */
export function UnreadableNote({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p className={styles.note}>
      {countOf(count, 'record')} can’t be read (damaged, or from a newer version). Damaged ones are deleted
      after 30 days.
    </p>
  );
}
