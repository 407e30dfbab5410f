import { Button } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toProblem } from '../lib/problem.ts';
import { mayCheck } from '../runs/check-again.ts';
import { itemsOf, type Run } from '../runs/model.ts';
import { mayPause, mayResume, mayRetry } from '../runs/retry.ts';
import type { Runner } from '../runs/runner.ts';
import { countOf } from '../ui/format.ts';
import { ProblemBanner } from '../ui/problem-banner.tsx';
import { downloadCsv } from './export-csv.ts';
import { type NextKind, NextRunDialog } from './next-run-dialog.tsx';
import styles from './run-view.module.css';

/** What a person can do with a run: only what is safe now is there. */
export function RunCommands({
  run,
  runner,
  isElsewhere,
}: {
  run: Run;
  runner: Runner;
  /** Another tab carries it out: this one only shows it. */
  isElsewhere: boolean;
}) {
  const [next, setNext] = useState<NextKind | null>(null);
  const check = useCommand(() => runner.checkAgain(run.id));
  const cancel = useCommand(() => runner.cancel(run.id));
  const items = itemsOf(run);
  const count = (may: (item: (typeof items)[number]) => boolean) => items.filter(may).length;
  const isPaused = run.state === 'paused';
  const isOver = run.state === 'settling' || run.state === 'done';
  const toResume = isPaused ? count(mayResume) : 0;
  const toRetry = isOver ? count(mayRetry) : 0;
  const toPause = isOver ? count((item) => mayPause(run, item)) : 0;
  const problem = check.error ?? cancel.error;
  if (isElsewhere) return <SaveButton run={run} />;
  return (
    <>
      {toResume > 0 && (
        <Button size="small" appearance="primary" onClick={() => setNext('resume')}>
          Resume
        </Button>
      )}
      {(run.state === 'running' || toResume > 0) && !run.cancelled && (
        <Button size="small" disabledFocusable={cancel.isPending} onClick={() => cancel.mutate()}>
          Cancel the rest
        </Button>
      )}
      {run.state !== 'running' && count((item) => mayCheck(run, item)) > 0 && (
        <Button size="small" disabledFocusable={check.isPending} onClick={() => check.mutate()}>
          {check.isPending ? 'Checking…' : 'Check again'}
        </Button>
      )}
      {toRetry > 0 && (
        <Button size="small" onClick={() => setNext('retry')}>
          Retry {countOf(toRetry, 'item')}
        </Button>
      )}
      {toPause > 0 && (
        <Button size="small" onClick={() => setNext('pause')}>
          Pause what this run approved
        </Button>
      )}
      <SaveButton run={run} />
      {next && <NextRunDialog kind={next} run={run} runner={runner} onClose={() => setNext(null)} />}
      {problem && (
        <div className={styles.error}>
          <ProblemBanner problem={toProblem(problem)} />
        </div>
      )}
    </>
  );
}

function SaveButton({ run }: { run: Run }) {
  return (
    <Button size="small" onClick={() => void downloadCsv(run)}>
      Export CSV
    </Button>
  );
}

/** A command that reads or stops, and never sends. */
function useCommand(work: () => Promise<void>) {
  return useMutation({ mutationFn: work, networkMode: 'always', retry: false });
}
