import { needingResults } from '../run-panel/result-words.ts';
import type { ShownState } from '../run-panel/run-state-words.ts';
import { needsSomebody } from '../runs/journal/journal.ts';
import { type Item, keyOf, type Run } from '../runs/model.ts';
import { mayResume } from '../runs/retry.ts';

/** What the journal holds of a person. */
export interface KeptHistory {
  /** Newest first. */
  readonly runs: readonly Run[];
  /** Records that this version cannot read; nobody can say whose they are. */
  readonly unreadable: number;
}

/** The history with a run as it was just read; without it where it is gone. */
export function withKept(history: KeptHistory, runId: string, run: Run | undefined): KeptHistory {
  const { runs } = history;
  const at = runs.findIndex(({ id }) => id === runId);
  if (at < 0) return run ? { ...history, runs: [run, ...runs] } : history;
  return { ...history, runs: run ? runs.with(at, run) : runs.toSpliced(at, 1) };
}

/**
 * What there is to show: the runs of the journal, each as this page has it where it does. A run that the page shows and
 * the journal lost is there as long as somebody has to look after it; one that is over has been deleted.
 */
export function mergeRuns(kept: readonly Run[], shown: readonly Run[]): readonly Run[] {
  const byId = new Map(shown.map((run) => [run.id, run]));
  const keptIds = new Set(kept.map(({ id }) => id));
  const lost = shown.filter((run) => !keptIds.has(run.id) && needsSomebody(run));
  return [...lost, ...kept.map((run) => byId.get(run.id) ?? run)];
}

/** The state of a run as the list shows it. */
export function shownState(run: Run, elsewhere: ReadonlySet<string>): ShownState {
  return elsewhere.has(run.id) ? 'elsewhere' : run.state;
}

/** What is to be known of runs beside their records. */
export interface Surroundings {
  /** Runs that another tab carries out. */
  readonly elsewhere: ReadonlySet<string>;
  /** Runs that this page reads or sends just now. */
  readonly busy: ReadonlySet<string>;
  /** How many items of a run somebody has to look at, by its id; none where it is missing. */
  readonly needing: ReadonlyMap<string, number>;
}

/** True while somebody finds out what became of a run. */
export function isLookedAfter({ id }: Run, { elsewhere, busy }: Surroundings): boolean {
  return elsewhere.has(id) || busy.has(id);
}

/** How many items of each run somebody has to look at. What a later run has taken on is looked at there. */
export function countNeeding(runs: readonly Run[]): ReadonlyMap<string, number> {
  const takenOn = new Map<string, Set<string>>();
  for (const { follows, steps } of runs) {
    if (follows === null) continue;
    const keys = takenOn.get(follows) ?? new Set();
    for (const step of steps) for (const item of step.items) keys.add(keyOf(step, item));
    takenOn.set(follows, keys);
  }
  const counts = runs.map((run) => {
    const needs = run.steps.flatMap((step) =>
      step.items.filter((item) => isNeeding(run, item) && !takenOn.get(run.id)?.has(keyOf(step, item))),
    );
    return [run.id, needs.length] as const;
  });
  return new Map(counts.filter(([, count]) => count > 0));
}

/** What was asked for and is not so, or not known; what was cancelled by hand is as somebody wanted it. */
function isNeeding({ state, cancelled }: Run, item: Item): boolean {
  const { outcome, left } = item;
  // Somebody has said that nobody looks any more for what became of it.
  if (outcome === 'unknown' && item.phase === 'settled') return false;
  if (outcome !== null && needingResults.includes(outcome)) return true;
  if (state === 'paused' && mayResume(item)) return true;
  // Nobody reads any more what became of it.
  if (state === 'done' && item.phase === 'answered') return true;
  return outcome === 'skipped' && !cancelled && (left === null || left === 'refusedForNow');
}

/** The runs that may be deleted: an open one stays until it is known what became of it. */
export function deletable(runs: readonly Run[]): readonly Run[] {
  return runs.filter((run) => !needsSomebody(run));
}
