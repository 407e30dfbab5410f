/** How far the scroller moves in one frame at most, in CSS px. */
const mostStep = 24;

/**
 * Follows a pressed pointer until it is let go, and scrolls where it leaves what is in sight.
 *
 * @param onCell gets the element under the pointer, or the nearest one in sight
 * @param onEnd gets whether the drag counts: not where the browser took the pointer away
 */
export function followDrag(
  scroller: HTMLElement,
  pointerId: number,
  { onCell, onEnd }: { onCell: (under: Element) => void; onEnd: (counts: boolean) => void },
): void {
  const ending = new AbortController();
  const { signal } = ending;
  const box = roomOf(scroller);
  let at: { x: number; y: number } | undefined;
  let frame = 0;

  function look(): void {
    if (!at) return;
    const under = document.elementFromPoint(
      Math.min(Math.max(at.x, box.left), box.right - 1),
      Math.min(Math.max(at.y, box.top), box.bottom - 1),
    );
    if (under) onCell(under);
  }
  function scroll(): void {
    frame = 0;
    const [left, top] = [beyond(at?.x, box.left, box.right), beyond(at?.y, box.top, box.bottom)];
    if (left === 0 && top === 0) return;
    scroller.scrollBy({ left, top });
    look();
    frame = requestAnimationFrame(scroll);
  }
  function end(counts: boolean): void {
    ending.abort();
    cancelAnimationFrame(frame);
    onEnd(counts);
  }
  const own = (then: (event: PointerEvent) => void) => (event: PointerEvent) => {
    if (event.pointerId === pointerId) then(event);
  };
  document.addEventListener(
    'pointermove',
    own(({ clientX, clientY, buttons }) => {
      // Let go outside of the window.
      if (buttons === 0) return end(true);
      at = { x: clientX, y: clientY };
      look();
      if (frame === 0) frame = requestAnimationFrame(scroll);
    }),
    { signal },
  );
  document.addEventListener(
    'pointerup',
    own(() => end(true)),
    { signal },
  );
  document.addEventListener(
    'pointercancel',
    own(() => end(false)),
    { signal },
  );
}

/** What of a scroller is in sight beside its header and pinned columns, which its scroll padding spares. */
function roomOf(scroller: HTMLElement) {
  const { left, right, top, bottom } = scroller.getBoundingClientRect();
  const { direction, scrollPaddingBlockStart, scrollPaddingInlineStart } = getComputedStyle(scroller);
  const head = Number.parseFloat(scrollPaddingBlockStart) || 0;
  const pinned = Number.parseFloat(scrollPaddingInlineStart) || 0;
  const isRtl = direction === 'rtl';
  return {
    left: isRtl ? left : left + pinned,
    right: isRtl ? right - pinned : right,
    top: top + head,
    bottom: bottom - (scroller.offsetHeight - scroller.clientHeight),
  };
}

/** How far to scroll for a pointer that is beyond an edge: the farther, the faster. */
function beyond(at: number | undefined, low: number, high: number): number {
  if (at === undefined) return 0;
  const by = at < low ? at - low : at > high ? at - high : 0;
  return Math.max(-mostStep, Math.min(mostStep, by));
}
