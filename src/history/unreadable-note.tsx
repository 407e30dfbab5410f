import { countOf } from '../ui/format.ts';
import styles from './history.module.css';

/** Beside the runs: records that are not among them, and why. */
export function UnreadableNote({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p className={styles.note}>
      {countOf(count, 'record')} cannot be read: damaged, or of a newer version of Actiondesk.{' '}
      {count === 1 ? 'It is' : 'They are'} left alone; what is damaged goes after 30 days.
    </p>
  );
}
