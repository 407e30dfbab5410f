import { Link } from '@tanstack/react-router';
import type { FleetProfile } from '../../resources/driver-profiles/fleet.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { Legend, type Segment, StackedBar, type Tone } from '../../ui/charts/stacked-bar.tsx';
import { formatCount } from '../../ui/format.ts';
import { type Coverage, coverageOf } from './fleet-facts.ts';
import { MissingNote } from './missing-note.tsx';
import styles from './overview.module.css';
import { Panel } from './panel.tsx';

const keys: readonly { readonly of: keyof Coverage; readonly tone: Tone; readonly label: string }[] = [
  { of: 'approved', tone: 'approved', label: 'Approved' },
  { of: 'scheduled', tone: 'scheduled', label: 'Scheduled' },
  { of: 'needsReview', tone: 'review', label: 'To review' },
  { of: 'suspended', tone: 'paused', label: 'Paused' },
  { of: 'declined', tone: 'declined', label: 'Declined' },
  { of: 'other', tone: 'other', label: 'Other' },
];

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
  const used = keys.filter(({ of }) => rows.some(({ coverage }) => coverage[of] > 0));
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
                <strong>{formatCount(coverage.needsReview)}</strong> of {formatCount(drivers.length)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MissingNote missing={missing} />
    </Panel>
  );
}

function segmentsOf(coverage: Coverage): readonly Segment[] {
  return keys.map(({ of, tone }) => ({ tone, count: coverage[of] }));
}

/** "12 approved, 3 to review" */
function coverageText(coverage: Coverage): string {
  return keys
    .filter(({ of }) => coverage[of] > 0)
    .map(({ of, label }) => `${formatCount(coverage[of])} ${label.toLowerCase()}`)
    .join(', ');
}
