import type { Instant } from './instant.ts';

/** The day of an instant in this browser's zone, as a date field writes it: "2026-11-29". */
export function dayOf(instant: Instant): string {
  const date = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The first instant of a day in this browser's zone, some days later; undefined for a text that is no day. */
export function startOfDay(day: string | undefined, daysLater = 0): Instant | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '') ?? [];
  if (year === undefined) return undefined;
  const start = new Date(Number(year), Number(month) - 1, Number(date));
  // February 30 would be read as a day in March.
  if (start.getDate() !== Number(date) || start.getMonth() !== Number(month) - 1) return undefined;
  start.setDate(start.getDate() + daysLater);
  return start.getTime();
}

/** True for a text that names a day. */
export function isDay(text: string): boolean {
  return startOfDay(text) !== undefined;
}
