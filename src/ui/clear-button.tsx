import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './clear-button.module.css';

/**
 * A button that disappears with what it clears; focus goes to the first control beside it, and not to nowhere.
 *
 * @param props.isIdle there is nothing to clear: the button's room is kept, so that nothing moves when there is
 */
export function ClearButton({
  onClear,
  isIdle = false,
  children,
}: {
  onClear: () => void;
  isIdle?: boolean;
  children: ReactNode;
}) {
  return (
    <Button
      className={isIdle ? styles.idle : undefined}
      appearance="subtle"
      size="small"
      onClick={({ currentTarget }) => {
        const group = currentTarget.closest('[role="toolbar"], search') ?? currentTarget.closest('main');
        group?.querySelector<HTMLElement>('input, button')?.focus();
        onClear();
      }}
    >
      {children}
    </Button>
  );
}
