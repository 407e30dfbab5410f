import { Button, ProgressBar } from '@fluentui/react-components';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { isFollowed, itemsOf, type Outcome, type Run } from '../runs/model.ts';
import type { Runner } from '../runs/runner.ts';
import { DataGrid } from '../ui/data-grid/data-grid.tsx';
import { useRowView } from '../ui/data-grid/use-row-view.ts';
import { formatClock, formatCount } from '../ui/format.ts';
import { usePreferences } from '../ui/preferences.ts';
import { useNow } from '../ui/use-now.ts';
import { dateText } from './intent-text.ts';
import { needingOutcomes, OutcomeIcon, outcomeAdvice, outcomeText, type RunProgress } from './outcomes.tsx';
import { tellProgress } from './progress.ts';
import { type OutcomeRow, outcomeColumns, rowsOf } from './run-columns.tsx';
import { RunCommands } from './run-commands.tsx';
import { RunProblems } from './run-problems.tsx';
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
  onReview,
}: {
  run: Run;
  runner: Runner;
  place?: 'panel' | 'page';
  /** A dialog about this run was opened. */
  onReview?: () => void;
}) {
  const [{ density }] = usePreferences();
  const [pressed, setPressed] = useState<Outcome | null>(null);
  // What was found out meanwhile has another outcome: then there is nothing left to show only.
  const shown = itemsOf(run).some(({ outcome }) => outcome === pressed) ? pressed : null;
  const elsewhere = useSyncExternalStore(runner.elsewhere.subscribe, runner.elsewhere.get);
  const busy = useSyncExternalStore(runner.busy.subscribe, runner.busy.get);
  const isElsewhere = elsewhere.has(run.id);
  const isLookedAfter = isElsewhere || busy.has(run.id);
  const { state } = run;
  const progress = useMemo(() => ({ state, isChecking: isLookedAfter }), [state, isLookedAfter]);
  const rows = useMemo(() => rowsOf(run, progress), [run, progress]);
  const where = useMemo(
    () => (shown === null ? undefined : (row: OutcomeRow) => row.item.outcome === shown),
    [shown],
  );
  const view = useRowView(rows, outcomeColumns, { search: '', where });
  return (
    <div className={place === 'panel' ? `${styles.run} ${styles.docked}` : styles.run}>
      {place === 'panel' && <RunTitle run={run} />}
      <RunSummary run={run} progress={progress} isElsewhere={isElsewhere} />
      <RunCommands
        run={run}
        runner={runner}
        isElsewhere={isElsewhere}
        isBusy={busy.has(run.id)}
        place={place}
        onReview={onReview}
      />
      <OutcomeFilter run={run} shown={shown} onShow={setPressed} />
      <RunProblems run={run} isOfThisPage={runner.begun.get().includes(run.id)} />
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
          empty={<p className={styles.none}>This run has no items.</p>}
        />
      </div>
    </div>
  );
}

function RunTitle({ run }: { run: Run }) {
  const date = dateText(run);
  return (
    <p className={styles.title}>
      <strong>
        <bdi>{run.title}</bdi>
      </strong>
      {date && ` · ${date}`}
      {run.note && (
        <>
          {' '}
          · Note: <bdi>{run.note}</bdi>
        </>
      )}
    </p>
  );
}

function RunSummary({
  run,
  progress,
  isElsewhere,
}: {
  run: Run;
  progress: RunProgress;
  isElsewhere: boolean;
}) {
  const now = useNow();
  const items = itemsOf(run);
  const isRunning = run.state === 'running';
  const told = [
    summarize(run),
    isRunning && tellProgress(run, now),
    run.waitingUntil !== null &&
      `Waits until ${formatClock(run.waitingUntil)}, as Microsoft Graph asks or its limits require`,
    run.state === 'settling' && progress.isChecking && 'Reading what became of it…',
    isElsewhere && 'Another tab carries it out',
    run.cancelled &&
      (isRunning ? 'Cancelled: what has left may still take effect' : 'Cancelled: nothing further was sent'),
  ];
  return (
    <div className={styles.progress}>
      <p className={styles.summary}>{told.filter(Boolean).join('. ')}</p>
      {isRunning && (
        <ProgressBar
          aria-label={`Progress of: ${run.title}`}
          value={countAnswered(items)}
          max={items.length}
        />
      )}
    </div>
  );
}

/** How many items have each outcome; a press shows only these. Below it, what to do about what needs a person most. */
function OutcomeFilter({
  run,
  shown,
  onShow,
}: {
  run: Run;
  shown: Outcome | null;
  onShow: (outcome: Outcome | null) => void;
}) {
  const counts = countOutcomes(itemsOf(run));
  const needing = needingOutcomes.find((outcome) => counts.some(([each]) => each === outcome));
  // What no read could confirm, or follow to its end.
  const left = run.state === 'done' ? itemsOf(run).find(isFollowed)?.outcome : undefined;
  const told = shown ?? needing ?? left;
  if (counts.length === 0) return null;
  return (
    <div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form */}
      <div role="group" aria-label="Show only" className={styles.row}>
        {counts.map(([outcome, count]) => (
          <Button
            key={outcome}
            size="small"
            shape="circular"
            appearance={shown === outcome ? 'primary' : 'outline'}
            aria-pressed={shown === outcome}
            icon={<OutcomeIcon outcome={outcome} />}
            onClick={() => onShow(shown === outcome ? null : outcome)}
          >
            {outcomeText(outcome)} {formatCount(count)}
          </Button>
        ))}
      </div>
      {told && (
        <p className={styles.advice}>
          <strong>{outcomeText(told)}.</strong> {outcomeAdvice(told)}
        </p>
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
