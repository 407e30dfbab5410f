import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../lib/instant.ts';
import { nextPatchTuesday } from '../../lib/patch-tuesday.ts';
import { dayIn } from '../../lib/zone-day.ts';

/** The instant of a date and time typed in a zone. */
export interface LocalTime {
  readonly instant: Instant;
  /**
   * `skipped`: clocks go forward over that time, so the hour after is meant; `twice`: clocks go back over it, so it
   * comes twice and the first is meant.
   */
  readonly kind: 'exact' | 'skipped' | 'twice';
}

/**
 * Reads a date and time of a time zone such as "Europe/Berlin": "2027-03-28T02:30".
 *
 * @returns undefined when it is no date
 */
export function readLocalTime(text: string, timeZone: string): LocalTime | undefined {
  let plain: Temporal.PlainDateTime;
  // A date alone would be taken for its midnight.
  if (!text.includes('T')) return undefined;
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

/** When drivers are to become available: a choice, so that nothing missing ever means "now". */
export interface DeploymentChoice {
  readonly when: 'asSoonAsPossible' | 'onDate';
  /** "2026-12-08T06:00": either side is empty while it is half typed, or nothing is typed. */
  readonly date: string;
}

/** What the choice comes to. */
export interface Deployment {
  /** Epoch ms; null: as soon as possible. */
  readonly instant: Instant | null;
  readonly kind: LocalTime['kind'];
  /** Why the choice can't be sent. */
  readonly error: string | undefined;
}

/** Reads the choice. A half-typed date or time is empty: that blocks, like any other date that is none. */
export function readDeployment(choice: DeploymentChoice, timeZone: string, now: Instant): Deployment {
  if (choice.when === 'asSoonAsPossible') return { instant: null, kind: 'exact', error: undefined };
  const time = readLocalTime(choice.date, timeZone);
  if (!time) return { instant: null, kind: 'exact', error: 'Enter a full date and time' };
  return { ...time, error: time.instant < now ? 'Choose a date and time in the future' : undefined };
}

/** A date that many choose, and what it is called. */
export interface DatePreset {
  readonly label: string;
  /** "2026-12-08T06:00" */
  readonly date: string;
}

const daysAhead = [3, 7, 10] as const;

/**
 * The dates on offer: some days from today, and the next Patch Tuesday.
 *
 * @param time the time of day, "06:00"
 */
export function datePresets(now: Instant, timeZone: string, time: string): readonly DatePreset[] {
  const today = Temporal.PlainDate.from(dayIn(timeZone, now));
  const dateOf = (day: Temporal.PlainDate) => `${day.toString()}T${time}`;
  return [
    ...daysAhead.map((days) => ({ label: `+${days} days`, date: dateOf(today.add({ days })) })),
    { label: 'Patch Tuesday', date: dateOf(nextPatchTuesday(today)) },
  ];
}

/** The zone of this browser. */
export function localZone(): string {
  return Temporal.Now.timeZoneId();
}
