import { Link } from '@tanstack/react-router';
import type { FleetProfile } from '../../resources/driver-profiles/fleet.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { coverageOf, coverageText, segmentsOf, standings } from '../../resources/driver-profiles/standing.ts';
import { Legend, StackedBar } from '../../ui/charts/stacked-bar.tsx';
import { formatCount } from '../../ui/format.ts';
import type { Missing } from './fleet-facts.ts';
import { MissingNote } from './missing-note.tsx';
import { MoreProfiles } from './more-profiles.tsx';
import styles from './overview.module.css';
import { Panel } from './panel.tsx';
import { ProfileLink } from './profile-link.tsx';

const mostRows = 12;

/** How the drivers of each profile stand; of many profiles, those with the most to review. */
export function CoveragePanel({
  fleet,
  missing,
  now,
}: {
  fleet: readonly FleetProfile[];
  missing: Missing;
  now: number;
}) {
  const rows = fleet.flatMap(({ profile, drivers }) =>
    drivers && drivers.length > 0 ? { profile, drivers, coverage: coverageOf(drivers, now) } : [],
  );
  const used = standings.filter(({ of }) => rows.some(({ coverage }) => coverage[of] > 0));
  const shown =
    rows.length <= mostRows
      ? rows
      : rows.toSorted((a, b) => b.coverage.needsReview - a.coverage.needsReview).slice(0, mostRows);
  return (
    <Panel title="Coverage by profile" note="drivers by status">
      {rows.length === 0 && missing.loading === 0 && <p>No profile lists a driver yet.</p>}
      <Legend keys={used} />
      <table className={styles.coverage} hidden={rows.length === 0}>
        <colgroup>
          <col className={styles.names} />
          <col />
          <col className={styles.counts} />
        </colgroup>
        <thead className={styles.unseen}>
          <tr>
            <th scope="col">Profile</th>
            <th scope="col">Drivers by status</th>
            <th scope="col">To review</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ profile, drivers, coverage }) => (
            <tr key={profile.id}>
              <th scope="row">
                <ProfileLink profile={profile} tab="all" />
              </th>
              <td>
                <Link
                  to="/profiles/$profileId"
                  params={{ profileId: profile.id }}
                  search={{ tab: 'all' }}
                  className={styles.barLink}
                  aria-label={`${profileName(profile)}: ${coverageText(coverage)}`}
                  title={coverageText(coverage)}
                >
                  <StackedBar segments={segmentsOf(coverage)} />
                </Link>
              </td>
              <td className={styles.count}>
                <Link
                  to="/profiles/$profileId"
                  params={{ profileId: profile.id }}
                  search={{ tab: 'needsReview' }}
                  aria-label={`${formatCount(coverage.needsReview)} to review in ${profileName(profile)}`}
                >
                  <strong>{formatCount(coverage.needsReview)}</strong>
                </Link>{' '}
                of {formatCount(drivers.length)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreProfiles count={rows.length - shown.length} />
      <MissingNote missing={missing} />
    </Panel>
  );
}
