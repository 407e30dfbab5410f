import { ArrowSyncRegular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import { CalendarClockRegular } from '@fluentui/react-icons/headless/svg/calendar-clock';
import { EyeRegular } from '@fluentui/react-icons/headless/svg/eye';
import { Link } from '@tanstack/react-router';
import { isSyncing } from '../../resources/driver-profiles/sync-problem.ts';
import type { useFleet } from '../../resources/driver-profiles/use-fleet.ts';
import { waitingOnce } from '../../resources/driver-updates/waiting-once.ts';
import { countOf, formatCount } from '../../ui/format.ts';
import { arrivals, daysFrom, missingOf, reviewLoads, syncProblems } from './fleet-facts.ts';
import { noPermission, stateOfRead } from './read-state.ts';
import type { TileFacts } from './tiles.tsx';
import { atMost, calendarUntil } from './words.ts';

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
  const days = daysFrom(now, daysAhead);
  const rowsAhead = arrivals(fleet, days, now);
  const unsynced = syncProblems(rows, now);
  const syncing = rows.filter(isSyncing).length;
  const { loading, failed } = missingOf(fleet);
  const toGo = loading > 0 ? `${countOf(loading, 'profile')} to go` : undefined;
  const without = failed > 0 ? `without ${countOf(failed, 'profile')}` : undefined;
  // Of what couldn't be read, the number holds what the profile itself counts, and the driver updates hold nothing.
  const unread = loads.filter(({ firmware, count }) => firmware === undefined && count !== null).length;
  const counted = unread > 0 ? `${countOf(unread, 'profile')} only counted` : without;
  return [
    {
      icon: EyeRegular,
      title: 'Drivers to review',
      count: state ? null : loads.reduce((sum, { count }) => sum + (count ?? 0), 0),
      second: state ?? (Number.isFinite(oldest) ? waitingText() : (toGo ?? counted ?? 'nothing waits')),
      link: { to: '/review' },
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
      link: calendarUntil(days),
      why,
    },
    {
      icon: ArrowSyncRegular,
      title: 'Sync problems',
      count: state ? null : unsynced.length,
      second:
        state ??
        (unsynced.length > 0
          ? `of ${countOf(rows.length, 'profile')}`
          : syncing > 0
            ? `${countOf(syncing, 'profile')} syncing`
            : 'all profiles are up to date'),
      link: { to: '/profiles', search: { sync: ['problem'] } },
      why,
    },
  ];

  /**
   * "30 driver updates · oldest up to 41 d · 6 firmware": a driver waits in each profile, its update but once. While
   * profiles are loading, none of the three is known.
   */
  function waitingText() {
    if (toGo) return toGo;
    const once = waitingOnce(fleet);
    return (
      <>
        {countOf(once.count, 'driver update')} · oldest {atMost(oldest, now)}
        {once.firmware > 0 && (
          <>
            {' · '}
            <Link to="/review" search={{ firmware: ['yes'] }}>
              {formatCount(once.firmware)} firmware
            </Link>
          </>
        )}
        {counted && ` · ${counted}`}
      </>
    );
  }
}
