import { Link } from '@tanstack/react-router';
import { countOf } from '../../ui/format.ts';
import styles from './overview.module.css';

/** Says of a panel that not every profile has a line in it. */
export function MoreProfiles({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p className={styles.note}>
      <Link to="/profiles">and {countOf(count, 'more profile')}</Link>
    </p>
  );
}
