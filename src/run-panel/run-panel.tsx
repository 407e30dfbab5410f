import { Button } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { chainsOf, rollUp } from '../runs/model/rolled-up.ts';
import type { Run } from '../runs/model/run.ts';
import type { Runner } from '../runs/runner.ts';
import { countOf } from '../ui/format.ts';
import { nameRuns } from './name-runs.ts';
import { RunAnnouncer } from './run-announcer.tsx';
import styles from './run-panel.module.css';
import { RunView } from './run-view.tsx';
import { brief } from './summary.ts';
import { Tally } from './tally.tsx';

/** Collapsed or expanded by a person: valid for pages of one kind, until a newer run begins. */
interface Folding {
  readonly is: boolean;
  readonly isQuiet: boolean;
  readonly newestId: string;
}

/** A run that a person chose to see, until they begin another one, whatever other tabs do. */
interface Choice {
  readonly id: string;
  readonly begunId: string | undefined;
}

/**
 * The runs of this page's life, docked below the open page. Nothing is shown before the first run.
 *
 * @param props.history the runs of this person that the browser keeps, newest first: for what a run follows
 * @param props.isQuiet the page shows runs itself: the panel stays collapsed until a person opens it, or a run begins
 */
export function RunPanel({
  runner,
  history,
  isQuiet,
}: {
  runner: Runner;
  history: readonly Run[];
  isQuiet: boolean;
}) {
  const runs = useSyncExternalStore(runner.runs.subscribe, runner.runs.get);
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [folded, setFolded] = useState<Folding | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const begun = useSyncExternalStore(runner.begun.subscribe, runner.begun.get);
  // What a person began here stays in front of what other tabs do.
  const newest = runs.find(({ id }) => id === begun[0]) ?? runs[0];
  const newestId = newest?.id;

  // Focus is the browser's: after a retry, it was on what the former run showed, and is nowhere now. A run that began
  // elsewhere takes no focus.
  const begunId = begun[0];
  useEffect(() => {
    if (begunId !== undefined && document.activeElement === document.body) heading.current?.focus();
  }, [begunId]);

  // A page that shows runs itself was opened while this one was the newest.
  const [quiet, setQuiet] = useState({
    isQuiet,
    newestId: newest?.state === 'running' ? undefined : newestId,
  });
  if (quiet.isQuiet !== isQuiet) {
    setQuiet({ isQuiet, newestId });
  }

  const elsewhere = useSyncExternalStore(runner.elsewhere.subscribe, runner.elsewhere.get);
  const busy = useSyncExternalStore(runner.busy.subscribe, runner.busy.get);
  const names = useMemo(() => nameRuns(runs, elsewhere), [runs, elsewhere]);
  const known = useMemo(() => withNewest(history, runs), [history, runs]);

  if (!newest) return null;
  const isCollapsed =
    folded?.newestId === newest.id && folded.isQuiet === isQuiet
      ? folded.is
      : quiet.isQuiet && quiet.newestId === newest.id;
  const shown = (chosen && chosen.begunId === begunId && runs.find(({ id }) => id === chosen.id)) || newest;
  const choose = (id: string) => setChosen({ id, begunId });
  const entriesFor = (run: Run) => [...rollUp(chainsOf(known).get(run.id) ?? [run]).values()];
  const shownEntries = entriesFor(shown);
  return (
    <section className={styles.panel} aria-label="Results">
      <RunAnnouncer run={newest} entries={shown === newest ? shownEntries : entriesFor(newest)} />
      <header className={styles.bar}>
        <h2 ref={heading} tabIndex={-1} className={styles.heading}>
          Results
        </h2>
        {runs.length > 1 && (
          <label className={styles.chooser}>
            Run{' '}
            <select
              value={shown.id}
              onChange={({ target }) => {
                choose(target.value);
                setFolded({ is: false, isQuiet, newestId: newest.id });
              }}
            >
              {runs.map((run) => (
                <option key={run.id} value={run.id}>
                  {names.get(run.id)}
                </option>
              ))}
            </select>
          </label>
        )}
        <span className={styles.space}>
          {isCollapsed ? (
            <Tally entries={shownEntries}>
              {brief(shown, shownEntries, busy.has(shown.id) || elsewhere.has(shown.id))}
            </Tally>
          ) : (
            runs.length > 1 && countOf(runs.length, 'run')
          )}
        </span>
        <Button
          appearance="subtle"
          icon={isCollapsed ? <ChevronUpRegular /> : <ChevronDownRegular />}
          aria-expanded={!isCollapsed}
          onClick={() => setFolded({ is: !isCollapsed, isQuiet, newestId: newest.id })}
        >
          {isCollapsed ? 'Show' : 'Hide'}
        </Button>
      </header>
      {!isCollapsed && (
        // A run under review must not disappear because another tab begins one.
        <RunView key={shown.id} run={shown} known={known} runner={runner} onReview={() => choose(shown.id)} />
      )}
    </section>
  );
}

/** All runs that are known, newest first. The history may not have one yet that began a moment ago. */
function withNewest(history: readonly Run[], runs: readonly Run[]): readonly Run[] {
  const kept = new Set(history.map(({ id }) => id));
  const byId = new Map(runs.map((run) => [run.id, run]));
  return [...runs.filter(({ id }) => !kept.has(id)), ...history.map((run) => byId.get(run.id) ?? run)];
}
