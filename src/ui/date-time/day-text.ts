import { readerLocale } from '../format.ts';

/** The order in which a reader writes day, month and year. */
export type DayOrder = readonly ('day' | 'month' | 'year')[];

const ends = { day: 'dd', month: 'mm', year: 'yyyy' } as const;

/** The order of a locale: day, month, year for "en-GB". */
export function dayOrderOf(locale: string): DayOrder {
  return new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' })
    .formatToParts(0)
    .flatMap(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? [type] : []));
}

/** The order of this browser's reader. */
export const readerOrder = dayOrderOf(readerLocale(globalThis.navigator?.languages ?? []));

/** "dd/mm/yyyy": what an empty field asks for. */
export function dayPattern(order: DayOrder): string {
  return order.map((part) => ends[part]).join('/');
}

/** A day as a field shows it: "08/12/2026" for 2026-12-08. Any other text stays as it is. */
export function writeDay(day: string, order: DayOrder): string {
  const [, year, month, date] = isoDay.exec(day) ?? [];
  if (year === undefined || month === undefined || date === undefined) return day;
  const parts = { year, month, day: date };
  return order.map((part) => parts[part]).join('/');
}

const isoDay = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const dayFirst = /^(\d{1,2})\.? ([a-z]{3,9})\.?,? (\d{4})$/;
const monthFirst = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/;
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * Reads a day that a person typed: in the order of their region, as ISO 8601 writes it, or with its month as an English
 * word. The year has four digits, and no part is guessed.
 *
 * @returns "2026-12-08"; undefined while the text is no whole day, and for a day that no month has
 */
export function readDay(text: string, order: DayOrder): string | undefined {
  const typed = text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  const iso = isoDay.exec(typed);
  if (iso) return toDay(iso[1], iso[2], iso[3]);
  const words = dayFirst.exec(typed);
  if (words) return toDay(words[3], monthOf(words[2]), words[1]);
  const american = monthFirst.exec(typed);
  if (american) return toDay(american[3], monthOf(american[1]), american[2]);
  const numbers = typed.split(/ ?[/.-] ?/);
  if (numbers.length !== order.length) return undefined;
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => numbers[order.indexOf(part)]);
  return /^\d{4}$/.test(year ?? '') ? toDay(year, month, day) : undefined;
}

function monthOf(word = ''): string {
  return `${months.findIndex((month) => month === word || month.slice(0, 3) === word) + 1}`;
}

function toDay(year = '', month = '', day = ''): string | undefined {
  if (!/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return undefined;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${text}T00:00:00Z`);
  // February 30 would be read as a day in March.
  const isReal = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
  return isReal ? text : undefined;
}
