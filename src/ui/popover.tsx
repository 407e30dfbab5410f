import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styles from './popover.module.css';

/** What a popover's button must carry. */
export interface PopoverTriggerProps {
  readonly ref: (button: HTMLButtonElement | null) => void;
  readonly popoverTarget: string;
}

/**
 * A panel that opens below its button, in the browser's top layer: Escape and a click elsewhere close it, and focus
 * goes back to the button, all by the browser itself.
 *
 * @param props.children what is in the panel; a function makes that while the panel is open, and can close it
 */
export function Popover({
  trigger,
  children,
}: {
  trigger: (props: PopoverTriggerProps) => ReactNode;
  children: ReactNode | ((close: () => void) => ReactNode);
}) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  // What is drawn when the panel opens gives the panel its size only then.
  useEffect(() => {
    const [opened, opener] = [panel.current, button.current];
    if (!isOpen || !opened || !opener) return;
    const sizes = new ResizeObserver(() => placeBelow(opened, opener));
    sizes.observe(opened);
    return () => sizes.disconnect();
  }, [isOpen]);
  return (
    <>
      {trigger({
        ref: (element) => {
          button.current = element;
        },
        popoverTarget: id,
      })}
      <div
        ref={panel}
        id={id}
        popover="auto"
        className={styles.panel}
        // Content from a function is drawn before the panel opens, and stays until the focus has left.
        onBeforeToggle={({ newState }) => newState === 'open' && setOpen(true)}
        onToggle={(event) => {
          setOpen(event.newState === 'open');
          if (event.newState === 'open' && button.current) placeBelow(event.currentTarget, button.current);
        }}
      >
        {typeof children === 'function' ? isOpen && children(() => panel.current?.hidePopover()) : children}
      </div>
    </>
  );
}

/** Below the button and flush with its start, above it where there is no room below; moved inwards at the window's edge. */
function placeBelow(panel: HTMLElement, button: HTMLElement): void {
  const { left, right, top, bottom } = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const start = getComputedStyle(button).direction === 'rtl' ? right - width : left;
  const isBelow = bottom + 4 + height + 8 <= innerHeight || top - 4 - height < 8;
  const block = isBelow ? Math.min(bottom + 4, innerHeight - height - 8) : top - 4 - height;
  panel.style.left = `${Math.max(8, Math.min(start, innerWidth - width - 8))}px`;
  panel.style.top = `${Math.max(8, block)}px`;
}
