import { type ReactNode, useId } from 'react';
import styles from './overview.module.css';

/** A part of the overview: a title, what it counts, and a way to the whole. */
export function Panel({
  title,
  total,
  note,
  end,
  children,
}: {
  title: string;
  total?: ReactNode;
  note?: ReactNode;
  end?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.panelHead}>
        <h2 id={id} className={styles.panelTitle}>
          {title}
        </h2>
        {total !== undefined && <span className={styles.total}>{total}</span>}
        {note && <span className={styles.note}>{note}</span>}
        {end && <span className={styles.end}>{end}</span>}
      </div>
      {children}
    </section>
  );
}
