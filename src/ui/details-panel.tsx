import { Button } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { CommandButton, useCommandKeys } from './command-bar.tsx';
import type { Command } from './commands.ts';
import styles from './details-panel.module.css';

/** The ways to the rows before and after the one that is shown; undefined at an end of the list. */
export interface Steps {
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
}

/**
 * The details of one row: docked beside the list in a wide window, over its right part in others, and the whole page in a
 * narrow one. Focus goes to its title when it opens and stays where it is while it shows one row after the other. When it
 * closes, the focus goes back to where it was, or to the grid. Escape closes it from anywhere on the page, but for fields
 * and what floats above the page: there Escape has its own meaning.
 *
 * @param props.facts one short line below the title
 * @param props.steps absent where there is no list to move through
 * @param props.commands what can be done with this row. A key that the page's own commands have too belongs to these, as
 *   long as the panel is open
 */
export function DetailsPanel({
  title,
  facts,
  subject,
  steps,
  onClose,
  commands = none,
  children,
}: {
  title: string;
  facts?: ReactNode;
  /** The id of the row: rows may share a title. */
  subject: string;
  steps?: Steps | undefined;
  onClose: () => void;
  commands?: readonly Command[];
  children: ReactNode;
}) {
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  const [opened] = useState(subject);
  const actions = useRef<HTMLDivElement>(null);
  useCommandKeys(commands, actions);

  useFocusInside(heading);

  // What scrolls is the browser's: another row is read from its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the subject is what the panel shows
  useEffect(() => {
    body.current?.scrollTo({ top: 0 });
  }, [subject]);

  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const { target } = event;
      const isElsewhere =
        target instanceof Element && target.closest('dialog, [popover], input, textarea, select');
      if (event.key === 'Escape' && !event.defaultPrevented && !isElsewhere) close.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  function onTitleKey(event: KeyboardEvent) {
    const step =
      event.key === 'ArrowDown' ? steps?.next : event.key === 'ArrowUp' ? steps?.previous : undefined;
    if (!step) return;
    event.preventDefault();
    step();
  }

  return (
    <aside ref={panel} className={styles.panel} aria-labelledby={id}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <h2
            id={id}
            ref={heading}
            tabIndex={-1}
            className={styles.title}
            title={title}
            data-details-title=""
            onKeyDown={onTitleKey}
          >
            <bdi>{title}</bdi>
          </h2>
          {facts && <p className={styles.about}>{facts}</p>}
        </div>
        {steps && (
          <>
            <StepButton label="Previous" icon={<ArrowUpRegular />} step={steps.previous} />
            <StepButton label="Next" icon={<ArrowDownRegular />} step={steps.next} />
          </>
        )}
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={`Close details of ${title}`}
          onClick={onClose}
        />
      </header>
      {commands.length > 0 && (
        <div ref={actions} className={styles.actions}>
          {commands.map((command) => (
            <CommandButton key={command.label} command={command} />
          ))}
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard to be scrolled */}
      <section ref={body} className={styles.body} aria-labelledby={id} tabIndex={0}>
        {children}
      </section>
      {/* The first title is spoken with the focus. */}
      <span role="status" className={styles.spoken}>
        {subject !== opened && title}
      </span>
    </aside>
  );
}

const none: readonly Command[] = [];

function StepButton({
  label,
  icon,
  step,
}: {
  label: string;
  icon: React.JSX.Element;
  step: (() => void) | undefined;
}) {
  return (
    <Button
      appearance="subtle"
      icon={icon}
      aria-label={label}
      title={label}
      disabledFocusable={!step}
      onClick={step}
    />
  );
}

/** Focus is the browser's: it goes to the title, and in the end back to the grid, or to what it came from elsewhere. */
function useFocusInside(heading: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      if (document.activeElement !== document.body) return;
      const isElsewhere = opener?.isConnected && opener !== document.body && !opener.closest('[role="grid"]');
      const home = isElsewhere ? opener : document.querySelector('main [role="grid"] [tabindex="0"]');
      if (home instanceof HTMLElement) home.focus({ preventScroll: true });
    };
  }, [heading]);
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
