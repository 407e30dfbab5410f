import { type KeyboardEvent, type RefObject, useLayoutEffect, useState } from 'react';
import { useKeys } from '../ui/keys/keys.ts';

/** Makes the open panel a page, and a panel again. */
export const fullPageKey = 'F';

/**
 * The panel over the whole page: with a key, with a button, and by itself in a small window. What it covers can't be
 * reached meanwhile.
 */
export function useFullPage({
  panel,
  isOpen,
  isSmall,
  onClose,
}: {
  panel: RefObject<HTMLElement | null>;
  isOpen: boolean;
  isSmall: boolean;
  onClose: () => void;
}) {
  const [isWanted, setFull] = useState(false);
  const isFull = isOpen && (isWanted || isSmall);

  // Before anything is painted, and back again before a closed panel leaves its focus.
  useLayoutEffect(() => {
    if (!isFull) return;
    const covered = document.querySelectorAll<HTMLElement>(isSmall ? 'header, nav, main' : 'nav, main');
    const outside = [...covered].filter((element) => !panel.current?.contains(element));
    for (const element of outside) element.inert = true;
    return () => {
      for (const element of outside) element.inert = false;
    };
  }, [isFull, isSmall, panel]);

  function toggle() {
    const inside = panel.current?.contains(document.activeElement);
    setFull(!isWanted);
    // What is covered can't keep the focus.
    if (!inside) panel.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  }
  const key = { keys: fullPageKey, label: isWanted ? 'Leave full page' : 'Full page', onPress: toggle };
  useKeys('Results', isOpen && !isSmall ? [key] : []);

  function onKeyDown(event: KeyboardEvent) {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (event.defaultPrevented || ctrlKey || metaKey || altKey || !(target instanceof Element)) return;
    // A dialog and a field have their own keys.
    if (target.closest('dialog, input, select, textarea')) return;
    if (key === 'Escape' && isWanted) setFull(false);
    else if (key === 'Escape' && isFull) onClose();
    else return;
    event.preventDefault();
  }
  return { isFull, toggle, onKeyDown };
}
