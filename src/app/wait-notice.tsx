import { useSyncExternalStore } from 'react';
import type { Store } from '../lib/store.ts';
import type { TimedWait } from '../lib/timed-wait.ts';
import { WaitText } from '../ui/wait-text.tsx';
import styles from './wait-notice.module.css';

/** That a read of the page waits, why, and for how long. */
export function WaitNotice({ waiting }: { waiting: Store<TimedWait | null> }) {
  const wait = useSyncExternalStore(waiting.subscribe, waiting.get);
  return (
    <div role="status" className={styles.place}>
      {wait && <WaitText wait={wait} className={styles.notice} />}
    </div>
  );
}
