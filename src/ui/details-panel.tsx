import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './details-panel.module.css';

/**
 * The details of one row, beside the grid; the whole page where that is narrow. Focus goes to its title when it opens,
 * and back to where it was, or to the grid, when it closes. Escape closes it.
 */
export function DetailsPanel({
  title,
  onClose,
  actions,
  children,
}: {
  title: string;
  onClose: () => void;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);

  // Focus is the browser's.
  useEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus();
    return () => {
      const isGone = opener === null || opener === document.body || !opener.isConnected;
      const home = isGone ? document.querySelector('main [role="grid"] [tabindex="0"]') : opener;
      if (home instanceof HTMLElement) home.focus();
    };
  }, []);

  return (
    <aside
      className={styles.panel}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
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
