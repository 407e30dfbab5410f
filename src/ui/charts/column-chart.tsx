import { Link, type LinkProps } from '@tanstack/react-router';
import { formatCount } from '../format.ts';
import styles from './chart.module.css';
import type { Segment } from './stacked-bar.tsx';

export interface Column {
  readonly id: string;
  /** Below the column. */
  readonly label: string;
  /** What the column says to people who don't see it: "14 drivers released 8 to 14 days ago". */
  readonly name: string;
  /** Where the column's items are listed. */
  readonly link?: LinkProps;
  /** From the bottom upwards. */
  readonly segments: readonly Segment[];
}

/** Columns of counts, each with its sum above and its label below. */
export function ColumnChart({ label, columns }: { label: string; columns: readonly Column[] }) {
  const highest = Math.max(1, ...columns.map(sumOf));
  return (
    <div className={styles.chart}>
      <ul className={styles.columns} aria-label={label}>
        {columns.map((column) => (
          <li
            key={column.id}
            className={styles.place}
            aria-label={column.link && sumOf(column) > 0 ? undefined : column.name}
          >
            {column.link && sumOf(column) > 0 ? (
              <Link {...column.link} className={styles.column} aria-label={column.name} title={column.name}>
                <Bars column={column} highest={highest} />
              </Link>
            ) : (
              <span className={styles.column}>
                <Bars column={column} highest={highest} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.labels} aria-hidden="true">
        {columns.map(({ id, label: below }) => (
          <span key={id}>{below}</span>
        ))}
      </div>
    </div>
  );
}

function Bars({ column, highest }: { column: Column; highest: number }) {
  return (
    <>
      <span className={styles.count} aria-hidden="true">
        {formatCount(sumOf(column))}
      </span>
      <span className={styles.stack} style={{ blockSize: `${(80 * sumOf(column)) / highest}%` }}>
        {column.segments
          .filter(({ count }) => count > 0)
          .toReversed()
          .map(({ tone, count }) => (
            <span key={tone} className={styles[tone]} style={{ flex: `${count} 1 0` }} />
          ))}
      </span>
    </>
  );
}

function sumOf({ segments }: Column): number {
  return segments.reduce((sum, { count }) => sum + count, 0);
}
