import { ArrowDownloadRegular } from '@fluentui/react-icons/headless/svg/arrow-download';
import { DismissRegular } from '@fluentui/react-icons/headless/svg/dismiss';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useAccount } from '../auth/session.ts';
import { toProblem } from '../lib/problem.ts';
import { mayResume } from '../runs/model/retry.ts';
import { itemsOf, type Run } from '../runs/model/run.ts';
import type { Runner } from '../runs/runner.ts';
import { Button } from '../ui/button.tsx';
import { formatClock, formatCount } from '../ui/format.ts';
import { ProblemLine } from '../ui/problem-banner.tsx';
import { downloadCsv } from './export-csv.ts';
import { undoLabelOf } from './intent-text.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { NextRunDialog } from './next-run-dialog.tsx';
import type { NextKind } from './next-words.ts';
import { foremost, type Offered, withoutVain } from './offered.ts';
import styles from './run-view.module.css';
import { countItems } from './summary.ts';

/** What a person can do with a run: only the commands that are safe now. */
export function RunCommands({
  run,
  runner,
  offered,
  onReview,
  isBrief = false,
}: {
  run: Run;
  runner: Runner;
  offered: Offered;
  /** A dialog about this run was opened. */
  onReview?: (() => void) | undefined;
  /** There is room for one command: the foremost. */
  isBrief?: boolean;
}) {
  const [next, setNext] = useState<NextKind | 'leave' | null>(null);
  const account = useAccount();
  const row = useRef<HTMLDivElement>(null);
  // A finished command disappears, and the focus with it: the browser then gives it to nothing.
  const keepFocus = () =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) row.current?.focus();
    });
  const check = useCommand(() => runner.checkAgain(run.id), keepFocus);
  const cancel = useCommand(() => runner.cancel(run.id), keepFocus);
  const save = useCommand(() => downloadCsv(run, account), keepFocus);
  const open = (kind: NextKind | 'leave') => {
    onReview?.();
    setNext(kind);
  };
  const close = () => {
    setNext(null);
    keepFocus();
  };
  const { toResume, toRetry, toUndo, toCheck, toLeave, mayCancel, whyNot } = isBrief
    ? foremost(withoutVain(offered, run), itemsOf(run))
    : offered;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form */}
      <div ref={row} role="group" aria-label="Run actions" tabIndex={-1} className={styles.commands}>
        {toResume > 0 && (
          <NextButton isPrimary whyNot={whyNot} onClick={() => open('resume')}>
            Resume
          </NextButton>
        )}
        {toRetry > 0 && (
          <NextButton whyNot={whyNot} onClick={() => open('retry')}>
            Retry {countItems(run, toRetry)}
          </NextButton>
        )}
        {toCheck > 0 && (
          <Button size="small" disabledFocusable={check.isPending} onClick={() => check.mutate()}>
            {check.isPending ? 'Checking…' : `Check again ${formatCount(toCheck)}`}
          </Button>
        )}
        {toLeave > 0 && (
          <Button size="small" onClick={() => open('leave')}>
            Stop tracking
          </Button>
        )}
        {toUndo > 0 && (
          <Button size="small" onClick={() => open('undo')}>
            {undoLabelOf(run.steps)}
          </Button>
        )}
        {mayCancel && (
          <Button size="small" disabledFocusable={cancel.isPending} onClick={() => cancel.mutate()}>
            Cancel remaining {formatCount(itemsOf(run).filter(mayResume).length)}
          </Button>
        )}
        {!isBrief && (
          <>
            <span role="status" className={styles.checked}>
              {check.isSuccess && `Checked at ${formatClock(check.submittedAt)}`}
            </span>
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowDownloadRegular />}
              aria-label="Export CSV"
              title="Export CSV"
              onClick={() => save.mutate()}
            />
          </>
        )}
      </div>
      {next === 'leave' && <LeaveDialog run={run} runner={runner} onClose={close} />}
      {next && next !== 'leave' && <NextRunDialog kind={next} run={run} runner={runner} onClose={close} />}
      {toCheck > 0 && <CommandProblem context="Check again" command={check} />}
      <CommandProblem context="Cancel remaining" command={cancel} />
      <CommandProblem context="Export CSV" command={save} />
    </>
  );
}

/** Opens the review of what is left to send; where that can't be sent, says why. */
function NextButton({
  isPrimary = false,
  whyNot,
  onClick,
  children,
}: {
  isPrimary?: boolean;
  whyNot: string | undefined;
  onClick: () => void;
  children: ReactNode;
}) {
  const reasonId = useId();
  const isOff = whyNot !== undefined;
  return (
    <>
      <Button
        size="small"
        appearance={isPrimary && !isOff ? 'primary' : 'secondary'}
        disabledFocusable={isOff}
        aria-describedby={isOff ? reasonId : undefined}
        title={whyNot}
        onClick={onClick}
      >
        {children}
      </Button>
      {isOff && (
        <span id={reasonId} hidden>
          {whyNot}
        </span>
      )}
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
  if (!error) return null;
  return (
    <div className={styles.commandProblem}>
      <ProblemLine
        problem={toProblem(error)}
        context={context}
        end={
          <Button
            size="small"
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={`Dismiss: ${toProblem(error).title}`}
            onClick={reset}
          />
        }
      />
    </div>
  );
}
