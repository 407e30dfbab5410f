import type { KeyboardEvent, PointerEvent, RefObject } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { PanelHeight } from './panel-size.ts';
import styles from './run-panel.module.css';

/** How far one press of an arrow key moves the edge, in CSS px. */
const stride = 36;

/** The upper edge of the panel: drag it, or move it by the arrow keys, Home and End. */
export function PanelEdge({
  panel,
  height: { least, most, limit },
  onChange,
  onChosen,
}: {
  panel: RefObject<HTMLElement | null>;
  height: PanelHeight;
  /** While the edge is dragged. */
  onChange: (limit: number) => void;
  /** Where it is left. */
  onChosen: (limit: number) => void;
}) {
  const now = useHeight(panel, limit);
  /** Where the edge was taken, and whether it has moved since; null while no pointer has it. */
  const drag = useRef<{ readonly from: number; hasMoved: boolean }>(null);
  // The panel ends where the window does.
  const heightAt = ({ clientY }: PointerEvent) => innerHeight - clientY;
  function onKeyDown(event: KeyboardEvent) {
    const next = { ArrowUp: now + stride, ArrowDown: now - stride, Home: least, End: most }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onChosen(Math.min(most, Math.max(least, next)));
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule can't be moved
    <div
      role="separator"
      className={styles.edge}
      tabIndex={0}
      aria-label="Height of the results"
      aria-orientation="horizontal"
      aria-valuemin={Math.min(least, now)}
      aria-valuemax={Math.max(most, now)}
      aria-valuenow={now}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: event.clientY, hasMoved: false };
      }}
      onPointerMove={(event) => {
        if (!drag.current) return;
        drag.current.hasMoved ||= event.clientY !== drag.current.from;
        if (drag.current.hasMoved) onChange(heightAt(event));
      }}
      onLostPointerCapture={(event) => {
        if (drag.current?.hasMoved) onChosen(heightAt(event));
        drag.current = null;
      }}
    />
  );
}

/** The height of an element in CSS px. @param at first, until the element is measured */
function useHeight(element: RefObject<HTMLElement | null>, first: number): number {
  const [height, setHeight] = useState(first);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const observer = new ResizeObserver(() => setHeight(measured.offsetHeight));
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return height;
}
