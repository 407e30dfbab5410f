import { intentsOf, isSameIntent } from '../../runs/action.ts';
import { isUnsettled } from '../../runs/journal/journal.ts';
import { isFailure, needsAttention } from '../../runs/model/attention.ts';
import { chainsOf, type RolledUp, rolledUpItems, rollUp } from '../../runs/model/rolled-up.ts';
import { keyOf, type Run } from '../../runs/model/run.ts';
import type { ShownState } from '../run-state-words.ts';
import { entriesOf } from '../summary.ts';

/** What the journal holds of a person. */
export interface KeptHistory {
  /** Newest first. */
  readonly runs: readonly Run[];
  /** Records that this version can't read: their owner isn't known. */
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
 * the journal lost is there as long as it is open; one that is over has been deleted.
 */
export function mergeRuns(kept: readonly Run[], shown: readonly Run[]): readonly Run[] {
  const byId = new Map(shown.map((run) => [run.id, run]));
  const keptIds = new Set(kept.map(({ id }) => id));
  const lost = shown.filter((run) => !keptIds.has(run.id) && isUnsettled(run));
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

/** The results in the history. An item that several runs have stands with the one that decides its result. */
export interface HistoryResults {
  /** The items of each run by its id, without those that a later run continued. */
  readonly entries: ReadonlyMap<string, readonly Pick<RolledUp, 'run' | 'item'>[]>;
  /** How many items of a run a later one continued, by its id; none where it is missing. */
  readonly continued: ReadonlyMap<string, number>;
  /** How many items need attention that a run decides, by its id; none where it is missing. */
  readonly needing: ReadonlyMap<string, number>;
  /** The other runs of a run's chain that it follows or that follow it, by its id. */
  readonly related: ReadonlyMap<string, RelatedRuns>;
  /** How many items need attention in all. */
  readonly attention: number;
  /** Something failed or is stuck. */
  readonly isFailure: boolean;
}

/** The runs before and after a run. */
export interface RelatedRuns {
  /** Undefined where there is none, or where it was deleted. */
  readonly before: Run | undefined;
  /** Newest first. */
  readonly after: readonly Run[];
}

/** Chains of which no run has changed are not counted again: the results of a chain, by its newest run. */
const counted = new WeakMap<Run, { readonly chain: readonly Run[]; readonly results: HistoryResults }>();

export function resultsIn(runs: readonly Run[]): HistoryResults {
  const parts = [...new Set(chainsOf(runs).values())].map(resultsOf);
  return {
    entries: new Map(parts.flatMap(({ entries }) => [...entries])),
    continued: new Map(parts.flatMap(({ continued }) => [...continued])),
    needing: new Map(parts.flatMap(({ needing }) => [...needing])),
    related: new Map(parts.flatMap(({ related }) => [...related])),
    attention: parts.reduce((sum, { attention }) => sum + attention, 0),
    isFailure: parts.some((part) => part.isFailure),
  };
}

function resultsOf(chain: readonly Run[]): HistoryResults {
  const [newest] = chain;
  const before = newest && counted.get(newest);
  if (before && isSame(before.chain, chain)) return before.results;
  const rolledUp = rollUp(chain);
  // A failure that a retry has not settled is named once, with that retry, where the retry's own result asks for it.
  const named = new Set<string>();
  const counts = chain.map((run, place) => {
    const later = chain.slice(0, place).filter((each) => continues(each, run, chain));
    const decided = rolledUpItems(run, rolledUp);
    const own = entriesOf(run).filter(
      (_entry, index) => !later.some(({ id }) => id === decided[index]?.run.id),
    );
    const needing = decided.filter((entry) => entry.run.id === run.id && needsAttention(entry));
    const unnamed = needing.map(({ step, item }) => keyOf(step, item)).filter((key) => !named.has(key));
    for (const key of unnamed) named.add(key);
    return { id: run.id, own, needing: unnamed.length, continued: decided.length - own.length };
  });
  const countsOf = (of: 'needing' | 'continued') =>
    new Map(counts.filter((each) => each[of] > 0).map((each) => [each.id, each[of]] as const));
  const open = [...rolledUp.values()].filter(needsAttention);
  const results = {
    entries: new Map(counts.map(({ id, own }) => [id, own])),
    continued: countsOf('continued'),
    needing: countsOf('needing'),
    related: new Map(chain.map((run) => [run.id, relatedIn(chain, run)])),
    attention: open.length,
    isFailure: open.some(isFailure),
  };
  if (newest) counted.set(newest, { chain, results });
  return results;
}

function relatedIn(chain: readonly Run[], { id, follows }: Run): RelatedRuns {
  return {
    before: chain.find((run) => run.id === follows),
    after: chain.filter((run) => run.follows === id),
  };
}

/** True where a run retried or resumed another one, or one that did: an undo between them is another decision. */
function continues(later: Run, earlier: Run, chain: readonly Run[]): boolean {
  let run: Run | undefined = later;
  while (run && run !== earlier) {
    const { follows }: Run = run;
    const before: Run | undefined = chain.find(({ id }) => id === follows);
    if (!before || !isSameDecision(run, before)) return false;
    run = before;
  }
  return run === earlier;
}

/** True where a run does what another one did: it retried or resumed that one, and did not take back what that one changed. */
function isSameDecision(later: Run, earlier: Run): boolean {
  const before = intentsOf(earlier.steps);
  return intentsOf(later.steps).every((intent) => before.some((each) => isSameIntent(each, intent)));
}

function isSame(a: readonly Run[], b: readonly Run[]): boolean {
  return a.length === b.length && a.every((run, index) => run === b[index]);
}

/** The runs that may be deleted: an open one stays until its result is known. */
export function deletable(runs: readonly Run[]): readonly Run[] {
  return runs.filter((run) => !isUnsettled(run));
}
