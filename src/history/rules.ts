import { needsSomebody } from '../runs/journal/journal.ts';
import { itemsOf, type Outcome, type Run, type RunState, runStates } from '../runs/model.ts';

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

/** A run's state as the list tells it: what another tab carries out is left to it. */
export const shownStates = [...runStates, 'elsewhere'] as const;
export type ShownState = RunState | 'elsewhere';

export function shownState(run: Run, elsewhere: ReadonlySet<string>): ShownState {
  return elsewhere.has(run.id) ? 'elsewhere' : run.state;
}

/** Outcomes that somebody has to do something about, or look at. */
const needing: readonly Outcome[] = [
  'unknown',
  'failed',
  'rejected',
  'notApplied',
  'contradicted',
  'notFound',
  'partiallyCompleted',
];

/** How many items of a run somebody has to look at. */
export function countNeeding(run: Run): number {
  return itemsOf(run).filter(({ outcome }) => outcome !== null && needing.includes(outcome)).length;
}

/** The runs that may be deleted: an open one stays until it is known what became of it. */
export function deletable(runs: readonly Run[]): readonly Run[] {
  return runs.filter((run) => !needsSomebody(run));
}
