import { type RefObject, useLayoutEffect, useState } from 'react';

/** What stands around the lines of a day: its number, its edges. In px. */
const around = 33;
/** Until the grid is measured. */
const usual = 60;

/** The height that the lines of a day have, in px; it follows the grid. @param weeks of the month on show */
export function useRoomInDay(grid: RefObject<HTMLElement | null>, weeks: number): number {
  const [room, setRoom] = useState(usual);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect measures a day, whose height follows `weeks`
  useLayoutEffect(() => {
    const element = grid.current;
    if (!element) return;
    const measure = () => {
      const day = element.querySelector('[data-day]');
      if (day) setRoom(Math.floor(day.getBoundingClientRect().height) - around);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [grid, weeks]);
  return room;
}
