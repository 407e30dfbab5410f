import type { KeyboardEvent, PointerEvent } from 'react';
import { useState } from 'react';
import type { PanelHeight } from './panel-size.ts';
import styles from './run-panel.module.css';

/** How far one press of an arrow key moves the edge, in CSS px. */
const stride = 36;

/** The upper edge of the panel: drag it, or move it by the arrow keys, Home and End. */
export function PanelEdge({
  height: { least, most, now },
  onChange,
  onChosen,
}: {
  height: PanelHeight;
  /** While the edge is dragged. */
  onChange: (height: number) => void;
  /** Where it is left. */
  onChosen: (height: number) => void;
}) {
  const [isDragged, setDragged] = useState(false);
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
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={now}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(true);
      }}
      onPointerMove={(event) => isDragged && onChange(heightAt(event))}
      onLostPointerCapture={(event) => {
        setDragged(false);
        onChosen(heightAt(event));
      }}
    />
  );
}
