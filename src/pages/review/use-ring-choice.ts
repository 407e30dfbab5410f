import { useMemo, useState } from 'react';
import { localZone } from '../../actions/driver-approval/local-time.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Instant } from '../../lib/instant.ts';
import { readDaysBetween } from '../../plan/rollout/wave-dates.ts';
import { useFreezes } from '../../plan/use-freezes.ts';
import { cellIn, type DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { type Freeze, freezeOn } from '../../resources/driver-updates/freeze.ts';
import { startOn, suggestedDays } from '../../resources/driver-updates/suggested-dates.ts';
import type { Rings } from '../../resources/driver-updates/use-driver-updates.ts';

/** What a person chose for one driver update. */
interface Own {
  readonly updateId: string;
  /** Undefined while nothing was ticked or unticked: then it is where the update waits. */
  readonly ticked: ReadonlySet<string> | undefined;
  /** The days that were typed, by the ids of the profiles. */
  readonly days: ReadonlyMap<string, string>;
}

/** The day of a ring, and what is to be said of it. */
export interface RingDay {
  /** "2026-12-08", or '' while it is half typed. */
  readonly day: string;
  /** The freezes that put the suggestion off; none for a day that was typed. */
  readonly after: readonly Freeze[];
  /** The freeze that a typed day falls into. */
  readonly inFreeze: Freeze | undefined;
  readonly error: string | undefined;
}

/** When the rings of an approval begin: all as soon as possible, or each on a day. */
export type Begins = 'onDays' | 'asSoonAsPossible';

/**
 * The rings that are ticked for a driver update, and the day of each. Both begin anew with another driver update, but for
 * how rings follow one another.
 *
 * @param waiting the ids of the profiles in which the update waits
 */
export function useRingChoice(update: DriverUpdate, waiting: readonly string[], rings: Rings, now: Instant) {
  const [freezes] = useFreezes();
  const [begins, setBegins] = useState<Begins>('onDays');
  const [daysText, setDaysText] = useState('7');
  const [latest, setOwn] = useState<Own>({ updateId: update.id, ticked: undefined, days: new Map() });
  const own =
    latest.updateId === update.id ? latest : { updateId: update.id, ticked: undefined, days: new Map() };
  const ticked = useMemo(() => own.ticked ?? new Set(waiting), [own.ticked, waiting]);
  const daysBetween = readDaysBetween(daysText);
  const zone = localZone();

  const { whole, loadingIds, columns, rings: ordered, beside } = rings;
  const listed = whole.filter(({ id }) => cellIn(update, columns, id));
  // Ticked earlier, a profile may have stopped listing it.
  const chosen = listed.filter(({ id }) => ticked.has(id));
  const suggested = useMemo(() => {
    const idsOf = (profiles: readonly DriverProfile[]) =>
      profiles
        .filter(({ id }) => ticked.has(id) && !loadingIds.has(id) && cellIn(update, columns, id))
        .map(({ id }) => id);
    return suggestedDays({
      ringIds: idsOf(ordered),
      besideIds: idsOf(beside),
      daysBetween: daysBetween ?? 0,
      freezes,
      timeZone: zone,
      now,
    });
  }, [update, columns, loadingIds, ordered, beside, ticked, daysBetween, freezes, zone, now]);

  function dayOf(profileId: string): RingDay | undefined {
    const typed = own.days.get(profileId);
    const suggestion = suggested?.get(profileId);
    if (typed === undefined) {
      return suggestion && { ...suggestion, inFreeze: undefined, error: undefined };
    }
    const at = startOn(typed, zone);
    const error =
      at === undefined ? 'Enter a full date' : at < now ? 'Choose a date in the future' : undefined;
    const inFreeze = at === undefined ? undefined : freezeOn(freezes, profileId, typed);
    return { day: typed, after: [], inFreeze, error };
  }

  /** The date of each ticked ring for the dialog and the plan; null: as soon as possible. */
  function dates(): Readonly<Record<string, Instant | null>> {
    return Object.fromEntries(
      chosen.map(({ id }) => {
        const day = dayOf(id)?.day;
        return [id, begins === 'onDays' && day !== undefined ? (startOn(day, zone) ?? null) : null];
      }),
    );
  }

  const daysError = daysBetween === undefined ? 'Enter a whole number from 0 to 90' : undefined;
  return {
    listed,
    chosen,
    ticked,
    begins,
    daysText,
    daysError,
    dayOf,
    dates,
    /** Why nothing can be approved with these days. */
    problem: begins === 'onDays' ? whyNoDates() : undefined,
    setBegins,
    setDaysText,
    tick(profileId: string, isTicked: boolean) {
      const next = new Set(ticked);
      if (isTicked) next.add(profileId);
      else next.delete(profileId);
      setOwn({ ...own, ticked: next });
    },
    setDay: (profileId: string, day: string) =>
      setOwn({ ...own, days: new Map([...own.days, [profileId, day]]) }),
  };

  function whyNoDates(): string | undefined {
    if (daysError) return daysError;
    if (!suggested) return 'A freeze leaves no day free within a year';
    const isWrong = chosen.some(({ id }) => dayOf(id)?.error !== undefined);
    return isWrong ? 'Correct the dates of the rings first' : undefined;
  }
}

export type RingChoice = ReturnType<typeof useRingChoice>;
