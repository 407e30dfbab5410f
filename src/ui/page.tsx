import { type ReactNode, useEffect, useRef } from 'react';
import styles from './page.module.css';
import { useTitleMark } from './title-mark.ts';

/** The page that was loaded keeps the browser's own focus; every later one moves it to its heading. */
let isFirstPage = true;

/**
 * Where the page belongs, title, facts and commands on one line, where there is room; then whatever the page holds.
 *
 * @param props.commands with the notes that belong to them, each of which takes a line below
 */
export function Page({
  title,
  breadcrumb,
  facts,
  commands,
  children,
}: {
  title: string;
  breadcrumb?: ReactNode;
  facts?: ReactNode;
  commands?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        {breadcrumb && <div className={styles.breadcrumb}>{breadcrumb}</div>}
        <PageHeading title={title} />
        {facts && <div className={styles.facts}>{facts}</div>}
        {commands}
      </div>
      {children}
    </div>
  );
}

/** The heading of a page, and the name of its window. After a change of page, the focus goes there. */
export function PageHeading({ title }: { title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const mark = useTitleMark();

  // Focus is the browser's: after a change of page, screen readers go on from the heading.
  useEffect(() => {
    if (!isFirstPage && !isTyping()) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, []);

  return (
    <>
      <title>{`${mark}${title} - Actiondesk`}</title>
      <h1 ref={heading} tabIndex={-1} className={styles.title} title={title}>
        <bdi>{title}</bdi>
      </h1>
    </>
  );
}

/** True while a person writes in a field that outlives the page, such as the search of the header. */
function isTyping(): boolean {
  const focused = document.activeElement;
  return focused instanceof HTMLInputElement && focused.value !== '';
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
