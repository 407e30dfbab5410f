import { Link } from '@tanstack/react-router';
import { SyncLabel } from '../../resources/driver-profiles/labels.tsx';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { coverageText, segmentsOf } from '../../resources/driver-profiles/standing.ts';
import { lastSync } from '../../resources/driver-profiles/sync-problem.ts';
import { approvalMethodText, shortSyncText } from '../../resources/driver-profiles/words.ts';
import { StackedBar } from '../../ui/charts/stacked-bar.tsx';
import type { Column } from '../../ui/data-grid/row-model.ts';
import { countOf, formatCount, formatDuration } from '../../ui/format.ts';
import { Day, NearDay } from '../../ui/time.tsx';
import styles from './profile-columns.module.css';
import { type ProfileRow, toReview } from './profile-row.ts';

export const profileRowName = ({ profile }: ProfileRow) => profileName(profile);

const missingTexts = { loading: 'Loading…', failed: 'Not loaded', forbidden: 'No permission' } as const;

/** The columns of the grid "Driver profiles". Cells show ages, so the columns follow the clock. */
export function profileColumnsAt(now: number): readonly Column<ProfileRow>[] {
  return [
    {
      id: 'name',
      header: 'Profile',
      width: 240,
      keep: true,
      isLink: true,
      text: profileRowName,
      sortValue: profileRowName,
      render: ({ profile }) => (
        <Link
          className={styles.name}
          to="/profiles/$profileId"
          params={{ profileId: profile.id }}
          tabIndex={-1}
        >
          <bdi>{profileName(profile)}</bdi>
        </Link>
      ),
    },
    {
      id: 'approvalType',
      priority: 3,
      header: 'Approval method',
      width: 150,
      text: ({ profile }) => approvalMethodText(profile),
      sortValue: ({ profile }) => approvalMethodText(profile),
    },
    {
      id: 'devices',
      priority: 3,
      header: 'Devices',
      width: 90,
      align: 'end',
      text: ({ profile }) => formatCount(profile.deviceReporting),
      sortValue: ({ profile }) => profile.deviceReporting,
    },
    {
      id: 'drivers',
      priority: 4,
      header: 'Drivers',
      width: 90,
      align: 'end',
      searched: false,
      text: ({ facts }) => formatCount(facts?.drivers ?? null),
      sortValue: ({ facts }) => facts?.drivers ?? null,
    },
    {
      id: 'standing',
      priority: 2,
      header: 'By status',
      width: 200,
      minWidth: 120,
      searched: false,
      text: standingText,
      render: (row) => <Standing row={row} />,
    },
    {
      id: 'review',
      header: 'To review',
      // The age comes later than the column is measured.
      width: 144,
      minWidth: 144,
      keep: true,
      text: (row) => formatCount(toReview(row)),
      sortValue: toReview,
      render: (row) => <ToReview row={row} now={now} />,
    },
    {
      id: 'next',
      priority: 4,
      header: 'Next available',
      width: 160,
      minWidth: 160,
      searched: false,
      text: ({ facts }) => (facts?.next ? new Date(facts.next.at).toISOString() : '–'),
      sortValue: ({ facts }) => facts?.next?.at ?? null,
      render: ({ facts }) => <Next facts={facts} />,
    },
    {
      id: 'sync',
      priority: 2,
      header: 'Last sync',
      width: 240,
      keep: true,
      text: ({ profile }) => shortSyncText(profile, now),
      sortValue: ({ profile }) => lastSync(profile),
      render: ({ profile }) => <SyncLabel profile={profile} now={now} isShort />,
    },
    {
      id: 'modified',
      priority: 4,
      header: 'Last modified',
      width: 130,
      isOptional: true,
      text: ({ profile }) =>
        profile.lastModifiedDateTime === null ? '' : new Date(profile.lastModifiedDateTime).toISOString(),
      sortValue: ({ profile }) => profile.lastModifiedDateTime,
      searched: false,
      render: ({ profile }) => <Day instant={profile.lastModifiedDateTime} />,
    },
  ];
}

function standingText({ facts, missing }: ProfileRow): string {
  if (missing) return missingTexts[missing];
  return facts && facts.drivers > 0 ? coverageText(facts.coverage) : 'No drivers yet';
}

function Standing({ row }: { row: ProfileRow }) {
  const { facts, missing } = row;
  if (missing === 'loading') return <span className={styles.skeleton} role="img" aria-label="Loading…" />;
  if (!facts || facts.drivers === 0) return <span className={styles.muted}>{standingText(row)}</span>;
  return (
    <span className={styles.bar} role="img" aria-label={standingText(row)} title={standingText(row)}>
      <StackedBar segments={segmentsOf(facts.coverage)} />
    </span>
  );
}

/** An age from which a driver has waited long, in ms. */
const longWait = 21 * 86_400_000;

/** Where nothing else is known than a release date, it is the most that a driver can have waited for. */
function ToReview({ row, now }: { row: ProfileRow; now: number }) {
  const count = toReview(row);
  const oldest = row.facts?.oldestToReview ?? null;
  const age = oldest === null ? 0 : Math.max(0, now - oldest);
  return (
    <span className={styles.pair}>
      <span className={count === 0 ? styles.none : styles.count}>{formatCount(count)}</span>
      {oldest !== null && (
        <span
          className={age > longWait ? styles.long : styles.muted}
          title="How long the oldest driver waits: at most since its release"
        >
          up to {formatDuration(age)}
        </span>
      )}
    </span>
  );
}

function Next({ facts }: { facts: ProfileRow['facts'] }) {
  if (!facts?.next) return <span className={styles.muted}>{facts ? 'None' : '–'}</span>;
  return (
    <span className={styles.pair}>
      <NearDay instant={facts.next.at} />
      <span className={styles.muted}>{countOf(facts.next.drivers, 'driver')}</span>
    </span>
  );
}
