import { needsAttention } from '../runs/model/attention.ts';
import { type Run, waitOf } from '../runs/model/run.ts';
import { countOf, formatClock } from '../ui/format.ts';
import { useNow } from '../ui/use-now.ts';
import { WaitText } from '../ui/wait-text.tsx';
import { ChainSummary } from './chain-summary.tsx';
import { dateText } from './intent-text.ts';
import { tellCanceled, tellChecking, tellProgress } from './progress.ts';
import type { RunFacts } from './run-facts.ts';
import { runStateHint, runStateText } from './run-state-words.ts';
import styles from './run-view.module.css';
import { entriesOf, inSentences, summarize } from './summary.ts';
import { Tally } from './tally.tsx';

/** What the run decides, and its state. */
export function RunTitle({ run, facts }: { run: Run; facts: RunFacts }) {
  return (
    <p className={styles.title}>
      <strong className={styles.name} title={run.title}>
        <bdi>{run.title}</bdi>
      </strong>
      <StateBadge run={run} facts={facts} />
    </p>
  );
}

/** The state of a run where its progress doesn't say it. */
function StateBadge({ run, facts }: { run: Run; facts: RunFacts }) {
  const { state } = run;
  const { isElsewhere, progress, entries } = facts;
  const needing = entries.filter((entry) => entry.run.id === run.id && needsAttention(entry)).length;
  if (isElsewhere || (state === 'settling' && progress.isChecking)) return null;
  // When it finished stands beside it.
  const needs = state === 'done' && needing > 0;
  if (state === 'done' && !needs) return null;
  return (
    <span
      className={needs || state === 'paused' ? `${styles.badge} ${styles.urgent}` : styles.badge}
      title={runStateHint(state)}
    >
      {needs ? countOf(needing, 'needs attention', 'need attention') : runStateText(state)}
    </span>
  );
}

/** How far the run is, in one line; and what its chain has come to, where it has one. */
export function RunProgressText({
  run,
  facts,
  place,
}: {
  run: Run;
  facts: RunFacts;
  place: 'panel' | 'page';
}) {
  const now = useNow();
  const { progress, isElsewhere, isTakenUp, isHeld, chain, entries } = facts;
  const isInChain = chain.length > 1;
  const wait = isTakenUp ? waitOf(run) : null;
  const told = [
    run.state === 'running' && isTakenUp && tellProgress(run, now),
    run.state === 'settling' && progress.isChecking && tellChecking(run),
    run.state === 'done' && run.endedAt !== null && `Finished at ${formatClock(run.endedAt)}`,
    isHeld && 'You can resume after you sign in',
    isElsewhere && 'Running in another tab',
    run.cancelled && tellCanceled(run),
    place === 'panel' && dateText(run.steps),
  ];
  return (
    <div className={styles.told}>
      {isInChain && <ChainSummary run={run} chain={chain} entries={entries} />}
      {isInChain && summarize(run) !== summarize(run, entries) && (
        <p>
          <Tally entries={entriesOf(run)}>This run: {summarize(run)}</Tally>
        </p>
      )}
      {told.some(Boolean) && <p>{inSentences(told.map((part) => part || false))}</p>}
      {wait && <WaitText wait={wait} className={styles.wait} />}
      {place === 'panel' && run.note && (
        <p>
          Note: <bdi>{run.note}</bdi>
        </p>
      )}
    </div>
  );
}
