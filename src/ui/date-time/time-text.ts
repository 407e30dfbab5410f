/**
 * Reads a time of day that a person typed: "6:30", "06.30", "0630", "6", "6:30 pm".
 *
 * @returns "06:30"; undefined while the text is no whole time
 */
export function readTime(text: string): string | undefined {
  const [, hour = '', minute = '00', half] =
    /^(\d{1,2}(?=\D|$)|\d{2}(?=\d{2}))(?:[:.]?([0-5]\d))?(?: ?([ap])\.?m\.?)?$/.exec(
      text.trim().toLowerCase(),
    ) ?? [];
  if (hour === '') return undefined;
  const typed = Number(hour);
  if (half !== undefined && (typed < 1 || typed > 12)) return undefined;
  const hours = half === undefined ? typed : (typed % 12) + (half === 'p' ? 12 : 0);
  return hours < 24 ? `${`${hours}`.padStart(2, '0')}:${minute}` : undefined;
}

/** The times that a list offers: each half hour of a day. */
export const usualTimes: readonly string[] = Array.from({ length: 24 }, (_, hour) =>
  ['00', '30'].map((minute) => `${`${hour}`.padStart(2, '0')}:${minute}`),
).flat();
