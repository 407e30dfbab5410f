import { ProgressBar } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState, useSyncExternalStore } from 'react';
import { isFailure } from '../runs/model/attention.ts';
import { chainsOf, rollUp } from '../runs/model/rolled-up.ts';
import { itemsOf, type Run, waitOf } from '../runs/model/run.ts';
import type { Runner } from '../runs/runner.ts';
import { DataGrid } from '../ui/data-grid/data-grid.tsx';
import { useRowView } from '../ui/data-grid/use-row-view.ts';
import { usePreferences } from '../ui/preferences.ts';
import { useNow } from '../ui/use-now.ts';
import { WaitText } from '../ui/wait-text.tsx';
import { ChainSummary } from './chain-summary.tsx';
import { dateText } from './intent-text.ts';
import { afterTheSignIn, offeredBy } from './offered.ts';
import { tellCanceled, tellChecking, tellProgress } from './progress.ts';
import { ResultFilter } from './result-filter.tsx';
import { type Result, type RunProgress, resultOf } from './result-words.ts';
import { columnsOf, headsOf, type ResultRow, rowsOf } from './run-columns.tsx';
import { RunCommands } from './run-commands.tsx';
import { RunProblems } from './run-problems.tsx';
import styles from './run-view.module.css';
import { countAnswered, entriesOf, inSentences, summarize } from './summary.ts';
import { Tally } from './tally.tsx';

const rowId = (row: ResultRow) => row.id;
const rowName = (row: ResultRow) => row.item.name;

/**
 * One run: its progress, what stands in its way, and the result of each item.
 *
 * @param props.place in the panel below every page, or on the run's page, which shows the title and the note itself
 */
export function RunView({
  run,
  known,
  runner,
  place = 'panel',
  onReview,
}: {
  run: Run;
  /** Every run that is known, newest first: among them those that this one follows and is followed by. */
  known: readonly Run[];
  runner: Runner;
  place?: 'panel' | 'page';
  /** A dialog about this run was opened. */
  onReview?: () => void;
}) {
  const [{ density }] = usePreferences();
  const [shown, setShown] = useState<Result | null>(null);
  const elsewhere = useSyncExternalStore(runner.elsewhere.subscribe, runner.elsewhere.get);
  const busy = useSyncExternalStore(runner.busy.subscribe, runner.busy.get);
  const isElsewhere = elsewhere.has(run.id);
  const isLookedAfter = isElsewhere || busy.has(run.id);
  const { state, cancelled } = run;
  const progress = useMemo(
    () => ({ state, cancelled, isChecking: isLookedAfter }),
    [state, cancelled, isLookedAfter],
  );
  const rows = useMemo(() => rowsOf(run, progress), [run, progress]);
  const where = useMemo(
    () => (shown === null ? undefined : ({ item }: ResultRow) => resultOf(item, progress) === shown),
    [shown, progress],
  );
  const chain = useMemo(() => chainsOf(known).get(run.id) ?? [run], [known, run]);
  const rolledUp = useMemo(() => rollUp(chain), [chain]);
  const isOfThisPage = runner.begun.get().includes(run.id);
  const now = useNow();
  const offeredNow = offeredBy(run, rolledUp, { isElsewhere, isBusy: busy.has(run.id), now });
  const offered = afterTheSignIn(run, isOfThisPage, offeredNow);
  const isHeld = offered.toResume < offeredNow.toResume;
  // After a reload, a run reads as running until this page has taken it up: what it waited for then is over.
  const isTakenUp = state !== 'running' || isLookedAfter;
  const entries = useMemo(() => [...rolledUp.values()], [rolledUp]);
  const isSaid = chain.length > 1 && summarize(run) === summarize(run, entries);
  const overChain = <ChainSummary run={run} chain={chain} entries={entries} />;
  const hasNext = rows.some(({ next }) => next !== undefined);
  const heads = headsOf(run.steps);
  const columns = useMemo(() => columnsOf(heads, hasNext), [heads, hasNext]);
  const view = useRowView(rows, columns, {
    search: '',
    where,
    // Rows change with every response: that is what they are for, and needs no mark.
    hold: { rowId, filters: shown ?? '', isComplete: isTakenUp, isLoading: false, marksChanges: false },
  });
  return (
    <div className={place === 'panel' ? `${styles.run} ${styles.docked}` : styles.run}>
      {place === 'panel' && <RunTitle run={run} />}
      {!isSaid && overChain}
      <RunSummary
        run={run}
        isAlone={chain.length < 2}
        said={isSaid && overChain}
        isTakenUp={isTakenUp}
        progress={progress}
        isElsewhere={isElsewhere}
        isHeld={isHeld}
      />
      <RunCommands run={run} runner={runner} offered={offered} place={place} onReview={onReview} />
      <ResultFilter run={run} offered={offered} shown={shown} onShow={setShown} />
      <RunProblems run={run} isOfThisPage={isOfThisPage} offered={offered} />
      <div
        className={styles.grid}
        style={place === 'page' ? { blockSize: heightOf(rows.length, density) } : undefined}
      >
        <DataGrid
          label="Result of each item"
          columns={columns}
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
  const date = dateText(run.steps);
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
  isAlone,
  said,
  isTakenUp,
  progress,
  isElsewhere,
  isHeld,
}: {
  run: Run;
  /** It follows no other run, and none follows it. */
  isAlone: boolean;
  /** The summary of its chain, where its own would say the same. */
  said: ReactNode;
  /** This page or another tab handles it, or nothing of it is being sent. */
  isTakenUp: boolean;
  progress: RunProgress;
  isElsewhere: boolean;
  /** It asks for a sign-in before the rest can be sent. */
  isHeld: boolean;
}) {
  const now = useNow();
  const items = itemsOf(run);
  const isRunning = run.state === 'running' && isTakenUp;
  const wait = isTakenUp ? waitOf(run) : null;
  const told = [
    isRunning && tellProgress(run, now),
    run.state === 'settling' && progress.isChecking && tellChecking(run),
    isHeld && 'You can resume after you sign in',
    isElsewhere && 'Running in another tab',
    run.cancelled && tellCanceled(run),
  ];
  return (
    <div className={styles.progress}>
      <div className={styles.told}>
        {said}
        <p className={styles.summary}>
          {!said && (
            <Tally entries={entriesOf(run)}>
              {!isAlone && 'This run: '}
              {summarize(run)}
            </Tally>
          )}
          {told.some(Boolean) && `${said ? '' : '. '}${inSentences(told)}`}
        </p>
        {wait && <WaitText wait={wait} className={styles.summary} />}
      </div>
      {isRunning && (
        <ProgressBar
          aria-label={`Progress of: ${run.title}`}
          color={entriesOf(run).some(isFailure) ? 'error' : 'brand'}
          value={countAnswered(items)}
          max={items.length}
        />
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
