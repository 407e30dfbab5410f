import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { CalendarClockRegular } from '@fluentui/react-icons/svg/calendar-clock';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import type { useFleet } from '../../resources/driver-profiles/use-fleet.ts';
import { countOf } from '../../ui/format.ts';
import { arrivals, daysFrom, missingOf, reviewLoads, syncProblems } from './fleet-facts.ts';
import { noPermission, stateOfRead } from './read-state.ts';
import type { TileFacts } from './tiles.tsx';
import { atMost } from './words.ts';

/** How far ahead the overview looks, in days. */
export const daysAhead = 14;

/** The numbers about drivers. @param now epoch ms */
export function driverTiles(
  { profiles, rows, fleet }: ReturnType<typeof useFleet>,
  now: number,
): readonly TileFacts[] {
  const state = stateOfRead(profiles);
  const why: TileFacts['why'] = state === noPermission ? { to: '/profiles' } : undefined;
  const loads = reviewLoads(fleet);
  const oldest = Math.min(...loads.map(({ oldestRelease }) => oldestRelease ?? Number.POSITIVE_INFINITY));
  const firmware = loads.reduce((sum, load) => sum + (load.firmware ?? 0), 0);
  const rowsAhead = arrivals(fleet, daysFrom(now, daysAhead), now);
  const unsynced = syncProblems(rows, now);
  const { loading, failed } = missingOf(fleet);
  const toGo = loading > 0 ? `${countOf(loading, 'profile')} to go` : undefined;
  const without = failed > 0 ? `without ${countOf(failed, 'profile')}` : undefined;
  return [
    {
      icon: EyeRegular,
      title: 'Drivers to review',
      count: state ? null : loads.reduce((sum, { count }) => sum + (count ?? 0), 0),
      second:
        state ??
        [
          Number.isFinite(oldest) ? `oldest ${atMost(oldest, now)}` : (toGo ?? without ?? 'nothing waits'),
          ...(firmware > 0 ? [`${firmware} firmware`] : []),
        ].join(' · '),
      why,
    },
    {
      icon: CalendarClockRegular,
      title: 'Becoming available',
      count:
        state || (fleet.length > 0 && loading + failed === fleet.length)
          ? null
          : rowsAhead.reduce((sum, { total }) => sum + total, 0),
      second: state ?? toGo ?? without ?? `next ${daysAhead} days`,
      why,
    },
    {
      icon: ArrowSyncRegular,
      title: 'Sync problems',
      count: state ? null : unsynced.length,
      second:
        state ??
        (unsynced.length > 0 ? `of ${countOf(rows.length, 'profile')}` : 'all profiles are up to date'),
      link: { to: '/profiles', search: { sync: ['problem'] } },
      why,
    },
  ];
}
