import { useEffect, useRef, useState } from 'react';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useNow } from '../ui/use-now.ts';

const longest = 30 * 60_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/**
 * After 30 minutes without a key or the mouse, asks whether the person is still there: the lists are old by then, and
 * another person may have sat down. A modal dialog blocks the page; runs in progress continue.
 *
 * @param props.onBack refreshes the page
 */
export function IdleNotice({ onBack }: { onBack: () => void }) {
  const now = useNow();
  const lastSign = useRef(now);
  const [leftAt, setLeftAt] = useState<number | null>(null);

  useEffect(() => {
    const notice = () => {
      lastSign.current = Date.now();
    };
    for (const sign of signs) addEventListener(sign, notice, { capture: true, passive: true });
    return () => {
      for (const sign of signs) removeEventListener(sign, notice, { capture: true });
    };
  }, []);

  useEffect(() => {
    if (now - lastSign.current >= longest) setLeftAt((before) => before ?? lastSign.current);
  }, [now]);

  if (leftAt === null) return null;
  return (
    <ConfirmDialog
      title="Are you still there?"
      confirm={undefined}
      closeLabel="Continue"
      isStarting={false}
      problem={undefined}
      onClose={() => {
        lastSign.current = Date.now();
        setLeftAt(null);
        onBack();
      }}
    >
      <p>
        This page has been idle for 30 minutes. Runs in progress continued unless they were interrupted; see
        Results. Lists refresh when you continue.
      </p>
    </ConfirmDialog>
  );
}
