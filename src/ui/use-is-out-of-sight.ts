import { type RefObject, useEffect, useState } from 'react';

/** True while an element is scrolled out of the box that its parent is: there is more to see in that direction. */
export function useIsOutOfSight(element: RefObject<HTMLElement | null>): boolean {
  const [isOut, setOut] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const observer = new IntersectionObserver((entries) => setOut(entries.at(-1)?.isIntersecting === false), {
      root: current.parentElement,
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return isOut;
}
