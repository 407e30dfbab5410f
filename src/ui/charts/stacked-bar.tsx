import styles from './chart.module.css';

/** What a part of a chart stands for: each has its own colour. */
export type Tone =
  | 'approved'
  | 'scheduled'
  | 'review'
  | 'paused'
  | 'declined'
  | 'other'
  | 'firmware'
  | 'high'
  | 'medium'
  | 'low';

export interface Segment {
  readonly tone: Tone;
  readonly count: number;
  /** Tells segments of one tone apart. */
  readonly id?: string;
}

/** A bar whose parts stand for counts. The bar is for the eye alone: the counts stand beside it, or in its name. */
export function StackedBar({
  segments,
  total,
  isThin = false,
}: {
  segments: readonly Segment[];
  total?: number;
  isThin?: boolean;
}) {
  const shown = segments.filter(({ count }) => count > 0);
  const sum = shown.reduce((before, { count }) => before + count, 0);
  const rest = Math.max(0, (total ?? sum) - sum);
  return (
    <span className={`${styles.chart} ${styles.bar} ${isThin ? styles.thin : ''}`} aria-hidden="true">
      {shown.map(({ tone, count, id = tone }) => (
        <span key={id} className={`${styles.segment} ${styles[tone]}`} style={{ flexGrow: count }} />
      ))}
      {rest > 0 && <span className={`${styles.segment} ${styles.other}`} style={{ flexGrow: rest }} />}
    </span>
  );
}

/** The color of one part. */
export function Swatch({ tone }: { tone: Tone }) {
  return (
    <span className={styles.chart} aria-hidden="true">
      <span className={`${styles.swatch} ${styles[tone]}`} />
    </span>
  );
}

/** What the colours of a chart stand for. */
export function Legend({ keys }: { keys: readonly { readonly tone: Tone; readonly label: string }[] }) {
  return (
    <span className={`${styles.chart} ${styles.legend}`} aria-hidden="true">
      {keys.map(({ tone, label }) => (
        <span key={label} className={styles.key}>
          <span className={`${styles.swatch} ${styles[tone]}`} />
          {label}
        </span>
      ))}
    </span>
  );
}
