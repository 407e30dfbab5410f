import { useEffect, useRef, useState } from 'react';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useNow } from '../ui/use-now.ts';

const longest = 30 * 60_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/**
 * After half an hour without a touch of keyboard or mouse, asks whether somebody is there: whoever comes back sees old
 * lists, and may not be the person who left. Nothing can be done behind a modal dialog; what runs already goes on.
 *
 * @param props.onBack reads again what is shown
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
      closeLabel="I am still here"
      isStarting={false}
      problem={undefined}
      onClose={() => {
        lastSign.current = Date.now();
        setLeftAt(null);
        onBack();
      }}
    >
      <p>
        Nobody has used this page for half an hour. Nothing is lost. What was started goes on, unless it had
        to pause: “Outcomes” tells. The lists are read again as soon as you close this.
      </p>
    </ConfirmDialog>
  );
}
