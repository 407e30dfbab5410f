import { useState } from 'react';
import { localZone } from '../../actions/driver-approval/local-time.ts';
import { useRingWaits, usualDays } from '../../dialogs/rollout/ring-waits.ts';
import { mostDaysBetween } from '../../dialogs/rollout/wave-dates.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Instant } from '../../lib/instant.ts';
import { useFreezes } from '../../plan/use-freezes.ts';
import { cellIn, type DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { type Freeze, freezeOn } from '../../resources/driver-updates/freeze.ts';
import { startOn, suggestedDays } from '../../resources/driver-updates/suggested-dates.ts';
import type { Rings } from '../../resources/driver-updates/use-driver-updates.ts';
import { type Beginning, type Begins, beginsWith } from './begins.ts';
import { type ShownTicks, standingTicks, usualTicks } from './shown-ticks.ts';

/** What a person chose for one driver update. */
interface Own {
  readonly updateId: string;
  /** Undefined while nothing was ticked or unticked. */
  readonly ticked: ReadonlySet<string> | undefined;
  /** The days that were typed, by the ids of the profiles. */
  readonly days: ReadonlyMap<string, string>;
  /** Undefined while nothing was chosen. */
  readonly beginning: Beginning | undefined;
}

const nothingChosen = { ticked: undefined, days: new Map(), beginning: undefined } as const;

/** The day of a ring, and what is to be said of it. */
export interface RingDay {
  /** "2026-12-08", or '' while it is half typed; undefined: as soon as possible. */
  readonly day: string | undefined;
  /** The freezes that put the suggestion off; none for a day that was typed. */
  readonly after: readonly Freeze[];
  /** The freeze that a typed day falls into. */
  readonly inFreeze: Freeze | undefined;
  readonly error: string | undefined;
  /** What it counts from; undefined for the first ring, for profiles beside the rings, and for a day that was typed. */
  readonly wait: RingWait | undefined;
}

/** How long a ring waits. */
export interface RingWait {
  readonly after: DriverProfile;
  /** The days as typed. */
  readonly text: string;
  readonly isWrong: boolean;
}

/**
 * The rings that are ticked for a driver update, the day of each, and when the first one begins. All of it begins anew with
 * another driver update, but for how long rings wait, which this browser keeps.
 *
 * @param waitingIds of the profiles in which the update waits, also of those that are still loading
 * @param isPlanLoaded whether the update waits where a change is staged isn't known before
 */
export function useRingChoice(
  update: DriverUpdate,
  waitingIds: readonly string[],
  rings: Rings,
  isPlanLoaded: boolean,
  now: Instant,
) {
  const [freezes] = useFreezes();
  const waits = useRingWaits(usualDays);
  const fresh: Own = { updateId: update.id, ...nothingChosen };
  const [latest, setOwn] = useState(fresh);
  const own = latest.updateId === update.id ? latest : fresh;
  const { whole, columns, rings: ordered, beside } = rings;
  const zone = localZone();

  const listed = whole.filter(({ id }) => cellIn(update, columns, id));
  const waiting = waitingIds.filter((id) => listed.some((profile) => profile.id === id));
  const usual = usualTicks(waiting, ordered);
  const [shownBefore, setShown] = useState<ShownTicks>();
  const mayDecide = isPlanLoaded && !rings.isKept && listed.length > 0;
  const shown = standingTicks(shownBefore, { updateId: update.id, usual, mayDecide });
  if (shown !== shownBefore) setShown(shown);
  const ticked = own.ticked ?? shown?.ticked ?? usual;
  // Ticked earlier, a profile may have stopped listing it.
  const chosen = listed.filter(({ id }) => ticked.has(id));
  const idsAmong = (profiles: readonly DriverProfile[]) =>
    chosen.filter((profile) => profiles.includes(profile)).map(({ id }) => id);
  const ringIds = idsAmong(ordered);
  const followers = ringIds.slice(1);
  const begins = beginsWith(own.beginning, ringIds[0]);
  const suggested = suggestedDays({
    ringIds,
    besideIds: idsAmong(beside),
    begins: begins === 'now' ? 'now' : 'tomorrow',
    waitOf: (id) => waits.daysOf(id) ?? 0,
    chosen: new Map([...own.days].filter(([, day]) => startOn(day, zone) !== undefined)),
    freezes,
    timeZone: zone,
    now,
  });

  function dayOf(profileId: string): RingDay | undefined {
    const typed = own.days.get(profileId);
    const suggestion = suggested?.get(profileId);
    if (typed === undefined) {
      return suggestion && { ...suggestion, inFreeze: undefined, error: undefined, wait: waitOf(profileId) };
    }
    const at = startOn(typed, zone);
    const error =
      at === undefined ? 'Enter a full date' : at < now ? 'Choose a date in the future' : undefined;
    const inFreeze = at === undefined ? undefined : freezeOn(freezes, profileId, typed);
    return { day: typed, after: [], inFreeze, error, wait: undefined };
  }

  function waitOf(profileId: string): RingWait | undefined {
    const place = ringIds.indexOf(profileId);
    const after = ordered.find(({ id }) => id === ringIds[place - 1]);
    return (
      after && {
        after,
        text: waits.textOf(profileId),
        isWrong: waits.daysOf(profileId) === undefined,
      }
    );
  }

  /** The date of each ticked ring for the dialog and the plan; null: as soon as possible. */
  function dates(): Readonly<Record<string, Instant | null>> {
    return Object.fromEntries(
      chosen.map(({ id }) => {
        const day = dayOf(id)?.day;
        return [id, begins !== 'allNow' && day !== undefined ? (startOn(day, zone) ?? null) : null];
      }),
    );
  }

  const isWaitWrong = followers.some((id) => !own.days.has(id) && waits.daysOf(id) === undefined);
  const daysError = isWaitWrong ? `Enter a whole number from 0 to ${mostDaysBetween}` : undefined;
  return {
    listed,
    /** The ids of those in which the update waits. */
    waiting,
    chosen,
    ticked,
    begins,
    /** The days between the ticked rings: "7", or "3, 7"; undefined where fewer than two are ticked. */
    daysText: followers.length > 0 ? waits.textOfAll(followers) : undefined,
    /** Several rings wait: each may have days of its own. */
    mayDiffer: followers.length > 1,
    daysError,
    dayOf,
    dates,
    /** Why nothing can be approved with these days. */
    problem: begins === 'allNow' ? undefined : whyNoDates(),
    /** The first of the ticked rings; undefined where none is. */
    first: ordered.find(({ id }) => id === ringIds[0]),
    setBegins: (next: Begins) => setOwn({ ...own, beginning: { begins: next, firstRingId: ringIds[0] } }),
    setDaysText: (text: string) => waits.setAll(text, followers),
    setWait: waits.setOne,
    keepWaits: waits.keep,
    /** Ticks every profile in which the update waits, as far as they have loaded. */
    tickAll: () => setOwn({ ...own, ticked: new Set([...ticked, ...waiting]) }),
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
