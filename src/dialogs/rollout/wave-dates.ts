import { type DeploymentChoice, readDeployment } from '../../actions/driver-approval/local-time.ts';
import type { Instant } from '../../lib/instant.ts';
import { dayIn, usualTime } from '../../lib/zone-day.ts';
import { type Freeze, freezeOn } from '../../resources/driver-updates/freeze.ts';
import { type Wave, type WaveStep, wavesOf } from '../../resources/driver-updates/waves.ts';

/** The most days from one ring to the next: a rollout that takes longer is several decisions. */
export const mostDaysBetween = 90;

/** Reads how many days lie between two rings, as typed; undefined when that is no whole number from 0 to `mostDaysBetween`. */
export function readDaysBetween(text: string): number | undefined {
  if (!/^\s*\d{1,3}\s*$/.test(text)) return undefined;
  const days = Number(text);
  return days <= mostDaysBetween ? days : undefined;
}

/** When rings begin, and which freezes a person has to answer for. */
export interface WaveDates {
  /** Undefined where the date can't be read, or where a freeze leaves no day free. */
  readonly waves: readonly Wave[] | undefined;
  /** The freezes that the chosen day falls into, each once: it stays there, with a reason. */
  readonly frozen: readonly Freeze[];
}

/** A profile beside the rings, and how it follows the last ring. */
export interface Beside {
  readonly profileId: string;
  readonly step: WaveStep;
}

/** What dates depend on beside what is chosen. */
interface Within {
  readonly freezes: readonly Freeze[];
  readonly timeZone: string;
  readonly now: Instant;
}

/**
 * From when on drivers are available in each ring, and in the profiles beside the rings, for which no ring waits. The
 * arguments are those of `ringDates`.
 *
 * @param beside each follows the last ring; the chosen date is theirs where no ring takes part
 */
export function waveDates(
  choice: DeploymentChoice,
  ringIds: readonly string[],
  steps: readonly WaveStep[],
  within: Within,
  beside: readonly Beside[] = [],
): WaveDates {
  const rings = ringDates(choice, ringIds, steps, within);
  const each = steps.slice(0, Math.max(0, ringIds.length - 1));
  const others = beside.map(({ profileId, step }) =>
    ringDates(choice, [...ringIds, profileId], [...each, step], within),
  );
  const last = others.flatMap(({ waves }) => waves?.slice(-1) ?? []);
  return {
    waves: rings.waves && last.length === beside.length ? [...rings.waves, ...last] : undefined,
    frozen: [...new Set([rings, ...others].flatMap(({ frozen }) => frozen))],
  };
}

/**
 * From when on drivers are available in each ring. The chosen date is kept, and the dates that follow from it skip freezes.
 * Days are those of the zone: the time of day stays the same when clocks change.
 *
 * @param choice the date of the first ring
 * @param steps how each ring but the first follows the one before, the last of them for those beyond. Rings that follow
 *   the first without a day between begin on the chosen date as well
 */
function ringDates(
  choice: DeploymentChoice,
  ringIds: readonly string[],
  steps: readonly WaveStep[],
  { freezes, timeZone, now }: Within,
): WaveDates {
  const { instant, error } = readDeployment(choice, timeZone, now);
  if (error !== undefined) return { waves: undefined, frozen: [] };
  const [chosenDay, time = usualTime] = choice.when === 'onDate' ? choice.date.split('T') : [];
  const each = ringIds.slice(1).map((_, place) => steps[place] ?? steps.at(-1));
  const later = each.findIndex((step) => step && !(step.kind === 'days' && step.days === 0));
  const atFirst = later < 0 ? ringIds : ringIds.slice(0, later + 1);
  const first = atFirst.map((profileId): Wave => ({ profileId, from: instant, after: [] }));
  const followed = wavesOf(
    {
      ringIds: ringIds.slice(atFirst.length - 1),
      firstDay: chosenDay,
      keepsFirstDay: true,
      steps: each.slice(atFirst.length - 1).filter((step) => step !== undefined),
      time,
      timeZone,
    },
    freezes,
    now,
  );
  const day = chosenDay ?? dayIn(timeZone, now);
  return {
    waves: followed && [...first, ...followed.slice(1)],
    frozen: frozenFor(freezes, atFirst, day),
  };
}

/**
 * The dates that a page suggests, for these profiles. A profile that was chosen later gets the last of them, so that it
 * doesn't go ahead.
 *
 * @param given by the ids of profiles; null: as soon as possible
 */
export function givenDates(
  given: Readonly<Record<string, Instant | null>>,
  profileIds: readonly string[],
  { freezes, timeZone, now }: Within,
): WaveDates {
  const last = Object.values(given).reduce((latest, date) => Math.max(latest ?? 0, date ?? 0) || null, null);
  const waves = profileIds.map((profileId): Wave => {
    const date = given[profileId];
    return { profileId, from: date === undefined ? last : date, after: [] };
  });
  const found = waves.flatMap(({ profileId, from }) =>
    frozenFor(freezes, [profileId], dayIn(timeZone, from ?? now)),
  );
  return { waves, frozen: [...new Set(found)] };
}

/** The freezes that a day falls into in any of these profiles, each once. @param day "2026-12-24" */
export function frozenFor(
  freezes: readonly Freeze[],
  profileIds: readonly string[],
  day: string,
): readonly Freeze[] {
  const found = profileIds.map((profileId) => freezeOn(freezes, profileId, day));
  return [...new Set(found.filter((freeze) => freeze !== undefined))];
}
