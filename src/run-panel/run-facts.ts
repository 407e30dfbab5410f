import { useMemo, useSyncExternalStore } from 'react';
import { chainsOf, type RolledUp, type RollUp, rollUp } from '../runs/model/rolled-up.ts';
import type { Run } from '../runs/model/run.ts';
import type { Runner } from '../runs/runner.ts';
import { useNow } from '../ui/use-now.ts';
import { afterTheSignIn, type Offered, offeredBy } from './offered.ts';
import type { RunProgress } from './result-words.ts';

/** What shows of a run beside what it is. */
export interface RunFacts {
  readonly progress: RunProgress;
  /** Another tab handles it; this page only shows it. */
  readonly isElsewhere: boolean;
  /** This page or another tab handles it, or nothing of it is being sent. */
  readonly isTakenUp: boolean;
  /** It began since the page was loaded: its problems still ask the person for something. */
  readonly isOfThisPage: boolean;
  /** It asks for a sign-in before the rest can be sent. */
  readonly isHeld: boolean;
  /** The commands that it offers now. */
  readonly offered: Offered;
  /** The run, those before it and those that follow, newest first. */
  readonly chain: readonly Run[];
  readonly rolledUp: RollUp;
  /** The items of the chain, each with the run that decides its result. */
  readonly entries: readonly RolledUp[];
}

/** @param known every run that is known, newest first: among them those that this one follows and is followed by */
export function useRunFacts(run: Run, known: readonly Run[], runner: Runner): RunFacts {
  const elsewhere = useSyncExternalStore(runner.elsewhere.subscribe, runner.elsewhere.get);
  const busy = useSyncExternalStore(runner.busy.subscribe, runner.busy.get);
  const now = useNow();
  const isElsewhere = elsewhere.has(run.id);
  const isBusy = busy.has(run.id);
  const isChecking = isElsewhere || isBusy;
  const { state, cancelled } = run;
  const progress = useMemo(() => ({ state, cancelled, isChecking }), [state, cancelled, isChecking]);
  const chain = useMemo(() => chainsOf(known).get(run.id) ?? [run], [known, run]);
  const rolledUp = useMemo(() => rollUp(chain), [chain]);
  const entries = useMemo(() => [...rolledUp.values()], [rolledUp]);
  const isOfThisPage = runner.begun.get().includes(run.id);
  const offeredNow = offeredBy(run, rolledUp, { isElsewhere, isBusy, now });
  const offered = afterTheSignIn(run, isOfThisPage, offeredNow);
  return {
    progress,
    isElsewhere,
    // After a reload, a run reads as running until this page has taken it up: what it waited for then is over.
    isTakenUp: state !== 'running' || isChecking,
    isOfThisPage,
    isHeld: offered.toResume < offeredNow.toResume,
    offered,
    chain,
    rolledUp,
    entries,
  };
}
