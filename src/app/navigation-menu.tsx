import { DismissRegular } from '@fluentui/react-icons/headless/svg/dismiss';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Button } from '../ui/button.tsx';
import styles from './navigation-menu.module.css';

/**
 * The navigation over the page, where the window has no room beside it. The browser's own modal dialog: Escape closes it,
 * the page behind is inert, and focus goes back to the button. A page that is chosen closes it, too.
 */
export function NavigationMenu({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before it leaves the page, a dialog must close: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes the dialog, and links are links by keyboard, too
    <dialog
      ref={dialog}
      className={styles.menu}
      aria-label="Menu"
      onClose={onClose}
      onClick={({ target, currentTarget }) => {
        // The dialog itself is what lies behind its contents.
        if (target === currentTarget || (target instanceof Element && target.closest('a'))) onClose();
      }}
    >
      <div className={styles.content}>
        <header className={styles.head}>
          <span className={styles.name}>Actiondesk</span>
          <Button appearance="subtle" icon={<DismissRegular />} aria-label="Close menu" onClick={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  );
}
