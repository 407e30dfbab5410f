import { useRouteContext } from '@tanstack/react-router';
import { useFollowedHistory, useHistory } from '../history/use-history.ts';
import { countOf, formatCount } from '../ui/format.ts';
import styles from './navigation.module.css';

/** How many results in the history need attention, beside the link to it; in red where something failed or is stuck. */
export function HistoryAttention() {
  const context = useRouteContext({ from: '__root__' });
  useFollowedHistory(context);
  const { attention, isFailure } = useHistory(context).around.results;
  if (attention === 0) return null;
  return (
    <>
      <span className={styles.spoken}>, {countOf(attention, 'needs attention', 'need attention')}</span>
      <span className={isFailure ? `${styles.count} ${styles.failed}` : styles.count} aria-hidden="true">
        {formatCount(attention)}
      </span>
    </>
  );
}
