import { useMemo, useSyncExternalStore } from 'react';
import { useAccount } from '../../auth/session.ts';
import type { Graph } from '../../graph/client.ts';
import type { Driver } from '../../graph/driver-inventories.ts';
import { dayOf } from '../../lib/local-day.ts';
import { changeKey, type StagedChange } from '../../plan/staged/staged-change.ts';
import { usePlan } from '../../plan/staged/use-plan.ts';
import { cellIn } from '../../resources/driver-updates/driver-update.ts';
import { createWaiting } from '../../resources/driver-updates/inbox.ts';
import { createLineageFinder } from '../../resources/driver-updates/lineage.ts';
import { parkedOn, reviewedOn } from '../../resources/driver-updates/review-notes.ts';
import { useDriverUpdates } from '../../resources/driver-updates/use-driver-updates.ts';
import { useReviewNotes } from '../../resources/driver-updates/use-review-notes.ts';
import type { Runner } from '../../runs/runner.ts';
import { useNow } from '../../ui/use-now.ts';
import { decidedIn } from './decided-in-runs.ts';
import { inboxOf } from './inbox-numbers.ts';

/** What waits for a decision over all profiles, what was decided or put off, and how to change that. */
export function useReview(graph: Graph, runner: Runner) {
  const account = useAccount();
  const updates = useDriverUpdates(graph, account);
  const { rows, rings } = updates;
  const [plan, planStore] = usePlan();
  const [notes, changeNotes] = useReviewNotes(account);
  const today = dayOf(useNow());
  // As text, so that the list is sorted again only for what it shows, not for each event of a run.
  const decidedText = useSyncExternalStore(runner.runs.subscribe, () =>
    JSON.stringify(decidedIn(runner.runs.get())),
  );

  const { all, columns } = rings;
  const { changes } = plan;
  const { stagedFor, waitingIn } = useMemo(() => {
    const decided = new Set<string>(JSON.parse(decidedText));
    const keyOf = (profileId: string, driver: Driver) =>
      changeKey({ target: { id: profileId }, item: driver });
    const staged = (profileId: string, driver: Driver): StagedChange | undefined =>
      changes.get(keyOf(profileId, driver));
    const isDecided = (profileId: string, driver: Driver) =>
      decided.has(keyOf(profileId, driver)) || staged(profileId, driver) !== undefined;
    return { stagedFor: staged, waitingIn: createWaiting({ profiles: all, columns, isDecided }) };
  }, [all, columns, changes, decidedText]);

  const parked = useMemo(() => parkedOn(notes, today), [notes, today]);
  const { waiting, numbers } = useMemo(
    () =>
      inboxOf({
        rows,
        waitingIn,
        isStaged: (update) =>
          all.some(({ id }) => {
            const driver = cellIn(update, columns, id);
            return driver !== undefined && stagedFor(id, driver) !== undefined;
          }),
        parkedIds: new Set(parked.map(({ id }) => id)),
        reviewedIds: reviewedOn(notes, today),
      }),
    [rows, waitingIn, stagedFor, all, columns, parked, notes, today],
  );
  const lineageOf = useMemo(() => createLineageFinder(rows, rings.now), [rows, rings.now]);

  return {
    ...updates,
    plan,
    planStore,
    changeNotes,
    today,
    stagedFor,
    waitingIn,
    waiting,
    numbers,
    parked,
    lineageOf,
  };
}

export type Review = ReturnType<typeof useReview>;
