import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../lib/instant.ts';

/** What a date and time typed in a zone comes to. */
export interface LocalTime {
  readonly instant: Instant;
  /**
   * `skipped`: clocks go forward over that time, so the hour after is meant; `twice`: clocks go back over it, so it
   * comes twice and the first is meant.
   */
  readonly kind: 'exact' | 'skipped' | 'twice';
}

/**
 * Reads what a `datetime-local` input holds, "2027-03-28T02:30", in a time zone such as "Europe/Berlin".
 *
 * @returns undefined when it is no date
 */
export function readLocalTime(text: string, timeZone: string): LocalTime | undefined {
  let plain: Temporal.PlainDateTime;
  try {
    plain = Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
  const early = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const late = plain.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (early.epochMilliseconds === late.epochMilliseconds) {
    return { instant: early.epochMilliseconds, kind: 'exact' };
  }
  const isSkipped = !early.toPlainDateTime().equals(plain);
  return isSkipped
    ? { instant: late.epochMilliseconds, kind: 'skipped' }
    : { instant: early.epochMilliseconds, kind: 'twice' };
}

/** What the date field of an approval comes to. */
export interface Deployment {
  /** Epoch ms; null: as soon as possible. */
  readonly instant: Instant | null;
  readonly kind: LocalTime['kind'];
  readonly error: string | undefined;
}

/**
 * Reads the date field of an approval.
 *
 * @param text what the input holds; '' for no date
 * @param isRequired a change of date needs one
 */
export function readDeployment(
  text: string,
  isRequired: boolean,
  timeZone: string,
  now: Instant,
): Deployment {
  if (text === '') {
    return { instant: null, kind: 'exact', error: isRequired ? 'Choose the new date' : undefined };
  }
  const time = readLocalTime(text, timeZone);
  if (!time) return { instant: null, kind: 'exact', error: 'This is not a date and time' };
  const isPast = time.instant < now;
  return {
    ...time,
    error: isPast
      ? 'This date is past: choose a later one, or leave it empty for as soon as possible'
      : undefined,
  };
}

/** The zone of this browser. */
export function localZone(): string {
  return Temporal.Now.timeZoneId();
}
