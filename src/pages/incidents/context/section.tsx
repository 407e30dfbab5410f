import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatCount } from '../../../ui/format.ts';
import { type IncidentTab, idInAddress } from '../search.ts';
import styles from './section.module.css';

/**
 * A part of the context: its heading, a count that may lead to the whole of it, and what else there is to say of it. It is
 * no landmark: the context is one, and a tab may have the same name.
 */
export function Section({
  title,
  count,
  of,
  aside,
  children,
}: {
  title: string;
  /** Undefined until it is known. */
  count?: number | undefined;
  /** The tab that has all of it. */
  of?: { readonly incidentId: string; readonly tab: IncidentTab } | undefined;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.section}>
      <header className={styles.header}>
        <h3 className={styles.title}>{title}</h3>
        {count !== undefined && count > 0 && (
          <span className={styles.count}>
            {of ? (
              <TabLink {...of} name={`${formatCount(count)}, show all ${title.toLowerCase()}`}>
                {formatCount(count)}
              </TabLink>
            ) : (
              formatCount(count)
            )}
          </span>
        )}
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </header>
      {children}
    </section>
  );
}

/** Leads to a tab of the incident; the list beside it stays as it is. */
export function TabLink({
  incidentId,
  tab,
  task,
  name,
  children,
}: {
  incidentId: string;
  tab?: IncidentTab | undefined;
  /** The task that is unfolded there. */
  task?: string | undefined;
  name?: string;
  children: ReactNode;
}) {
  return (
    <Link
      to="/incidents/$incidentId"
      params={{ incidentId: idInAddress(incidentId) }}
      search={(before) => ({ ...before, tab, task })}
      className={styles.link}
      aria-label={name}
    >
      {children}
    </Link>
  );
}

/** In place of rows that are loading, each as high as a row will be. */
export function Bones({ rows, isTall = false }: { rows: number; isTall?: boolean }) {
  return (
    <div className={styles.bones} aria-hidden="true">
      {Array.from({ length: rows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <span key={at} className={isTall ? `${styles.bone} ${styles.tall}` : styles.bone} />
      ))}
    </div>
  );
}

/** That there is nothing in a section, or that it couldn't be loaded. */
export function Nothing({ children }: { children: ReactNode }) {
  return <p className={styles.nothing}>{children}</p>;
}
