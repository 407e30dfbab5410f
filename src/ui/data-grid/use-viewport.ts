import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** How large the scroller is and how far it is scrolled sideways from its start, in CSS px. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly start: number;
}

/** Columns are drawn again when the scroller has moved this far sideways, in CSS px, and so far ahead of need. */
export const sidewaysStep = 120;

/** Follows the size of a scroller; where it stands sideways is read on `followSideways`, its scroll handler. */
export function useViewport(scroller: RefObject<HTMLElement | null>): Viewport & {
  readonly followSideways: () => void;
  /** Reads the width now, where the browser has laid the page out anyway. */
  readonly measureWidth: () => void;
} {
  // At first half as high as the window. With the lines drawn beyond, that fills most places, so that rows come with the
  // grid, and nothing is laid out for a measurement alone.
  const [size, setSize] = useState(() => ({ width: innerWidth, height: innerHeight / 2 }));
  const [start, setStart] = useState(0);
  const measure = useCallback(() => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = scroller.current ?? {};
    setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
  }, [scroller]);
  useEffect(() => {
    if (!scroller.current) return;
    const observer = new ResizeObserver(measure);
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [scroller, measure]);
  const measureWidth = useCallback(() => {
    const { clientWidth: width = 0 } = scroller.current ?? {};
    setSize((before) => (before.width === width ? before : { ...before, width }));
  }, [scroller]);
  return {
    ...size,
    start,
    measureWidth,
    // From right to left, `scrollLeft` counts down from 0.
    followSideways: () =>
      setStart(Math.floor(Math.abs(scroller.current?.scrollLeft ?? 0) / sidewaysStep) * sidewaysStep),
  };
}

/** Another question: its answer is read from the top. @param asked the question, in text */
export function useTopOfAnswer(scroller: RefObject<HTMLElement | null>, asked: string): void {
  const answered = useRef(asked);
  const top = useRef(0);
  useEffect(() => {
    const element = scroller.current;
    const note = () => {
      top.current = element?.scrollTop ?? 0;
    };
    // Before the lines follow: after that, the browser would have to lay them out to say so.
    element?.addEventListener('scroll', note, { passive: true, capture: true });
    return () => element?.removeEventListener('scroll', note, { capture: true });
  }, [scroller]);
  useLayoutEffect(() => {
    // New rows are laid out to be scrolled.
    if (answered.current !== asked && top.current > 0) scroller.current?.scrollTo({ top: 0 });
    answered.current = asked;
  }, [scroller, asked]);
}
