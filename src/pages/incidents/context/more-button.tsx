import type { ReactNode } from 'react';
import styles from './more-button.module.css';

/** Shows the rest of a list in place. */
export function MoreButton({ onShow, children }: { onShow: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.more} onClick={onShow}>
      {children}
    </button>
  );
}
