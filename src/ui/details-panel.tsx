import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './details-panel.module.css';

/**
 * The details of one row, beside the grid; the whole page where that is narrow. Focus goes to its title when it opens or
 * shows another row, and back to where it was, or to the grid, when it closes. Escape closes it from anywhere on the
 * page, but for fields and what floats above the page: there Escape has its own meaning.
 */
export function DetailsPanel({
  title,
  subject,
  onClose,
  actions,
  children,
}: {
  title: string;
  /** The id of the row: rows may share a title. */
  subject: string;
  onClose: () => void;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const openedFrom = useRef<Element | null>(null);
  const close = useRef(onClose);
  close.current = onClose;

  // Focus is the browser's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the subject is what the panel shows
  useEffect(() => {
    const focused = document.activeElement;
    if (!panel.current?.contains(focused)) openedFrom.current = focused;
    heading.current?.focus();
  }, [subject]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      const isElsewhere =
        target instanceof Element && target.closest('dialog, [popover], input, textarea, select');
      if (event.key === 'Escape' && !event.defaultPrevented && !isElsewhere) close.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      const opener = openedFrom.current;
      const isGone = opener === null || opener === document.body || !opener.isConnected;
      const home = isGone ? document.querySelector('main [role="grid"] [tabindex="0"]') : opener;
      if (home instanceof HTMLElement) home.focus();
    };
  }, []);

  return (
    <aside ref={panel} className={styles.panel} aria-labelledby={id}>
      <header className={styles.header}>
        <h2 id={id} ref={heading} tabIndex={-1} className={styles.title} title={title}>
          <bdi>{title}</bdi>
        </h2>
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={`Close details of ${title}`}
          onClick={onClose}
        />
      </header>
      {actions && <div className={styles.actions}>{actions}</div>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard to be scrolled */}
      <section className={styles.body} aria-labelledby={id} tabIndex={0}>
        {children}
      </section>
    </aside>
  );
}

/** Names and values, one a line. */
export function Facts({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
