import { Button, ProgressBar } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { toProblem } from '../lib/problem.ts';
import { type Item, itemsOf, type Outcome, type Run } from '../runs/model.ts';
import { mayCheck, mayRetry } from '../runs/retry.ts';
import type { Runner } from '../runs/runner.ts';
import { DataGrid } from '../ui/data-grid/data-grid.tsx';
import { useRowView } from '../ui/data-grid/use-row-view.ts';
import { countOf, formatClock, formatCount } from '../ui/format.ts';
import { usePreferences } from '../ui/preferences.ts';
import { ProblemBanner } from '../ui/problem-banner.tsx';
import { downloadCsv } from './export-csv.ts';
import { outcomeText } from './outcomes.tsx';
import { groupProblems, nameTargets } from './problem-groups.ts';
import { RetryDialog } from './retry-dialog.tsx';
import { type OutcomeRow, outcomeColumns } from './run-columns.tsx';
import styles from './run-view.module.css';
import { countAnswered, countOutcomes, summarize } from './summary.ts';

const rowId = (row: OutcomeRow) => row.id;
const rowName = (row: OutcomeRow) => row.item.name;

/** One run: how far it is, what stands in its way, and what became of each item. */
export function RunView({ run, runner }: { run: Run; runner: Runner }) {
  const [{ density }] = usePreferences();
  const [shown, setShown] = useState<Outcome | null>(null);
  const items = itemsOf(run);
  const rows = useMemo(() => rowsOf(run), [run]);
  const where = useMemo(
    () => (shown === null ? undefined : (row: OutcomeRow) => row.item.outcome === shown),
    [shown],
  );
  const view = useRowView(rows, outcomeColumns, { search: '', where });
  return (
    <div className={styles.run}>
      <RunProgress run={run} items={items} />
      <div className={styles.row}>
        {countOutcomes(items).map(([outcome, count]) => (
          <Button
            key={outcome}
            size="small"
            appearance={shown === outcome ? 'primary' : 'secondary'}
            aria-pressed={shown === outcome}
            onClick={() => setShown(shown === outcome ? null : outcome)}
          >
            {outcomeText(outcome)} {formatCount(count)}
          </Button>
        ))}
        <RunCommands run={run} runner={runner} items={items} />
      </div>
      {groupProblems(run.steps).map(({ key, problem, targets }) => (
        <ProblemBanner key={key} problem={problem} context={nameTargets(targets)} />
      ))}
      <div className={styles.grid}>
        <DataGrid
          label="Outcome of each item"
          columns={outcomeColumns}
          view={view}
          rowId={rowId}
          rowName={rowName}
          density={density}
          empty={<p className={styles.none}>No item has this outcome any more.</p>}
        />
      </div>
    </div>
  );
}

function RunProgress({ run, items }: { run: Run; items: readonly Item[] }) {
  const answered = countAnswered(items);
  return (
    <div>
      <p className={styles.title}>
        <strong>
          <bdi>{run.title}</bdi>
        </strong>
        {run.note && (
          <>
            {' '}
            · Note: <bdi>{run.note}</bdi>
          </>
        )}
      </p>
      <p className={styles.summary}>
        {summarize(run)}
        {run.state === 'settling' && '. Reading what became of them…'}
        {run.waitingUntil !== null &&
          `. Microsoft Graph asks us to wait until ${formatClock(run.waitingUntil)}`}
        {run.cancelled && '. Cancelled: nothing further is sent'}
      </p>
      {run.state === 'running' && (
        <ProgressBar aria-label={`Progress of: ${run.title}`} value={answered} max={items.length} />
      )}
    </div>
  );
}

function RunCommands({ run, runner, items }: { run: Run; runner: Runner; items: readonly Item[] }) {
  const [isRetrying, setIsRetrying] = useState(false);
  const check = useMutation({
    mutationFn: () => runner.checkAgain(run.id),
    networkMode: 'always',
    retry: false,
  });
  const toRetry = run.state === 'running' ? 0 : items.filter(mayRetry).length;
  const open = items.filter(mayCheck).length;
  return (
    <>
      {run.state === 'running' && !run.cancelled && (
        <Button size="small" onClick={() => runner.cancel(run.id)}>
          Cancel the rest
        </Button>
      )}
      {run.state !== 'running' && open > 0 && (
        <Button size="small" disabledFocusable={check.isPending} onClick={() => check.mutate()}>
          {check.isPending ? 'Checking…' : 'Check again'}
        </Button>
      )}
      {toRetry > 0 && (
        <Button size="small" onClick={() => setIsRetrying(true)}>
          Retry {countOf(toRetry, 'item')}
        </Button>
      )}
      <Button size="small" onClick={() => void downloadCsv(run)}>
        Export CSV
      </Button>
      {isRetrying && <RetryDialog run={run} runner={runner} onClose={() => setIsRetrying(false)} />}
      {check.error && (
        <div className={styles.error}>
          <ProblemBanner problem={toProblem(check.error)} />
        </div>
      )}
    </>
  );
}

function rowsOf(run: Run): readonly OutcomeRow[] {
  return run.steps.flatMap((step) =>
    step.items.map((item) => ({
      id: `${step.id} ${item.id}`,
      item,
      target: step.targetName,
      runState: run.state,
    })),
  );
}
