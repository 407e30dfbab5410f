import { showName } from '../../lib/visible-text.ts';
import styles from './ring-name.module.css';

/** A profile, with its number among the rings where it is one. */
export function RingName({ name, ring }: { name: string; ring: number | undefined }) {
  return (
    <span className={styles.name}>
      <span className={ring === undefined ? styles.none : styles.ring}>
        {ring !== undefined && (
          <>
            <span className={styles.unseen}>Ring </span>
            {ring}
          </>
        )}
      </span>
      <bdi>{showName(name)}</bdi>
    </span>
  );
}
