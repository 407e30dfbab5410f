import { Link } from '@tanstack/react-router';
import type { FleetProfile } from '../../resources/driver-profiles/fleet.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { coverageOf, coverageText, segmentsOf, standings } from '../../resources/driver-profiles/standing.ts';
import { Legend, StackedBar } from '../../ui/charts/stacked-bar.tsx';
import { formatCount } from '../../ui/format.ts';
import { MissingNote } from './missing-note.tsx';
import styles from './overview.module.css';
import { Panel } from './panel.tsx';

/** How the drivers of each profile stand. */
export function CoveragePanel({
  fleet,
  missing,
  now,
}: {
  fleet: readonly FleetProfile[];
  missing: number;
  now: number;
}) {
  const rows = fleet.flatMap(({ profile, drivers }) =>
    drivers && drivers.length > 0 ? { profile, drivers, coverage: coverageOf(drivers, now) } : [],
  );
  const used = standings.filter(({ of }) => rows.some(({ coverage }) => coverage[of] > 0));
  return (
    <Panel title="Coverage by profile" note="drivers by status">
      <Legend keys={used} />
      <table>
        <thead className={styles.unseen}>
          <tr>
            <th scope="col">Profile</th>
            <th scope="col">Drivers by status</th>
            <th scope="col">To review</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ profile, drivers, coverage }) => (
            <tr key={profile.id}>
              <th scope="row">
                <Link to="/profiles/$profileId" params={{ profileId: profile.id }} search={{ tab: 'all' }}>
                  <bdi>{profileName(profile)}</bdi>
                </Link>
              </th>
              <td className={styles.barCell}>
                <span className={styles.unseen}>{coverageText(coverage)}</span>
                <StackedBar segments={segmentsOf(coverage)} />
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
      <MissingNote missing={missing} />
    </Panel>
  );
}
