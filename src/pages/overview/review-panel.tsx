import { DeveloperBoardRegular } from '@fluentui/react-icons/headless/svg/developer-board';
import { Link } from '@tanstack/react-router';
import { profileName } from '../../resources/driver-profiles/names.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { needsReview } from '../../resources/driver-updates/inbox.ts';
import { countOf, formatCount } from '../../ui/format.ts';
import type { Missing, ReviewLoad } from './fleet-facts.ts';
import { MissingNote } from './missing-note.tsx';
import { MoreProfiles } from './more-profiles.tsx';
import styles from './overview.module.css';
import { Panel } from './panel.tsx';
import { ProfileLink } from './profile-link.tsx';
import { atMost } from './words.ts';

const mostRows = 8;

/** Where drivers wait for review: each profile, with its firmware and its oldest driver. */
export function ReviewPanel({
  loads,
  updates,
  missing,
  now,
}: {
  loads: readonly ReviewLoad[];
  /** Undefined while they are loading. */
  updates: readonly DriverUpdate[] | undefined;
  missing: Missing;
  now: number;
}) {
  const once = updates && countOf(updates.filter(needsReview).length, 'driver update');
  // Of a profile that couldn't be read, only Graph's own count is known: no driver update among these is from there.
  const read = updates ? loads.filter(({ firmware }) => firmware !== undefined) : loads;
  const unread = loads.length - read.length;
  const shown = loads.slice(0, mostRows);
  return (
    <Panel
      title="Drivers to review"
      note={
        loads.length > 0
          ? `${once ? `${once} ` : ''}in ${countOf(read.length, 'profile')}${unread > 0 ? `, ${formatCount(unread)} not read` : ''}`
          : undefined
      }
      end={<Link to="/review">Open review</Link>}
    >
      {loads.length === 0 ? (
        <p>Nothing waits for review.</p>
      ) : (
        <div className={styles.wide}>
          <table>
            <thead>
              <tr>
                <th scope="col">Profile</th>
                <th scope="col" className={styles.count}>
                  To review
                </th>
                <th scope="col" className={styles.count}>
                  Firmware
                </th>
                <th scope="col" className={`${styles.count} ${styles.roomy}`}>
                  Devices
                </th>
                <th scope="col" className={`${styles.count} ${styles.roomiest}`}>
                  Oldest waits
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((load) => (
                <ReviewRow key={load.profile.id} load={load} now={now} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreProfiles count={loads.length - shown.length} />
      <MissingNote missing={missing} />
    </Panel>
  );
}

function ReviewRow({ load, now }: { load: ReviewLoad; now: number }) {
  const { profile, count, firmware, oldestRelease } = load;
  return (
    <tr>
      <th scope="row">
        <ProfileLink profile={profile} tab="needsReview" />
      </th>
      <td className={styles.count}>
        <Link
          to="/profiles/$profileId"
          params={{ profileId: profile.id }}
          search={{ tab: 'needsReview' }}
          aria-label={`${formatCount(count)} to review in ${profileName(profile)}`}
        >
          {formatCount(count)}
        </Link>
      </td>
      <td className={styles.count}>
        {firmware === undefined ? '…' : firmware === 0 ? '–' : <Firmware load={load} count={firmware} />}
      </td>
      <td className={`${styles.count} ${styles.roomy}`}>{formatCount(profile.deviceReporting)}</td>
      <td className={`${styles.count} ${styles.roomiest}`}>
        {oldestRelease === undefined ? '–' : atMost(oldestRelease, now)}
      </td>
    </tr>
  );
}

function Firmware({ load: { profile, firmwareClasses }, count }: { load: ReviewLoad; count: number }) {
  return (
    <Link
      to="/profiles/$profileId"
      params={{ profileId: profile.id }}
      search={{ tab: 'needsReview', class: [...firmwareClasses] }}
      className={styles.firmware}
      aria-label={`${formatCount(count)} firmware to review in ${profileName(profile)}`}
    >
      <DeveloperBoardRegular />
      {formatCount(count)}
    </Link>
  );
}
