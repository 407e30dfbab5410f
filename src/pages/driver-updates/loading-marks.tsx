import { ArrowSyncRegular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import styles from './loading-marks.module.css';

export const notLoadedYet = 'Not loaded yet';

/** In the head of a profile of which pages are still to come. */
export function StillLoading() {
  return (
    <span className={styles.head} role="img" aria-label="Loading" title="Loading more drivers">
      <ArrowSyncRegular />
    </span>
  );
}

/** In the column of such a profile: whether it lists the driver isn’t known yet. */
export function NotLoadedYet() {
  return (
    <span className={styles.cell} role="img" aria-label={notLoadedYet} title={notLoadedYet}>
      …
    </span>
  );
}
