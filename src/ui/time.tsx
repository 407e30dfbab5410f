import type { Instant } from '../lib/instant.ts';
import { formatAge, formatDay, formatMoment, formatNearDay } from './format.ts';
import { useNow } from './use-now.ts';

/** How old something is, with the exact time on hover: "3 hours ago". */
export function Age({ instant }: { instant: Instant }) {
  const now = useNow();
  // Data loaded since the last tick must not seem to come from the future.
  const age = formatAge(instant, Math.max(now, instant));
  return (
    <time dateTime={new Date(instant).toISOString()} title={formatMoment(instant)}>
      {age}
    </time>
  );
}

/** A day, with the exact time on hover: "8 Dec 2026". "–" when it is not set. */
export function Day({ instant }: { instant: Instant | null }) {
  if (instant === null) return <span title="Not set">–</span>;
  return (
    <time dateTime={new Date(instant).toISOString()} title={formatMoment(instant)}>
      {formatDay(instant)}
    </time>
  );
}

/** A day of this year or the next, as people speak of it, with the exact time on hover: "Tue, 8 Dec". */
export function NearDay({ instant }: { instant: Instant }) {
  return (
    <time dateTime={new Date(instant).toISOString()} title={formatMoment(instant)}>
      {formatNearDay(instant)}
    </time>
  );
}

/** The exact time, local and UTC. */
export function Moment({ instant }: { instant: Instant | null }) {
  if (instant === null) return <span>Not set</span>;
  return <time dateTime={new Date(instant).toISOString()}>{formatMoment(instant)}</time>;
}
