import styles from './chart.module.css';

/** What a part of a chart stands for: each has its own colour. */
export type Tone =
  | 'approved'
  | 'scheduled'
  | 'review'
  | 'paused'
  | 'declined'
  | 'other'
  | 'failed'
  | 'notFound'
  | 'unknown'
  | 'firmware'
  | 'high'
  | 'medium'
  | 'low';

export interface Segment {
  readonly tone: Tone;
  readonly count: number;
  /** Tells segments of one tone apart. */
  readonly id?: string;
  /** What a segment that can be picked says under the pointer. */
  readonly hint?: string;
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

/**
 * A bar whose parts the pointer can pick. It is for the eye and the pointer alone: buttons of the same meaning must stand
 * beside it.
 */
export function PickBar({
  segments,
  onPick,
}: {
  segments: readonly Segment[];
  onPick: (id: string) => void;
}) {
  const shown = segments.filter(({ count }) => count > 0);
  return (
    <span className={`${styles.chart} ${styles.bar} ${styles.picks}`} aria-hidden="true">
      {shown.map(({ tone, count, hint, id = tone }) => (
        <button
          key={id}
          type="button"
          tabIndex={-1}
          title={hint}
          className={`${styles.segment} ${styles[tone]}`}
          style={{ flexGrow: count }}
          onClick={() => onPick(id)}
        />
      ))}
    </span>
  );
}

/** The color of a part, beside the words for it. */
export function Swatch({ tone, isSlim = false }: { tone: Tone; isSlim?: boolean }) {
  return (
    <span className={styles.chart} aria-hidden="true">
      <span className={`${styles.swatch} ${isSlim ? styles.slim : ''} ${styles[tone]}`} />
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
