import { type ReactNode, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import styles from './print-sheet.module.css';

/**
 * What paper shows in place of the page. Made only while the browser prints: there may be thousands of rows.
 *
 * @param props.isWide the sheet holds a table with many columns, and lies on its side
 */
export function PrintSheet({ isWide = false, children }: { isWide?: boolean; children: () => ReactNode }) {
  const isPrinting = useIsPrinting();
  if (!isPrinting) return null;
  return createPortal(
    <div className={isWide ? `${styles.sheet} ${styles.wide}` : styles.sheet} data-print-sheet="">
      {children()}
    </div>,
    document.body,
  );
}

function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes the page as it stands when this listener returns.
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return isPrinting;
}
