import { Button } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { toProblem } from '../lib/problem.ts';
import { mayCheck } from '../runs/check-again.ts';
import { isOpen, itemsOf, type Run } from '../runs/model.ts';
import { mayPause, mayResume, mayRetry } from '../runs/retry.ts';
import type { Runner } from '../runs/runner.ts';
import { countOf } from '../ui/format.ts';
import { ProblemBanner } from '../ui/problem-banner.tsx';
import { downloadCsv } from './export-csv.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { type NextKind, NextRunDialog } from './next-run-dialog.tsx';
import styles from './run-view.module.css';

/** What a person can do with a run: only what is safe now is there. */
export function RunCommands({
  run,
  runner,
  isElsewhere,
  isBusy,
  place,
}: {
  run: Run;
  runner: Runner;
  /** Another tab carries it out: this one only shows it. */
  isElsewhere: boolean;
  /** This page reads what became of it. */
  isBusy: boolean;
  place: 'panel' | 'page';
}) {
  const [next, setNext] = useState<NextKind | 'leave' | null>(null);
  const check = useCommand(() => runner.checkAgain(run.id));
  const cancel = useCommand(() => runner.cancel(run.id));
  const items = itemsOf(run);
  const count = (may: (item: (typeof items)[number]) => boolean) =>
    isElsewhere ? 0 : items.filter(may).length;
  const isOver = run.state === 'settling' || run.state === 'done';
  const toResume = run.state === 'paused' ? count(mayResume) : 0;
  const toRetry = isOver ? count(mayRetry) : 0;
  const toPause = isOver ? count((item) => mayPause(run, item)) : 0;
  const toCheck = run.state === 'running' ? 0 : count((item) => mayCheck(run, item));
  // One that is over may be followed for long: that keeps nobody from leaving it.
  const mayLeave = run.state === 'done' || (run.state !== 'running' && !isBusy);
  const toLeave = mayLeave ? count(isOpen) : 0;
  const mayCancel = !isElsewhere && !run.cancelled && (run.state === 'running' || toResume > 0);
  const problem = check.error ?? cancel.error;
  return (
    <div className={styles.row}>
      {toResume > 0 && (
        <Button size="small" appearance="primary" onClick={() => setNext('resume')}>
          Resume
        </Button>
      )}
      {toRetry > 0 && (
        <Button size="small" onClick={() => setNext('retry')}>
          Retry {countOf(toRetry, 'item')}
        </Button>
      )}
      {toCheck > 0 && (
        <Button size="small" disabledFocusable={check.isPending} onClick={() => check.mutate()}>
          {check.isPending ? 'Checking…' : 'Check again'}
        </Button>
      )}
      {toLeave > 0 && (
        <Button size="small" onClick={() => setNext('leave')}>
          Leave it at that
        </Button>
      )}
      {toPause > 0 && (
        <Button size="small" onClick={() => setNext('pause')}>
          Pause what this run approved
        </Button>
      )}
      {/* Apart, and anchored at the end: when a command goes, no other one comes to lie under the pointer. */}
      <span className={styles.end}>
        {mayCancel && (
          <Button size="small" disabledFocusable={cancel.isPending} onClick={() => cancel.mutate()}>
            Cancel the rest
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={() => void downloadCsv(run)}>
          Export CSV
        </Button>
        {place === 'panel' && (
          <Link to="/history/$runId" params={{ runId: run.id }} className={styles.link}>
            Open in history
          </Link>
        )}
      </span>
      {next === 'leave' && <LeaveDialog run={run} runner={runner} onClose={() => setNext(null)} />}
      {next && next !== 'leave' && (
        <NextRunDialog kind={next} run={run} runner={runner} onClose={() => setNext(null)} />
      )}
      {problem && (
        <div className={styles.error}>
          <ProblemBanner problem={toProblem(problem)} />
        </div>
      )}
    </div>
  );
}

/** A command that reads or stops, and never sends. */
function useCommand(work: () => Promise<void>) {
  return useMutation({ mutationFn: work, networkMode: 'always', retry: false });
}
