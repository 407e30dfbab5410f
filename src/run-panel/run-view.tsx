import { Button, ProgressBar } from '@fluentui/react-components';
import { Link } from '@tanstack/react-router';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { type Item, itemsOf, type Outcome, type Run } from '../runs/model.ts';
import type { Runner } from '../runs/runner.ts';
import { DataGrid } from '../ui/data-grid/data-grid.tsx';
import { useRowView } from '../ui/data-grid/use-row-view.ts';
import { formatClock, formatCount } from '../ui/format.ts';
import { usePreferences } from '../ui/preferences.ts';
import { ProblemBanner } from '../ui/problem-banner.tsx';
import { outcomeText } from './outcomes.tsx';
import { groupProblems, nameTargets } from './problem-groups.ts';
import { type OutcomeRow, outcomeColumns } from './run-columns.tsx';
import { RunCommands } from './run-commands.tsx';
import styles from './run-view.module.css';
import { countAnswered, countOutcomes, summarize } from './summary.ts';

const rowId = (row: OutcomeRow) => row.id;
const rowName = (row: OutcomeRow) => row.item.name;

/**
 * One run: how far it is, what stands in its way, and what became of each item.
 *
 * @param props.place in the panel below every page, or on a page of its own, which says the title and the note itself
 */
export function RunView({
  run,
  runner,
  place = 'panel',
}: {
  run: Run;
  runner: Runner;
  place?: 'panel' | 'page';
}) {
  const [{ density }] = usePreferences();
  const [shown, setShown] = useState<Outcome | null>(null);
  const isElsewhere = useSyncExternalStore(runner.elsewhere.subscribe, () =>
    runner.elsewhere.get().has(run.id),
  );
  const items = itemsOf(run);
  const rows = useMemo(() => rowsOf(run), [run]);
  const where = useMemo(
    () => (shown === null ? undefined : (row: OutcomeRow) => row.item.outcome === shown),
    [shown],
  );
  const view = useRowView(rows, outcomeColumns, { search: '', where });
  return (
    <div className={place === 'panel' ? `${styles.run} ${styles.docked}` : styles.run}>
      {place === 'panel' && <RunTitle run={run} />}
      <RunProgress run={run} items={items} isElsewhere={isElsewhere} />
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
        <RunCommands run={run} runner={runner} isElsewhere={isElsewhere} />
        {place === 'panel' && (
          <Link to="/history/$runId" params={{ runId: run.id }} className={styles.link}>
            Open in history
          </Link>
        )}
      </div>
      {run.pausedBecause && <ProblemBanner problem={run.pausedBecause} context="Paused" />}
      {groupProblems(run.steps, run.pausedBecause).map(({ key, problem, targets }) => (
        <ProblemBanner key={key} problem={problem} context={nameTargets(targets)} />
      ))}
      <div
        className={styles.grid}
        style={place === 'page' ? { blockSize: heightOf(rows.length, density) } : undefined}
      >
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

function RunTitle({ run }: { run: Run }) {
  return (
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
  );
}

function RunProgress({
  run,
  items,
  isElsewhere,
}: {
  run: Run;
  items: readonly Item[];
  isElsewhere: boolean;
}) {
  const answered = countAnswered(items);
  return (
    <div>
      <p className={styles.summary}>
        {summarize(run)}
        {run.state === 'settling' && '. Reading what became of them…'}
        {run.waitingUntil !== null &&
          `. Microsoft Graph asks us to wait until ${formatClock(run.waitingUntil)}`}
        {isElsewhere && '. Another tab carries it out'}
        {run.cancelled && '. Cancelled: nothing further is sent'}
      </p>
      {run.state === 'running' && (
        <ProgressBar aria-label={`Progress of: ${run.title}`} value={answered} max={items.length} />
      )}
    </div>
  );
}

/** On a page, the rows of a short run are all in sight, and what comes below them is near. In CSS px. */
function heightOf(rows: number, density: 'compact' | 'comfortable'): number {
  const line = density === 'compact' ? 36 : 44;
  // The header is a line too; below the last there is room for the bar by which the columns are scrolled.
  return (Math.max(2, Math.min(rows, 10)) + 1) * line + 20;
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
