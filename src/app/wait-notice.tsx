import { useSyncExternalStore } from 'react';
import type { Store } from '../lib/store.ts';
import { formatClock } from '../ui/format.ts';
import styles from './wait-notice.module.css';

/** Graph asked a read to wait: until when. */
export function WaitNotice({ waitingUntil }: { waitingUntil: Store<number | null> }) {
  const until = useSyncExternalStore(waitingUntil.subscribe, waitingUntil.get);
  return (
    <div role="status" className={styles.place}>
      {until !== null && (
        <p className={styles.notice}>
          Reading goes on at {formatClock(until)}: Microsoft Graph’s limits ask for a pause, or it did not
          answer.
        </p>
      )}
    </div>
  );
}
