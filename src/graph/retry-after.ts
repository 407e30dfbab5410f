/** What a service's `Retry-After` comes to: wait so long, or longer than a run may wait by itself. */
export interface Wait {
  readonly milliseconds: number;
  /** The service named the time; otherwise it is our own back-off. */
  readonly asked: boolean;
}

const floor = 2_000;
const longestBackOff = 60_000;
const oneHour = 3_600_000;

/**
 * How long to wait before the next try.
 *
 * A number of seconds and an HTTP date are obeyed, with a floor of two seconds and up to 20 % on top so that many
 * clients do not come back in one instant. What cannot be read, or a date that only a wrong clock explains, counts
 * as absent: then the wait grows with each attempt and is drawn at random.
 *
 * @param header the header's text, or null when it is absent or not exposed to the page
 * @param attempt 0 for the first try that was refused
 * @param now epoch ms
 * @param random in [0, 1)
 */
export function readRetryAfter(header: string | null, attempt: number, now: number, random: number): Wait {
  const asked = header === null ? undefined : largestAsked(header, now);
  if (asked !== undefined) {
    return { milliseconds: Math.ceil(Math.max(floor, asked) * (1 + random * 0.2)), asked: true };
  }
  const bound = Math.min(longestBackOff, floor * 2 ** attempt);
  return { milliseconds: Math.ceil(Math.max(floor, bound / 2 + (random * bound) / 2)), asked: false };
}

function largestAsked(header: string, now: number): number | undefined {
  const dateOnly = readHttpDate(header, now);
  if (dateOnly !== undefined) return dateOnly;
  const seconds = header
    .split(',')
    .map((part) => part.trim())
    // Ten digits of seconds are three centuries; more would be no date that a screen can show.
    .filter((part) => /^\d{1,10}(\.\d+)?$/.test(part))
    .map((part) => Number(part) * 1_000);
  return seconds.length > 0 ? Math.max(...seconds) : undefined;
}

function readHttpDate(header: string, now: number): number | undefined {
  if (!/^[A-Za-z]{3,9},? .*GMT$/.test(header.trim())) return undefined;
  const ahead = Date.parse(header) - now;
  return ahead > 0 && ahead <= oneHour ? ahead : undefined;
}
