import { Button } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Runner } from '../runs/runner.ts';
import { countOf, formatMinute } from '../ui/format.ts';
import { RunAnnouncer } from './run-announcer.tsx';
import styles from './run-panel.module.css';
import { RunView } from './run-view.tsx';
import { brief } from './summary.ts';

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
 * @param props.isQuiet the page shows runs itself: the panel stays collapsed until a person opens it, or a run begins
 */
export function RunPanel({ runner, isQuiet }: { runner: Runner; isQuiet: boolean }) {
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

  if (!newest) return null;
  const isCollapsed =
    folded?.newestId === newest.id && folded.isQuiet === isQuiet
      ? folded.is
      : quiet.isQuiet && quiet.newestId === newest.id;
  const shown = (chosen && chosen.begunId === begunId && runs.find(({ id }) => id === chosen.id)) || newest;
  const choose = (id: string) => setChosen({ id, begunId });
  return (
    <section className={styles.panel} aria-label="Results">
      <RunAnnouncer run={newest} />
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
                  {run.title}, {formatMinute(run.startedAt)}
                </option>
              ))}
            </select>
          </label>
        )}
        <span className={styles.space}>
          {isCollapsed ? brief(shown) : runs.length > 1 && countOf(runs.length, 'run')}
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
        <RunView key={shown.id} run={shown} runner={runner} onReview={() => choose(shown.id)} />
      )}
    </section>
  );
}
