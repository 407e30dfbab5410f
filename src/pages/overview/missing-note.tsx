import { countOf } from '../../ui/format.ts';
import styles from './overview.module.css';

/** Says of a panel that it does not hold everything yet. */
export function MissingNote({ missing }: { missing: number }) {
  if (missing === 0) return null;
  return (
    <p className={styles.note} role="status">
      Without the drivers of {countOf(missing, 'profile')}: still loading, or not readable.
    </p>
  );
}
