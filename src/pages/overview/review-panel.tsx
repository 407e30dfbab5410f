import { DeveloperBoardRegular } from '@fluentui/react-icons/svg/developer-board';
import { Link } from '@tanstack/react-router';
import { countOf, formatCount } from '../../ui/format.ts';
import type { ReviewLoad } from './fleet-facts.ts';
import { MoreProfiles } from './more-profiles.tsx';
import styles from './overview.module.css';
import { Panel } from './panel.tsx';
import { ProfileLink } from './profile-link.tsx';
import { atMost } from './words.ts';

const mostRows = 8;

/** Where drivers wait for review: each profile, with its firmware and its oldest driver. */
export function ReviewPanel({ loads, now }: { loads: readonly ReviewLoad[]; now: number }) {
  const shown = loads.slice(0, mostRows);
  return (
    <Panel
      title="Drivers to review"
      note={loads.length > 0 ? `in ${countOf(loads.length, 'profile')}` : undefined}
      end={<Link to="/profiles">All driver profiles</Link>}
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
                <th scope="col" className={styles.count}>
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
      <td className={styles.count}>{formatCount(count)}</td>
      <td className={styles.count}>
        {firmware === undefined ? '…' : firmware === 0 ? '–' : <Firmware count={firmware} />}
      </td>
      <td className={`${styles.count} ${styles.roomy}`}>{formatCount(profile.deviceReporting)}</td>
      <td className={styles.count}>{oldestRelease === undefined ? '–' : atMost(oldestRelease, now)}</td>
    </tr>
  );
}

function Firmware({ count }: { count: number }) {
  return (
    <span className={styles.firmware}>
      <DeveloperBoardRegular />
      {formatCount(count)}
    </span>
  );
}
