import { Link } from '@tanstack/react-router';
import type { Instant } from '../../lib/instant.ts';
import { dayOf } from '../../lib/local-day.ts';
import { countOf, formatCount, formatDay } from '../../ui/format.ts';
import type { ArrivalRow, Arrivals, Missing } from './fleet-facts.ts';
import { MissingNote } from './missing-note.tsx';
import { MoreProfiles } from './more-profiles.tsx';
import styles from './overview.module.css';
import { Panel } from './panel.tsx';
import { ProfileLink } from './profile-link.tsx';
import { calendarUntil } from './words.ts';

const weekdays = new Intl.DateTimeFormat('en', { weekday: 'short' });
const weekend = [0, 6];
const mostRows = 12;

/** What becomes available on each of the next days, profile by profile; of many profiles, those with the most. */
export function ArrivalsPanel({
  rows,
  days,
  missing,
}: {
  rows: readonly ArrivalRow[];
  days: readonly Instant[];
  missing: Missing;
}) {
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  const ahead = days.slice(0, -1);
  const shown =
    rows.length <= mostRows ? rows : rows.toSorted((a, b) => b.total - a.total).slice(0, mostRows);
  return (
    <Panel
      title="Becoming available"
      total={<Link {...calendarUntil(days)}>{formatCount(total)}</Link>}
      note={`next ${ahead.length} days`}
      end={<Link to="/calendar">Open calendar</Link>}
    >
      {rows.length === 0 ? (
        missing.loading === 0 && <p>No approved driver becomes available in the next {ahead.length} days.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard to be scrolled
        <section className={styles.wide} aria-label="Becoming available, day by day" tabIndex={0}>
          <table className={styles.days}>
            <thead>
              <tr>
                <th scope="col">Profile</th>
                {ahead.map((day) => (
                  <th key={day} scope="col" className={dayClass(day)} aria-label={formatDay(day)}>
                    {weekdays.format(day)}
                    <br />
                    {new Date(day).getDate()}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ profile, days: counts }) => (
                <tr key={profile.id}>
                  <th scope="row">
                    <ProfileLink profile={profile} />
                  </th>
                  {ahead.map((day, index) => (
                    <td key={day} className={dayClass(day)}>
                      {counts[index] && <Arrival profileId={profile.id} day={day} arrivals={counts[index]} />}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <MoreProfiles count={rows.length - shown.length} />
      <MissingNote missing={missing} />
    </Panel>
  );
}

function dayClass(day: Instant): string {
  return weekend.includes(new Date(day).getDay()) ? `${styles.day} ${styles.weekend}` : `${styles.day}`;
}

/** How many drivers become available on a day, and the way to them. */
function Arrival({
  profileId,
  day,
  arrivals: { drivers, firmware },
}: {
  profileId: string;
  day: Instant;
  arrivals: Arrivals;
}) {
  const name = `${countOf(drivers, 'driver')}${firmware > 0 ? `, ${formatCount(firmware)} firmware` : ''}`;
  return (
    <Link
      to="/profiles/$profileId"
      params={{ profileId }}
      search={{ tab: 'scheduled', available: [dayOf(day)] }}
      className={firmware > 0 ? `${styles.arrival} ${styles.withFirmware}` : styles.arrival}
      aria-label={`${name} on ${formatDay(day)}`}
      title={name}
    >
      {formatCount(drivers)}
    </Link>
  );
}
