import type { Incident } from '../../graph/incidents.ts';
import styles from './severity-mark.module.css';
import { severityText } from './words.ts';

/** How many of three bars a severity has; a severity that is not listed has none. */
const bars: Readonly<Record<string, number>> = { high: 3, medium: 2, low: 1 };

/** Where each bar stands, and how high it is. */
const places = [
  { x: 0, height: 5 },
  { x: 5, height: 9 },
  { x: 10, height: 13 },
] as const;

/**
 * The severity of an incident: bars and a word.
 *
 * @param props.incident undefined where it has not been read
 * @param props.isBare the word is for the pointer and screen readers alone
 */
export function SeverityMark({
  incident,
  isLoading = false,
  isBare = false,
}: {
  incident: Pick<Incident, 'severity'> | undefined;
  isLoading?: boolean;
  isBare?: boolean;
}) {
  const count = incident ? (bars[incident.severity] ?? 0) : 0;
  const look = incident ? styles[incident.severity] : styles.notLoaded;
  const missing = isLoading ? 'Loading severity…' : 'Severity not loaded';
  const text = incident ? severityText(incident) : missing;
  return (
    <span className={`${styles.mark} ${look ?? ''}`} title={isBare ? text : undefined}>
      <svg viewBox="0 0 14 14" className={styles.bars} aria-hidden="true">
        {places.map(({ x, height }, place) => (
          <rect
            key={x}
            x={x}
            y={14 - height}
            width={3.5}
            height={height}
            rx={1}
            className={place < count ? undefined : styles.off}
          />
        ))}
      </svg>
      <span className={isBare ? styles.unseen : undefined}>{text}</span>
    </span>
  );
}
