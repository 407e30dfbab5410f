import { useLayoutEffect, useState } from 'react';

/** How large the scroller is and how far it is scrolled sideways from its start, in CSS px. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly start: number;
}

/** Columns are drawn again when the scroller has moved this far sideways, in CSS px, and so far ahead of need. */
export const sidewaysStep = 120;

/** Follows a scroller's size; where it stands sideways is read on `followSideways`, its scroll handler. */
export function useViewport(scroller: HTMLElement | null): Viewport & {
  readonly followSideways: () => void;
} {
  const [{ width, height }, setSize] = useState({ width: 0, height: 0 });
  const [start, setStart] = useState(0);
  useLayoutEffect(() => {
    if (!scroller) return;
    const measure = () => {
      const { clientWidth, clientHeight } = scroller;
      setSize((before) =>
        before.width === clientWidth && before.height === clientHeight
          ? before
          : { width: clientWidth, height: clientHeight },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [scroller]);
  return {
    width,
    height,
    start,
    // From right to left, `scrollLeft` counts down from 0.
    followSideways: () =>
      setStart(Math.floor(Math.abs(scroller?.scrollLeft ?? 0) / sidewaysStep) * sidewaysStep),
  };
}
