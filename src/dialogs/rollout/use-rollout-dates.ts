import { type DeploymentChoice, localZone } from '../../actions/driver-approval/local-time.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Instant } from '../../lib/instant.ts';
import { useFreezes } from '../../plan/use-freezes.ts';
import type { WaveStep } from '../../resources/driver-updates/waves.ts';
import { chainOf } from './chain.ts';
import { useRingWaits, usualDays } from './ring-waits.ts';
import type { RolloutDraft } from './use-rollout.ts';
import { givenDates, mostDaysBetween, type WaveDates, waveDates } from './wave-dates.ts';

/**
 * From when on each profile of a decision gets the drivers: as the page suggests, or as the profiles follow one another.
 *
 * @param ids of the profiles that take part, in the order in which they are shown
 * @param ordered the rings, in their order
 */
export function useRolloutDates(
  draft: RolloutDraft,
  ids: readonly string[],
  ordered: readonly Pick<DriverProfile, 'id'>[],
) {
  const [freezes] = useFreezes();
  const chain = chainOf(ids, ordered);
  const { besideIds } = chain;
  const waits = useRingWaits(chain.isOrdered ? usualDays : 0, besideIds);
  const followers = chain.ids.slice(1);
  const byDays = draft.step === 'days';
  const choice: DeploymentChoice = draft.request === 'changeDate' ? { ...draft, when: 'onDate' } : draft;
  const daysOf = (id: string): WaveStep => ({ kind: 'days', days: byDays ? (waits.daysOf(id) ?? 0) : 0 });
  const stepOf = (id: string): WaveStep => (byDays ? daysOf(id) : { kind: 'patchTuesday', count: 1 });
  const isWrong = byDays && [...followers, ...besideIds].some((id) => waits.daysOf(id) === undefined);
  return {
    freezes,
    choice,
    chain,
    waits,
    /** The profiles for which one number of days stands: all but the first of the chain. */
    followers,
    daysError: isWrong ? `Enter a whole number of days, at most ${mostDaysBetween}` : undefined,
    /** @param at the time that "as soon as possible" counts from; epoch ms */
    datesAt(at: Instant): WaveDates {
      const within = { freezes, timeZone: localZone(), now: at };
      if (draft.dates) return givenDates(draft.dates, ids, within);
      const beside = besideIds.map((id) => ({ profileId: id, step: daysOf(id) }));
      return waveDates(choice, chain.ids, followers.map(stepOf), within, beside);
    },
  };
}
