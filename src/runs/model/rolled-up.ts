import { isFailure } from './attention.ts';
import { type Item, keyOf, type Outcome, type Run, type Step } from './run.ts';

/** An item of a chain of runs, as the run knows it that has the last word on it. */
export interface RolledUp {
  readonly run: Run;
  readonly step: Step;
  readonly item: Item;
  /** Of a failure: the later run that tries the item again, and has not shown that it succeeds. */
  readonly retriedBy?: Run;
}

/** One result for each item of a chain, by the key of the item. */
export type RollUp = ReadonlyMap<string, RolledUp>;

/**
 * The chains that runs form: a run that a person began, and all runs that follow from it to retry, resume or undo it.
 *
 * @param runs newest first
 * @returns each run's chain by the id of the run, newest first
 */
export function chainsOf(runs: readonly Run[]): ReadonlyMap<string, readonly Run[]> {
  const byId = new Map(runs.map((run) => [run.id, run]));
  const chains = new Map<string, Run[]>();
  for (const run of runs) {
    const root = rootOf(run, byId);
    const chain = chains.get(root);
    if (chain) chain.push(run);
    else chains.set(root, [run]);
  }
  return new Map([...chains.values()].flatMap((chain) => chain.map((run) => [run.id, chain] as const)));
}

/** The id of the run at the start of a chain. That run itself may have been deleted. */
function rootOf(run: Run, byId: ReadonlyMap<string, Run>): string {
  const seen = new Set([run.id]);
  let { id, follows } = run;
  // A damaged record may lead back to a run that was passed already.
  while (follows !== null && !seen.has(follows)) {
    seen.add(follows);
    id = follows;
    follows = byId.get(follows)?.follows ?? null;
  }
  return id;
}

/**
 * One result for each item of a chain. The latest run that has an item decides. A run that sent nothing to an item and
 * found nothing out about it, because it was canceled or interrupted first, leaves the word to the run before. A failure
 * stays a failure until the retry has a result that settles the matter.
 *
 * @param chain newest first
 */
export function rollUp(chain: readonly Run[]): RollUp {
  const decided = new Map<string, RolledUp>();
  for (const run of chain) {
    for (const step of run.steps) {
      for (const item of step.items) {
        const key = keyOf(step, item);
        const later = decided.get(key);
        const entry = { run, step, item };
        if (!later || (!saysMore(later) && saysMore(entry))) decided.set(key, entry);
        else if (isFailure(entry) && !settles(later)) decided.set(key, { ...entry, retriedBy: later.run });
      }
    }
  }
  return decided;
}

/** True where a run is about to send to an item, has sent to it, or has found out what its state is. */
function saysMore({ run, item }: Pick<RolledUp, 'run' | 'item'>): boolean {
  if (item.phase === 'planned') return run.state === 'running';
  return item.outcome !== 'skipped' || item.left === 'alreadySo';
}

/** Results that leave it open whether a retry has changed anything. */
const undecided: readonly (Outcome | null)[] = ['unknown', 'contradicted'];

/** True where a run failed again, or has the final result. */
function settles(entry: RolledUp): boolean {
  const { phase, outcome } = entry.item;
  return isFailure(entry) || (phase === 'settled' && !undecided.includes(outcome));
}

/**
 * The items of one run, each with the result that its chain has come to. A run that tries a failure again has its own
 * result there, though the failure counts until that one settles the matter.
 */
export function rolledUpItems(run: Run, rolledUp: RollUp): readonly RolledUp[] {
  return run.steps.flatMap((step) =>
    step.items.map((item) => {
      const entry = rolledUp.get(keyOf(step, item));
      return entry && entry.retriedBy?.id !== run.id ? entry : { run, step, item };
    }),
  );
}
