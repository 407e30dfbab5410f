import { Button } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { toProblem } from '../lib/problem.ts';
import { mayCheck } from '../runs/check-again.ts';
import { isOpen, itemsOf, type Run } from '../runs/model.ts';
import { mayPause, mayResume, mayRetry } from '../runs/retry.ts';
import type { Runner } from '../runs/runner.ts';
import { countOf, formatClock } from '../ui/format.ts';
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
  onReview,
}: {
  run: Run;
  runner: Runner;
  /** Another tab carries it out: this one only shows it. */
  isElsewhere: boolean;
  /** This page reads what became of it. */
  isBusy: boolean;
  place: 'panel' | 'page';
  /** A dialog about this run was opened. */
  onReview?: (() => void) | undefined;
}) {
  const [next, setNext] = useState<NextKind | 'leave' | null>(null);
  const row = useRef<HTMLDivElement>(null);
  // A command that has done its work goes, and with it the focus, which the browser then gives to nothing.
  const keepFocus = () =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) row.current?.focus();
    });
  const check = useCommand(() => runner.checkAgain(run.id), keepFocus);
  const cancel = useCommand(() => runner.cancel(run.id), keepFocus);
  const save = useCommand(() => downloadCsv(run), keepFocus);
  const open = (kind: NextKind | 'leave') => {
    onReview?.();
    setNext(kind);
  };
  const close = () => {
    setNext(null);
    keepFocus();
  };
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
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form */}
      <div ref={row} role="group" aria-label="Commands of the run" tabIndex={-1} className={styles.row}>
        {toResume > 0 && (
          <Button size="small" appearance="primary" onClick={() => open('resume')}>
            Resume
          </Button>
        )}
        {toRetry > 0 && (
          <Button size="small" onClick={() => open('retry')}>
            Retry {countOf(toRetry, 'item')}
          </Button>
        )}
        {toCheck > 0 && (
          <Button size="small" disabledFocusable={check.isPending} onClick={() => check.mutate()}>
            {check.isPending ? 'Checking…' : 'Check again'}
          </Button>
        )}
        {toLeave > 0 && (
          <Button size="small" onClick={() => open('leave')}>
            Leave it at that
          </Button>
        )}
        {toPause > 0 && (
          <Button size="small" onClick={() => open('pause')}>
            Pause what this run approved
          </Button>
        )}
        <span role="status" className={styles.checked}>
          {check.isSuccess && `Read again at ${formatClock(check.submittedAt)}`}
        </span>
        {/* Apart, and anchored at the end: when a command goes, no other one comes to lie under the pointer. */}
        <span className={styles.end}>
          {mayCancel && (
            <Button size="small" disabledFocusable={cancel.isPending} onClick={() => cancel.mutate()}>
              Cancel the rest
            </Button>
          )}
          <Button size="small" appearance="subtle" onClick={() => save.mutate()}>
            Export CSV
          </Button>
          {place === 'panel' && (
            <Link to="/history/$runId" params={{ runId: run.id }} className={styles.link}>
              Open in history
            </Link>
          )}
        </span>
      </div>
      {next === 'leave' && <LeaveDialog run={run} runner={runner} onClose={close} />}
      {next && next !== 'leave' && <NextRunDialog kind={next} run={run} runner={runner} onClose={close} />}
      {toCheck > 0 && <CommandProblem context="Check again" command={check} />}
      <CommandProblem context="Cancel the rest" command={cancel} />
      <CommandProblem context="Export CSV" command={save} />
    </>
  );
}

/** A command that reads, stops or saves, and never sends. */
function useCommand(work: () => Promise<void>, onSettled: () => void) {
  return useMutation({ mutationFn: work, onSettled, networkMode: 'always', retry: false });
}

function CommandProblem({
  context,
  command: { error, reset },
}: {
  context: string;
  command: ReturnType<typeof useCommand>;
}) {
  return error && <ProblemBanner problem={toProblem(error)} context={context} onDismiss={reset} />;
}
