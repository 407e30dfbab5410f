import type { Instant } from '../lib/instant.ts';
import { formatDuration, formatMoment } from './format.ts';
import { useNow } from './use-now.ts';

/** How old something is, as short as beside an incident: "3 h ago". The exact time is on hover. */
export function ShortAge({ instant }: { instant: Instant }) {
  const now = useNow();
  return (
    <time dateTime={new Date(instant).toISOString()} title={formatMoment(instant)}>
      {formatDuration(Math.max(0, now - instant))} ago
    </time>
  );
}
