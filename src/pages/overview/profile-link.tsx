import { Link } from '@tanstack/react-router';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import styles from './overview.module.css';

/** The name of a profile, which leads to its drivers. @param props.tab which drivers are shown; the usual ones when absent */
export function ProfileLink({ profile, tab }: { profile: DriverProfile; tab?: 'all' | 'needsReview' }) {
  const name = profileName(profile);
  return (
    <Link
      to="/profiles/$profileId"
      params={{ profileId: profile.id }}
      search={{ tab }}
      className={styles.name}
      title={name}
    >
      <bdi>{name}</bdi>
    </Link>
  );
}
