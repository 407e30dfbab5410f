import { type DeploymentChoice, readDeployment } from '../../actions/driver-approval/local-time.ts';
import type { Instant } from '../../lib/instant.ts';
import { wavesOf } from '../../resources/driver-updates/waves.ts';

/** The most days from one ring to the next: a rollout that takes longer is several decisions. */
export const mostDaysBetween = 90;

/** When rings begin that follow one that begins as soon as possible: before people start to work. */
const usualTime = '06:00';

/** Reads how many days lie between two rings, as typed; undefined when that is no whole number from 0 to `mostDaysBetween`. */
export function readDaysBetween(text: string): number | undefined {
  if (!/^\s*\d{1,3}\s*$/.test(text)) return undefined;
  const days = Number(text);
  return days <= mostDaysBetween ? days : undefined;
}

/**
 * From when on drivers are available in each ring, by the ids of the profiles; null: as soon as possible. Days are those of
 * the zone: the time of day stays the same when clocks change.
 *
 * @param choice the date of the first ring; it must be one that can be read
 */
export function ringDates(
  choice: DeploymentChoice,
  ringIds: readonly string[],
  daysBetween: number,
  { timeZone, now }: { readonly timeZone: string; readonly now: Instant },
): ReadonlyMap<string, Instant | null> {
  const { instant, error } = readDeployment(choice, timeZone, now);
  if (daysBetween === 0 || error !== undefined) return new Map(ringIds.map((id) => [id, instant]));
  const [firstDay, time = usualTime] = choice.when === 'onDate' ? choice.date.split('T') : [];
  const steps = [{ kind: 'days', days: daysBetween }] as const;
  const waves = wavesOf({ ringIds, firstDay, steps, time, timeZone }, [], now) ?? [];
  return new Map(waves.map(({ profileId, from }) => [profileId, from]));
}

/**
 * The dates that a page suggests, for these profiles. One that was chosen later gets the last of them, so that it doesn't go
 * ahead.
 */
export function givenDates(
  given: Readonly<Record<string, Instant | null>>,
  profileIds: readonly string[],
): ReadonlyMap<string, Instant | null> {
  const last = Object.values(given).reduce((latest, date) => Math.max(latest ?? 0, date ?? 0) || null, null);
  return new Map(profileIds.map((id) => [id, given[id] === undefined ? last : given[id]]));
}
