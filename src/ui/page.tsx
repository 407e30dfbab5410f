import { type ReactNode, useEffect, useRef } from 'react';
import styles from './page.module.css';

/** The page that was loaded keeps the browser's own focus; every later one moves it to its heading. */
let isFirstPage = true;

/** Title, one line of facts, then whatever the page holds. */
export function Page({
  title,
  breadcrumb,
  facts,
  children,
}: {
  title: string;
  breadcrumb?: ReactNode;
  facts?: ReactNode;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);

  // Focus is the browser's: after a change of page, screen readers go on from the heading.
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, []);

  return (
    <div className={styles.page}>
      <title>{`${title} - Actiondesk`}</title>
      {breadcrumb}
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        <bdi>{title}</bdi>
      </h1>
      {facts && <div className={styles.facts}>{facts}</div>}
      {children}
    </div>
  );
}

/** What a page shows when there is nothing, and why that may be normal. */
export function EmptyState({ title, children }: { title?: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      {title !== undefined && <p className={styles.emptyTitle}>{title}</p>}
      {children}
    </div>
  );
}
