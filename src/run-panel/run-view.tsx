import { Button, ProgressBar } from '@fluentui/react-components';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { isFailure, needingOutcomes } from '../runs/attention.ts';
import { isFollowed, itemsOf, type Run, waitOf } from '../runs/model.ts';
import { chainsOf, rollUp } from '../runs/rolled-up.ts';
import type { Runner } from '../runs/runner.ts';
import { DataGrid } from '../ui/data-grid/data-grid.tsx';
import { useRowView } from '../ui/data-grid/use-row-view.ts';
import { formatCount } from '../ui/format.ts';
import { usePreferences } from '../ui/preferences.ts';
import { useNow } from '../ui/use-now.ts';
import { WaitText } from '../ui/wait-text.tsx';
import { ChainSummary } from './chain-summary.tsx';
import { dateText } from './intent-text.ts';
import { afterTheSignIn, offeredBy } from './offered.ts';
import { tellCanceled, tellChecking, tellProgress } from './progress.ts';
import { adviceFor, type Result, type RunProgress, resultOf, resultText } from './result-words.ts';
import { ResultIcon } from './results.tsx';
import { columnsFor, type ResultRow, rowsOf } from './run-columns.tsx';
import { RunCommands } from './run-commands.tsx';
import { RunProblems } from './run-problems.tsx';
import styles from './run-view.module.css';
import { countAnswered, countResults, entriesOf, inSentences, summarize } from './summary.ts';
import { Tally } from './tally.tsx';

/** What a run comes to by itself: no filter shows only these. */
const stillToCome: readonly Result[] = ['waiting', 'sending', 'answered'];

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
  const offeredNow = offeredBy(run, rolledUp, { isElsewhere, isBusy: busy.has(run.id) });
  const offered = afterTheSignIn(run, isOfThisPage, offeredNow);
  const isHeld = offered.toResume < offeredNow.toResume;
  const columns = columnsFor(run.intent, rows);
  const view = useRowView(rows, columns, {
    search: '',
    where,
    // Rows change with every response: that is what they are for, and needs no mark.
    hold: { rowId, filters: shown ?? '', isComplete: true, isLoading: false, marksChanges: false },
  });
  return (
    <div className={place === 'panel' ? `${styles.run} ${styles.docked}` : styles.run}>
      {place === 'panel' && <RunTitle run={run} />}
      <ChainSummary run={run} chain={chain} entries={[...rolledUp.values()]} />
      <RunSummary
        run={run}
        isAlone={chain.length < 2}
        progress={progress}
        isElsewhere={isElsewhere}
        isHeld={isHeld}
      />
      <RunCommands run={run} runner={runner} offered={offered} place={place} onReview={onReview} />
      <ResultFilter run={run} shown={shown} onShow={setShown} />
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
  isAlone,
  progress,
  isElsewhere,
  isHeld,
}: {
  run: Run;
  /** It follows no other run, and none follows it. */
  isAlone: boolean;
  progress: RunProgress;
  isElsewhere: boolean;
  /** It asks for a sign-in before the rest can be sent. */
  isHeld: boolean;
}) {
  const now = useNow();
  const items = itemsOf(run);
  const isRunning = run.state === 'running';
  const wait = waitOf(run);
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
        <p className={styles.summary}>
          <Tally entries={entriesOf(run)}>
            {!isAlone && 'This run: '}
            {summarize(run)}
          </Tally>
          {told.some(Boolean) && `. ${inSentences(told)}`}
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

/** How many items have each result; a press shows only these. Below, the advice for the most urgent result. */
function ResultFilter({
  run,
  shown,
  onShow,
}: {
  run: Run;
  shown: Result | null;
  onShow: (result: Result | null) => void;
}) {
  const counts = countResults(entriesOf(run)).filter(([result]) => !stillToCome.includes(result));
  // Results change: the pressed one stays, or its rows would give way to all others.
  const isLeft = shown !== null && !counts.some(([result]) => result === shown);
  const choices = isLeft ? [...counts, [shown, 0] as const] : counts;
  const needing = needingOutcomes.find((result) => counts.some(([each]) => each === result));
  // What no read could confirm, or follow to its end.
  const left = run.state === 'done' ? itemsOf(run).find(isFollowed)?.outcome : undefined;
  const told = shown ?? needing ?? left;
  if (counts.length === 0) return null;
  return (
    <div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form */}
      <div role="group" aria-label="Show only" className={styles.row}>
        {choices.map(([result, count]) => (
          <Button
            key={result}
            size="small"
            shape="circular"
            appearance={shown === result ? 'primary' : 'outline'}
            aria-pressed={shown === result}
            icon={<ResultIcon result={result} />}
            onClick={() => onShow(shown === result ? null : result)}
          >
            {resultText(result)} {formatCount(count)}
          </Button>
        ))}
      </div>
      {told && (
        <p className={styles.advice}>
          <strong>{resultText(told)}.</strong> {adviceFor(run, told)}
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
