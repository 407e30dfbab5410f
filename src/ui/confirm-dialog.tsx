import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Problem } from '../lib/problem.ts';
import styles from './confirm-dialog.module.css';
import { ProblemBanner } from './problem-banner.tsx';

/**
 * The last step before something is sent: the title is the decision, the body its consequence, the button the verb.
 * It closes by Cancel and Escape; while it starts, a second click does nothing.
 *
 * @param props.confirm undefined while there is nothing to confirm; `disabled` says why not yet
 */
export function ConfirmDialog({
  title,
  confirm,
  isStarting,
  problem,
  onClose,
  children,
}: {
  title: string;
  confirm:
    | { readonly label: string; readonly disabled?: string | undefined; readonly onConfirm: () => void }
    | undefined;
  isStarting: boolean;
  problem: Problem | undefined;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, { open }) => open || onClose()}>
      <DialogSurface className={styles.surface}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!isStarting && confirm?.disabled === undefined) confirm?.onConfirm();
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {problem && <ProblemBanner problem={problem} />}
              {children}
            </DialogContent>
            <DialogActions fluid>
              <Button type="button" onClick={onClose}>
                {confirm ? 'Cancel' : 'Close'}
              </Button>
              {confirm && (
                <Button
                  type="submit"
                  appearance="primary"
                  disabledFocusable={isStarting || confirm.disabled !== undefined}
                  title={confirm.disabled}
                >
                  {isStarting ? 'Starting…' : confirm.label}
                </Button>
              )}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

/** A list of targets or of what is left out, scrollable by mouse and keyboard. */
export function DialogList({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard to be scrolled
    <ul className={styles.list} aria-label={label} tabIndex={0}>
      {children}
    </ul>
  );
}
