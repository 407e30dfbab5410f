import type { PlacedColumn } from './column-layout.ts';
import styles from './data-grid.module.css';

interface GridSkeletonProps<Row> {
  readonly rows: number;
  readonly columns: readonly PlacedColumn<Row>[];
}

/** Lines in the shape of the rows to come. */
export function GridSkeleton<Row>({ rows, columns }: GridSkeletonProps<Row>) {
  const lines = Array.from({ length: rows }, (_, line) => line);
  return (
    <div aria-hidden="true">
      {lines.map((line) => (
        <div key={line} className={styles.skeletonRow}>
          {columns.map(({ column, style }) => (
            <div key={column.id} className={styles.skeleton} style={style} />
          ))}
        </div>
      ))}
    </div>
  );
}
