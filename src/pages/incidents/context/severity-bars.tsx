import { SeverityMark } from '../../../resources/incidents/severity-mark.tsx';
import styles from './severity-bars.module.css';

/** The severity as bars; its word is for screen readers, and for the pointer. */
export function SeverityBars({ severity }: { severity: string }) {
  return (
    <span className={styles.bars}>
      <SeverityMark incident={{ severity: severity || 'unknown' }} />
    </span>
  );
}
