import type { ShownState } from '../run-panel/run-state-words.ts';
import { isFailure, needsAttention } from '../runs/attention.ts';
import { needsSomebody } from '../runs/journal/journal.ts';
import type { Run } from '../runs/model.ts';
import { chainsOf, type RolledUp, rolledUpItems, rollUp } from '../runs/rolled-up.ts';

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

/** The facts about runs that their records don't hold. */
export interface Surroundings {
  /** Runs that another tab handles. */
  readonly elsewhere: ReadonlySet<string>;
  /** Runs that this page is reading or sending. */
  readonly busy: ReadonlySet<string>;
  readonly results: HistoryResults;
}

/** True while this page or another tab handles a run. */
export function isLookedAfter(
  { id }: Pick<Run, 'id'>,
  { elsewhere, busy }: Pick<Surroundings, 'elsewhere' | 'busy'>,
): boolean {
  return elsewhere.has(id) || busy.has(id);
}

/** The results in the history: of the items of each run, as the latest run of its chain has them. */
export interface HistoryResults {
  /** By the id of the run. */
  readonly entries: ReadonlyMap<string, readonly RolledUp[]>;
  /** How many items of a run need attention, by its id; none where it is missing. */
  readonly needing: ReadonlyMap<string, number>;
  /** How many items need attention in all: one that several runs have counts once. */
  readonly attention: number;
  /** Something failed or is stuck. */
  readonly isFailure: boolean;
}

/** Chains of which no run has changed are not counted again: the results of a chain, by its newest run. */
const counted = new WeakMap<Run, { readonly chain: readonly Run[]; readonly results: HistoryResults }>();

export function resultsIn(runs: readonly Run[]): HistoryResults {
  const parts = [...new Set(chainsOf(runs).values())].map(resultsOf);
  return {
    entries: new Map(parts.flatMap(({ entries }) => [...entries])),
    needing: new Map(parts.flatMap(({ needing }) => [...needing])),
    attention: parts.reduce((sum, { attention }) => sum + attention, 0),
    isFailure: parts.some((part) => part.isFailure),
  };
}

function resultsOf(chain: readonly Run[]): HistoryResults {
  const [newest] = chain;
  const before = newest && counted.get(newest);
  if (before && isSame(before.chain, chain)) return before.results;
  const rolledUp = rollUp(chain);
  const entries = chain.map((run) => [run.id, rolledUpItems(run, rolledUp)] as const);
  const needing = entries
    .map(([id, all]) => [id, all.filter(needsAttention).length] as const)
    .filter(([, count]) => count > 0);
  const open = [...rolledUp.values()].filter(needsAttention);
  const results = {
    entries: new Map(entries),
    needing: new Map(needing),
    attention: open.length,
    isFailure: open.some(isFailure),
  };
  if (newest) counted.set(newest, { chain, results });
  return results;
}

function isSame(a: readonly Run[], b: readonly Run[]): boolean {
  return a.length === b.length && a.every((run, index) => run === b[index]);
}

/** The runs that may be deleted: an open one stays until it is known what became of it. */
export function deletable(runs: readonly Run[]): readonly Run[] {
  return runs.filter((run) => !needsSomebody(run));
}
