import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** The lines to draw, both ends included; `last` is below `first` when there is none. */
export interface LineWindow {
  readonly first: number;
  readonly last: number;
}

/** Lines drawn beyond each edge, for what the compositor shows before the next frame is ready. */
const mostBeyond = 6;

/** The window moves by this many lines at a time, so that a slow scroll seldom draws at all. */
const step = 3;

/** Cells that may be drawn before lines out of sight are left out: the page is to stay below 800 elements. */
const cellBudget = 600;

/** How many lines to draw beyond each edge, if `visible` lines of `cells` cells each are in sight. */
export function linesBeyond(visible: number, cells: number): number {
  const spare = Math.floor(cellBudget / cells) - visible - step;
  return Math.min(mostBeyond, Math.max(1, Math.floor(spare / 2)));
}

function topLine(scroller: RefObject<HTMLElement | null>, lineHeight: number): number {
  // Before it is in the page, it stands at its beginning.
  return Math.floor((scroller.current?.scrollTop ?? 0) / lineHeight / step) * step;
}

/** Follows a scroller whose lines are all `lineHeight` CSS px high, `visible` of which are in sight at once. */
export function useLineWindow(
  scroller: RefObject<HTMLElement | null>,
  {
    count,
    visible,
    beyond,
    lineHeight,
  }: {
    readonly count: number;
    readonly visible: number;
    readonly beyond: number;
    readonly lineHeight: number;
  },
): LineWindow {
  // Read before the lines are in the page: right after that, the browser would have to lay them out to say so.
  const [top, setTop] = useState(() => topLine(scroller, lineHeight));
  useEffect(() => {
    const element = scroller.current;
    // Within the frame that scrolls, or it would show a gap.
    const follow = () => flushSync(() => setTop(topLine(scroller, lineHeight)));
    element?.addEventListener('scroll', follow, { passive: true });
    return () => element?.removeEventListener('scroll', follow);
  }, [scroller, lineHeight]);
  // Fewer lines than before: the scroller stands at its end until the browser has said so.
  const from = Math.min(top, Math.max(0, count - visible));
  return { first: Math.max(0, from - beyond), last: Math.min(count, from + step + visible + beyond) - 1 };
}
