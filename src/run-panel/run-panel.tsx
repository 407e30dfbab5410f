import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import type { Store } from '../lib/store.ts';
import { chainsOf, rollUp } from '../runs/model/rolled-up.ts';
import { itemsOf, type Run } from '../runs/model/run.ts';
import type { Runner } from '../runs/runner.ts';
import { usePreferences } from '../ui/preferences.ts';
import { ClosedPanel } from './closed-panel.tsx';
import { nameRuns } from './name-runs.ts';
import { PanelButtons, RunChooser, ToggleHeading } from './panel-controls.tsx';
import { PanelEdge } from './panel-edge.tsx';
import { panelHeight, useIsSmall, useRoom } from './panel-size.ts';
import type { ResultsChoice } from './results-choice.ts';
import { RunAnnouncer } from './run-announcer.tsx';
import styles from './run-panel.module.css';
import { RunView } from './run-view.tsx';
import { useFullPage } from './use-full-page.ts';

/** A run that a person chose to see, until they begin another one, whatever other tabs do. */
interface Choice {
  readonly id: string;
  readonly begunId: string | undefined;
}

/**
 * The runs of this page's life, docked below the open page: one line until a person opens it. Nothing is shown before the
 * first run.
 *
 * @param props.history the runs of this person that the browser keeps, newest first: for what a run follows
 */
export function RunPanel({
  runner,
  history,
  choice,
  isOpen,
  onOpenChange,
}: {
  runner: Runner;
  history: readonly Run[];
  choice: Store<ResultsChoice>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  const runs = useSyncExternalStore(runner.runs.subscribe, runner.runs.get);
  const begun = useSyncExternalStore(runner.begun.subscribe, runner.begun.get);
  const elsewhere = useSyncExternalStore(runner.elsewhere.subscribe, runner.elsewhere.get);
  const [{ density }] = usePreferences();
  const { height: kept } = useSyncExternalStore(choice.subscribe, choice.get);
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const isSmall = useIsSmall();
  const room = useRoom();
  // What a person began here stays in front of what other tabs do.
  const newest = runs.find(({ id }) => id === begun[0]) ?? runs[0];

  // Focus is the browser's: after a retry, it was on what the former run showed, and is nowhere now. A run that began
  // elsewhere takes no focus.
  const begunId = begun[0];
  useEffect(() => {
    if (begunId !== undefined && document.activeElement === document.body) heading.current?.focus();
  }, [begunId]);

  const names = useMemo(() => nameRuns(runs, elsewhere), [runs, elsewhere]);
  const known = useMemo(() => withNewest(history, runs), [history, runs]);

  function setOpen(next: boolean) {
    flushSync(() => onOpenChange(next));
    // The button that was pressed may be gone: the one that takes it back never is.
    panel.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  }
  const {
    isFull,
    toggle: toggleFull,
    onKeyDown,
  } = useFullPage({
    panel,
    isOpen,
    isSmall,
    onClose: () => setOpen(false),
  });

  if (!newest) return null;
  const shown = (chosen && chosen.begunId === begunId && runs.find(({ id }) => id === chosen.id)) || newest;
  const choose = (id: string) => setChosen({ id, begunId });
  const entriesFor = (run: Run) => [...rollUp(chainsOf(known).get(run.id) ?? [run]).values()];
  const rows = itemsOf(shown).length;
  const height = panelHeight(dragged ?? kept, room, density === 'compact' ? 36 : 44, rows);
  const toggle = <ToggleHeading ref={heading} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />;
  return (
    <section
      ref={panel}
      className={[styles.panel, isOpen && styles.open, isFull && styles.full].filter(Boolean).join(' ')}
      style={isOpen && !isFull ? { maxBlockSize: height.limit } : undefined}
      aria-label="Results"
      onKeyDown={onKeyDown}
    >
      <RunAnnouncer run={newest} entries={entriesFor(newest)} />
      {isOpen && !isFull && (
        <PanelEdge
          panel={panel}
          height={height}
          onChange={setDragged}
          onChosen={(next) => {
            setDragged(null);
            choice.set({ ...choice.get(), height: next });
          }}
        />
      )}
      {isOpen ? (
        <RunView
          run={shown}
          known={known}
          runner={runner}
          mostCauses={isSmall ? 1 : 4}
          head={{
            start: toggle,
            chooser: runs.length > 1 && (
              <RunChooser runs={runs} names={names} shownId={shown.id} onChoose={choose} />
            ),
            end: (
              <PanelButtons
                runId={shown.id}
                isFull={isFull}
                onFull={isSmall ? undefined : toggleFull}
                onMinimize={() => setOpen(false)}
              />
            ),
          }}
          // A run under review must not disappear because another tab begins one.
          onReview={() => choose(shown.id)}
        />
      ) : (
        <ClosedPanel
          toggle={toggle}
          run={shown}
          known={known}
          runner={runner}
          count={runs.length}
          onReview={() => choose(shown.id)}
        />
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
