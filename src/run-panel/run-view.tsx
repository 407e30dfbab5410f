import { type ReactNode, useMemo, useState } from 'react';
import type { Run } from '../runs/model/run.ts';
import type { Runner } from '../runs/runner.ts';
import { DataGrid } from '../ui/data-grid/data-grid.tsx';
import { useRowView } from '../ui/data-grid/use-row-view.ts';
import { usePreferences } from '../ui/preferences.ts';
import { useNarrow } from '../ui/use-narrow.ts';
import { nextStepsOf } from './next-step.ts';
import { resultsHeight } from './panel-size.ts';
import { ResultBar } from './result-bar.tsx';
import { type Result, resultOf } from './result-words.ts';
import { columnsOf, headsOf, type ResultRow, rowsOf } from './run-columns.tsx';
import { RunCommands } from './run-commands.tsx';
import { type RunFacts, useRunFacts } from './run-facts.ts';
import { RunProgressText, RunTitle } from './run-head.tsx';
import { RunProblems } from './run-problems.tsx';
import styles from './run-view.module.css';

const rowId = (row: ResultRow) => row.id;
const rowName = (row: ResultRow) => row.item.name;

/**
 * One run: its progress, what stands in its way, and the result of each item. The run's page shows the title and the note
 * itself.
 *
 * @param props.head what the panel has at the start and the end of the first line; without it, the run is on its page
 */
export function RunView({
  run,
  known,
  runner,
  head,
  mostCauses = 4,
  onReview,
}: {
  run: Run;
  /** Every run that is known, newest first: among them those that this one follows and is followed by. */
  known: readonly Run[];
  runner: Runner;
  head?: { readonly start: ReactNode; readonly chooser: ReactNode; readonly end: ReactNode };
  mostCauses?: number;
  /** A dialog about this run was opened. */
  onReview?: () => void;
}) {
  const facts = useRunFacts(run, known, runner);
  return (
    <div className={head ? `${styles.run} ${styles.docked}` : styles.run}>
      <header className={styles.head}>
        {head?.start}
        <div className={styles.what}>
          {head && <RunTitle run={run} facts={facts} />}
          <RunProgressText run={run} facts={facts} place={head ? 'panel' : 'page'} />
        </div>
        {head?.chooser}
        <RunCommands key={run.id} run={run} runner={runner} offered={facts.offered} onReview={onReview} />
        {head?.end}
      </header>
      <RunResults
        key={`results of ${run.id}`}
        run={run}
        facts={facts}
        mostCauses={mostCauses}
        isDocked={!!head}
      />
    </div>
  );
}

/** What became of each item of a run, and why. */
function RunResults({
  run,
  facts: { progress, offered, rolledUp, isOfThisPage, isTakenUp },
  mostCauses,
  isDocked,
}: {
  run: Run;
  facts: RunFacts;
  mostCauses: number;
  isDocked: boolean;
}) {
  const [{ density }] = usePreferences();
  const [shown, setShown] = useState<Result | null>(null);
  const { toResume, toRetry, toCheck } = offered;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the commands are made anew for each rendering; these tell whether they differ
  const rows = useMemo(
    () => rowsOf(run, progress, nextStepsOf(run, rolledUp, offered)),
    [run, progress, rolledUp, toResume, toRetry, toCheck, offered.whyNot],
  );
  const where = useMemo(
    () => (shown === null ? undefined : ({ item }: ResultRow) => resultOf(item, progress) === shown),
    [shown, progress],
  );
  const heads = headsOf(run.steps);
  const hasNext = rows.some(({ next }) => next !== undefined);
  const hasTargets = new Set(run.steps.map(({ targetId }) => targetId)).size > 1;
  const columns = useMemo(() => columnsOf(heads, { hasNext, hasTargets }), [heads, hasNext, hasTargets]);
  const view = useRowView(rows, columns, {
    search: '',
    where,
    // Rows change with every response: that is what they are for, and needs no mark.
    hold: { rowId, filters: shown ?? '', isComplete: isTakenUp, isLoading: false, marksChanges: false },
  });
  const isNarrow = useNarrow();
  const line = isNarrow ? 60 : density === 'compact' ? 36 : 44;
  const { least, whole } = resultsHeight(rows.length, line, view.changed > 0);
  // On a page, the rows of a short run are all in sight, and what comes below them is near.
  const onPage = resultsHeight(Math.max(2, Math.min(rows.length, 10)), line).whole;
  return (
    <>
      <ResultBar run={run} isSending={run.state === 'running' && isTakenUp} shown={shown} onShow={setShown} />
      <RunProblems
        run={run}
        isOfThisPage={isOfThisPage}
        offered={offered}
        shown={shown}
        onShow={setShown}
        most={mostCauses}
      />
      <div
        className={styles.grid}
        style={isDocked ? { flexBasis: whole, minBlockSize: least } : { flexBasis: onPage }}
      >
        <DataGrid
          label="Result of each item"
          columns={columns}
          view={view}
          rowId={rowId}
          rowName={rowName}
          twoLines
          density={density}
          empty={<p className={styles.none}>This run has no items.</p>}
        />
      </div>
    </>
  );
}
