import { Link } from '@tanstack/react-router';
import { needsAttention } from '../runs/model/attention.ts';
import type { RolledUp } from '../runs/model/rolled-up.ts';
import type { Run } from '../runs/model/run.ts';
import { countOf, formatMinute } from '../ui/format.ts';
import styles from './run-view.module.css';
import { summarize } from './summary.ts';
import { Tally } from './tally.tsx';

/**
 * One result for each item over a run, the runs before it, and those that follow: what failed in one of them is not hidden
 * by the success of another. Nothing where the run stands alone.
 *
 * @param props.entries the items of all of these runs, each with the run that decides its result
 */
export function ChainSummary({
  run,
  chain,
  entries,
}: {
  run: Run;
  chain: readonly Run[];
  entries: readonly RolledUp[];
}) {
  if (chain.length < 2) return null;
  const holders = new Set(entries.filter(needsAttention).map((entry) => entry.run));
  const others = [...holders].filter(({ id }) => id !== run.id);
  return (
    <p className={styles.chain}>
      <Tally entries={entries}>
        <strong>{summarize(run, entries)}</strong>
      </Tally>{' '}
      over {countOf(chain.length, 'run')}.{others.length > 0 && ' Needs attention in: '}
      {others.map((other, index) => (
        <span key={other.id}>
          {index > 0 && ', '}
          <Link to="/history/$runId" params={{ runId: other.id }}>
            <bdi>{other.title}</bdi>, {formatMinute(other.startedAt)}
          </Link>
        </span>
      ))}
    </p>
  );
}
