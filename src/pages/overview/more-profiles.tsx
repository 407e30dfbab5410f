import { countOf } from '../../ui/format.ts';
import styles from './overview.module.css';

/** Says of a panel that not every profile has a line in it. */
export function MoreProfiles({ count }: { count: number }) {
  if (count === 0) return null;
  return <p className={styles.note}>and {countOf(count, 'more profile')}</p>;
}
