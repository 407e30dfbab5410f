import { Link } from '@tanstack/react-router';
import type { Gaps } from '../../resources/driver-updates/gaps.ts';
import { EmptyState } from '../../ui/page.tsx';
import { type InboxNumbers, zeroWords } from './words.ts';

/** What an empty inbox says: what is decided, staged, parked or unknown, or that there is nothing yet. */
export function InboxZero({
  hasDrivers,
  numbers,
  gaps,
}: {
  /** Some profile lists a driver. */
  hasDrivers: boolean;
  numbers: Omit<InboxNumbers, 'waiting'>;
  gaps: Gaps;
}) {
  const { title, text, staged } = zeroWords(numbers, gaps, hasDrivers);
  if (!hasDrivers) {
    return (
      <EmptyState title={title}>
        {text !== '' && <Sentences text={text} />}
        <p>
          That’s normal in the first 24 hours after a profile was assigned: devices must scan for updates
          first.
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={title}>
      {text !== '' && <Sentences text={text} />}
      {staged && (
        <p>
          {staged} <Link to="/plan">Open the plan</Link>
        </p>
      )}
      <p>
        New drivers show up here after the next sync. <Link to="/driver-updates">See all driver updates</Link>
      </p>
    </EmptyState>
  );
}

/** Names of profiles stand in them. */
function Sentences({ text }: { text: string }) {
  return (
    <p>
      <bdi>{text}</bdi>
    </p>
  );
}
