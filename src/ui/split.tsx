import type { ReactNode } from 'react';
import styles from './split.module.css';

/** A list, and the details of one of its rows beside it. */
export function Split({ list, details }: { list: ReactNode; details: ReactNode }) {
  return (
    <div className={styles.split}>
      <div className={styles.list}>{list}</div>
      {details}
    </div>
  );
}
