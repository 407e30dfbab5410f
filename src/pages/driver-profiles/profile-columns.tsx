import { Link } from '@tanstack/react-router';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { approvalTypeText, syncText } from '../../resources/driver-profiles/words.ts';
import type { Column } from '../../ui/data-grid/row-model.ts';
import { formatCount } from '../../ui/format.ts';
import { Day } from '../../ui/time.tsx';
import { SyncLabel } from './labels.tsx';

export const profileId = (profile: DriverProfile) => profile.id;

/** The columns of the grid "Driver profiles". Cells show ages, so the columns follow the clock. */
export function profileColumnsAt(now: number): readonly Column<DriverProfile>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      width: 280,
      keep: true,
      text: profileName,
      sortValue: profileName,
      render: (profile) => (
        <Link to="/profiles/$profileId" params={{ profileId: profile.id }} tabIndex={-1}>
          <bdi>{profileName(profile)}</bdi>
        </Link>
      ),
    },
    {
      id: 'review',
      header: 'Drivers to review',
      width: 150,
      align: 'end',
      keep: true,
      text: (profile) => formatCount(profile.newUpdates),
      sortValue: (profile) => profile.newUpdates,
    },
    {
      id: 'approvalType',
      priority: 3,
      header: 'Approval method',
      width: 145,
      text: approvalTypeText,
      sortValue: approvalTypeText,
    },
    {
      id: 'deferral',
      priority: 4,
      header: 'Deferral (days)',
      width: 130,
      align: 'end',
      text: (profile) =>
        profile.approvalType === 'automatic' && profile.deploymentDeferralInDays !== null
          ? formatCount(profile.deploymentDeferralInDays)
          : '–',
      sortValue: (profile) =>
        profile.approvalType === 'automatic' ? profile.deploymentDeferralInDays : null,
    },
    {
      id: 'devices',
      priority: 2,
      header: 'Devices reporting',
      width: 150,
      align: 'end',
      text: (profile) => formatCount(profile.deviceReporting),
      sortValue: (profile) => profile.deviceReporting,
    },
    {
      id: 'sync',
      priority: 2,
      header: 'Last sync',
      width: 240,
      text: (profile) => syncText(profile, now),
      sortValue: (profile) => profile.inventorySyncStatus?.lastSuccessfulSyncDateTime ?? null,
      render: (profile) => <SyncLabel profile={profile} now={now} />,
    },
    {
      id: 'modified',
      priority: 4,
      header: 'Last modified',
      width: 130,
      text: (profile) =>
        profile.lastModifiedDateTime === null ? '' : new Date(profile.lastModifiedDateTime).toISOString(),
      sortValue: (profile) => profile.lastModifiedDateTime,
      searched: false,
      render: (profile) => <Day instant={profile.lastModifiedDateTime} />,
    },
  ];
}
