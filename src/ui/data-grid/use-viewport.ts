import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** A scroller, its size, and how far it is scrolled sideways from its start, in CSS px. */
export interface Viewport {
  /** Null until it has been measured. */
  readonly scroller: HTMLElement | null;
  readonly width: number;
  readonly height: number;
  readonly start: number;
}

/** Columns are drawn anew when the scroller has moved this far sideways, in CSS px, and so far ahead of need. */
export const sidewaysStep = 120;

/** Follows the size of the scroller at `place`; where it stands sideways is read on `followSideways`, its scroll handler. */
export function useViewport(): Viewport & {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly followSideways: () => void;
} {
  const place = useRef<HTMLDivElement>(null);
  // One state, so that the rows are drawn once, and not for an unknown size first.
  const [measured, setMeasured] = useState<Omit<Viewport, 'start'>>({ scroller: null, width: 0, height: 0 });
  const [start, setStart] = useState(0);
  useLayoutEffect(() => {
    const scroller = place.current;
    if (!scroller) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = scroller;
      setMeasured((before) =>
        before.scroller === scroller && before.width === width && before.height === height
          ? before
          : { scroller, width, height },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    return () => observer.disconnect();
  }, []);
  return {
    ...measured,
    start,
    place,
    // From right to left, `scrollLeft` counts down from 0.
    followSideways: () =>
      setStart(Math.floor(Math.abs(place.current?.scrollLeft ?? 0) / sidewaysStep) * sidewaysStep),
  };
}
