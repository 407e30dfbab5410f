import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Problem } from '../lib/problem.ts';
import { showHidden } from '../lib/visible-text.ts';
import { Button } from './button.tsx';
import styles from './confirm-dialog.module.css';
import { isTypedNumber, NumberField } from './number-field.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { useIsOutOfSight } from './use-is-out-of-sight.ts';

/**
 * The last step before anything is sent: the title is the decision, the body its consequence, the button the verb.
 * The browser's own modal dialog: the page behind is inert, Escape closes the dialog, and focus goes back to where it
 * was. The number to type has the focus from the beginning, and Enter there confirms. While a run starts, a second click does nothing.
 * A field marked with `data-first-field`, of a small decision that is made but for a word to type, has the focus otherwise, and
 * Enter there confirms. In a text of several lines, Ctrl+Enter presses the button.
 *
 * @param props.confirm undefined while there is nothing to confirm; `disabled` says why not yet; `number` must be typed
 *   first, and `why` says what makes a click alone too little
 * @param props.confirm.other another thing to do with what the dialog holds, which sends nothing: it waits for no number
 * @param props.context below the title: where the decision applies
 * @param props.foot beside the buttons: who decides
 */
export function ConfirmDialog({
  title,
  context,
  confirm,
  closeLabel = confirm ? 'Cancel' : 'Close',
  isStarting,
  startingLabel = 'Starting…',
  problem,
  onClose,
  foot,
  children,
}: {
  title: string;
  context?: ReactNode;
  confirm:
    | {
        readonly label: string;
        readonly disabled?: string | undefined;
        readonly number?: number | undefined;
        readonly why?: string | undefined;
        /** What the number stands for: a number typed for another decision counts for nothing. */
        readonly subject?: string | undefined;
        readonly onConfirm: () => void;
        /** Has the focus at first, so that Enter confirms: for a small decision that one key has asked for. */
        readonly isDefault?: boolean | undefined;
        readonly other?:
          | { readonly label: string; readonly hint: string; readonly onClick: () => void }
          | undefined;
      }
    | undefined;
  closeLabel?: string;
  isStarting: boolean;
  startingLabel?: string;
  problem: Problem | undefined;
  onClose: () => void;
  foot?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const confirmButton = useRef<HTMLButtonElement>(null);
  const numberField = useRef<HTMLInputElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const hasMore = useIsOutOfSight(end);
  const { number, subject = '' } = confirm ?? {};
  const [entry, setEntry] = useState({ subject, typed: '' });
  const typed = entry.subject === subject ? entry.typed : '';
  const isTyped = number === undefined || isTypedNumber(typed, number);
  const whyNot = confirm?.disabled ?? (isTyped ? undefined : `Type ${number} to confirm`);

  const isDefault = useRef(confirm?.isDefault);
  // Before it leaves the page, a dialog must close: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    if (isDefault.current) confirmButton.current?.focus();
    // A grave decision waits for it. The keyboard of a touch screen would hide what is decided.
    const first = numberField.current ?? element?.querySelector<HTMLElement>('[data-first-field]');
    if (!matchMedia('(pointer: coarse)').matches) first?.focus();
    return () => element?.close();
  }, []);

  /** Closing can't take back a run that has begun to start: its results are seconds away. */
  const close = () => {
    if (!isStarting) onClose();
  };

  return (
    <dialog
      ref={dialog}
      className={styles.surface}
      aria-labelledby={id}
      aria-describedby={context ? `${id}-context` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClose={() => {
        // A browser lets a second Escape through. An event from before the dialog reopened means nothing.
        if (dialog.current?.open) return;
        if (isStarting) dialog.current?.showModal();
        else onClose();
      }}
    >
      <form
        className={styles.form}
        // Enter in a field confirms nothing, but for that of the number and a first one: the decision is a press of its own button.
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={({ key, ctrlKey, metaKey, target, repeat, nativeEvent }) => {
          const isFirst = target instanceof Element && target.matches('[data-first-field]');
          // In a text of several lines, Enter begins the next one.
          const isChord = (ctrlKey || metaKey) && target instanceof HTMLTextAreaElement;
          if (key !== 'Enter' || repeat || !(isFirst || isChord) || nativeEvent.isComposing) return;
          if (!isStarting && whyNot === undefined) confirm?.onConfirm();
        }}
      >
        <h2 id={id} className={styles.title}>
          <bdi>{title}</bdi>
        </h2>
        {context && (
          <p id={`${id}-context`} className={styles.context}>
            {context}
          </p>
        )}
        <div className={styles.content}>
          {problem && <ProblemBanner problem={problem} />}
          {children}
          <div ref={end} className={styles.end} />
        </div>
        {/* Outside of what scrolls: the number that is asked for stays in sight beside the button that waits for it. */}
        <div className={hasMore ? `${styles.footer} ${styles.hasMore}` : styles.footer}>
          {number !== undefined && (
            <NumberField
              number={number}
              why={confirm?.why ?? 'Required because this change is large or hard to undo.'}
              typed={typed}
              field={numberField}
              onEnter={() => {
                if (!isStarting && whyNot === undefined) confirm?.onConfirm();
              }}
              onType={(next) => setEntry({ subject, typed: next })}
            />
          )}
          <div className={styles.actions}>
            {foot && (
              <div className={styles.foot}>
                {confirm?.disabled && <div className={styles.whyNot}>{confirm.disabled}.</div>}
                {foot}
              </div>
            )}
            <div className={styles.buttons}>
              <Button type="button" disabledFocusable={isStarting} onClick={close}>
                {closeLabel}
              </Button>
              {confirm?.other && (
                <Button
                  type="button"
                  onClick={confirm.other.onClick}
                  disabledFocusable={isStarting || confirm.disabled !== undefined}
                  title={confirm.disabled ?? confirm.other.hint}
                >
                  {confirm.other.label}
                </Button>
              )}
              {confirm && (
                <Button
                  ref={confirmButton}
                  type="button"
                  appearance="primary"
                  onClick={confirm.onConfirm}
                  disabledFocusable={isStarting || whyNot !== undefined}
                  title={whyNot}
                >
                  {isStarting ? startingLabel : confirm.label}
                </Button>
              )}
            </div>
          </div>
        </div>
      </form>
    </dialog>
  );
}

/** Beside a name with hidden or look-alike letters: the id tells it from the name that it imitates. */
export function DeceptiveId({ id }: { id: string }) {
  return (
    <>
      {' '}
      (may look like another name; ID <code>{showHidden(id)}</code>)
    </>
  );
}

/** A list of targets or of skipped items, scrollable by mouse and keyboard. */
export function DialogList({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard to be scrolled
    <ul className={styles.list} aria-label={label} tabIndex={0}>
      {children}
    </ul>
  );
}
