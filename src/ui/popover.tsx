import { type ReactNode, useId, useRef } from 'react';
import styles from './popover.module.css';

/** What a popover's button must carry. */
export interface PopoverTriggerProps {
  readonly ref: (button: HTMLButtonElement | null) => void;
  readonly popoverTarget: string;
}

/**
 * A panel that opens below its button, in the browser's top layer: Escape and a click elsewhere close it, and focus
 * goes back to the button, all by the browser itself.
 */
export function Popover({
  trigger,
  children,
}: {
  trigger: (props: PopoverTriggerProps) => ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      {trigger({
        ref: (element) => {
          button.current = element;
        },
        popoverTarget: id,
      })}
      <div
        id={id}
        popover="auto"
        className={styles.panel}
        onToggle={(event) => {
          if (event.newState === 'open' && button.current) placeBelow(event.currentTarget, button.current);
        }}
      >
        {children}
      </div>
    </>
  );
}

/** Below the button and flush with its start; moved inwards where the window ends. */
function placeBelow(panel: HTMLElement, button: HTMLElement): void {
  const { left, right, bottom } = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const start = getComputedStyle(button).direction === 'rtl' ? right - width : left;
  panel.style.left = `${Math.max(8, Math.min(start, innerWidth - width - 8))}px`;
  panel.style.top = `${Math.max(8, Math.min(bottom + 4, innerHeight - height - 8))}px`;
}
