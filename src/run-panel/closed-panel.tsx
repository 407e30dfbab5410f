import { Fragment, type ReactNode } from 'react';
import type { Run } from '../runs/model/run.ts';
import type { Runner } from '../runs/runner.ts';
import { countOf, formatCount } from '../ui/format.ts';
import { ResultIcon } from './results.tsx';
import { RunCommands } from './run-commands.tsx';
import { type RunFacts, useRunFacts } from './run-facts.ts';
import styles from './run-panel.module.css';
import { Stopped } from './run-problems.tsx';
import { countItems, countResults, isAskedToWait, resultInCount, waitingInBrief } from './summary.ts';

/** The panel in one line: what the run decides, how many items have each result, what stops it, and the next command. */
export function ClosedPanel({
  toggle,
  run,
  known,
  runner,
  count,
  onReview,
}: {
  toggle: ReactNode;
  run: Run;
  known: readonly Run[];
  runner: Runner;
  /** How many runs the panel holds. */
  count: number;
  /** A dialog about the run was opened. */
  onReview: () => void;
}) {
  const facts = useRunFacts(run, known, runner);
  return (
    <div className={styles.bar}>
      {toggle}
      <strong className={styles.title} title={run.title}>
        <bdi>{run.title}</bdi>
      </strong>
      <span className={styles.brief}>
        <Counts run={run} facts={facts} />
        {count > 1 && ` · ${countOf(count, 'run')}`}
      </span>
      {run.pausedBecause && (
        <div className={styles.alert}>
          <Stopped run={run} isOfThisPage={facts.isOfThisPage} offered={facts.offered} isBrief />
        </div>
      )}
      <div className={styles.next}>
        <RunCommands run={run} runner={runner} offered={facts.offered} onReview={onReview} isBrief />
      </div>
    </div>
  );
}

/** "4 tasks: 1 failed, 3 started", each result with its mark. */
function Counts({ run, facts: { entries, isTakenUp, progress } }: { run: Run; facts: RunFacts }) {
  const isWaiting = isTakenUp && progress.isChecking && isAskedToWait(run);
  return (
    <span>
      {isWaiting && `${waitingInBrief}. `}
      {countItems(run, entries.length)}:{' '}
      {countResults(entries).map(([result, count], index) => (
        <Fragment key={result}>
          {index > 0 && ', '}
          <span className={styles.mark}>
            <ResultIcon result={result} />
          </span>
          {formatCount(count)} {resultInCount(result)}
        </Fragment>
      ))}
    </span>
  );
}
