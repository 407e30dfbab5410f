import { Link } from '@tanstack/react-router';
import { countOf } from '../../ui/format.ts';
import { EmptyState } from '../../ui/page.tsx';

/** What an empty inbox says: that all is decided, or that there is nothing yet. */
export function InboxZero({
  hasDrivers,
  reviewed,
  parked,
}: {
  /** Some profile lists a driver. */
  hasDrivers: boolean;
  /** Decided today. */
  reviewed: number;
  parked: number;
}) {
  if (!hasDrivers) {
    return (
      <EmptyState title="No drivers in any profile yet">
        <p>
          That’s normal in the first 24 hours after a profile was assigned: devices must scan for updates
          first.
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing needs review">
      <p>
        Every driver in every profile is decided.
        {reviewed > 0 && ` You reviewed ${countOf(reviewed, 'driver')} today.`}
        {parked > 0 && ` ${countOf(parked, 'driver is', 'drivers are')} parked and will come back.`}
      </p>
      <p>
        New drivers show up here after the next sync. <Link to="/driver-updates">See all driver updates</Link>
      </p>
    </EmptyState>
  );
}
