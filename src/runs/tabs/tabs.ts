import { onceAtATime } from '../../lib/once-at-a-time.ts';
import { toProblem } from '../../lib/problem.ts';
import type { Store } from '../../lib/store.ts';
import type { ActionOf } from '../action.ts';
import { isUnsettled, type Journal, type KeptRun } from '../journal/journal.ts';
import type { Recorder } from '../journal/recorder.ts';
import { isFollowed, isOpen, itemsOf, type Run } from '../model/run.ts';
import type { HeldRuns } from './held-runs.ts';
import { interrupt } from './interrupted.ts';
import { type Locks, runLock, taken } from './locks.ts';
import type { Slots } from './slots.ts';

export interface TabsOptions {
  readonly actionOf: ActionOf;
  readonly journal: Journal;
  readonly locks: Locks;
  readonly recorder: Recorder;
  readonly elsewhere: Store<ReadonlySet<string>>;
  readonly account: () => { readonly key: string; readonly tenantId: string } | null;
  readonly held: Pick<HeldRuns, 'has' | 'ids'>;
  readonly slots: Slots;
  /** Finds out what became of a run, with the account that it was started with. The lock of the run is held. */
  readonly carryOn: (runId: string, owner: string) => Promise<void>;
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** What other tabs, and earlier lives of this page, have to do with the runs that are shown here. */
export interface Tabs {
  /** Takes up what the journal holds of this person, and follows it from now on. */
  takeUp(): Promise<void>;
  /**
   * Shows a run as the journal has it now, or as it is shown where the journal has none. The lock of the run is held: who
   * sent it is gone, and that is said of it.
   * @throws ProblemError
   */
  refresh(runId: string): Promise<void>;
}

/** In ms, between the tries to read what could not be read. */
const pauses = [2_000, 10_000, 60_000];

/** True when nothing is to be found out by itself: it is over, or waits for a person. */
function isIdle(run: Run): boolean {
  const { state } = run;
  if (state !== 'done' && state !== 'paused') return false;
  return !itemsOf(run).some(state === 'done' ? isFollowed : isOpen);
}

export function createTabs(options: TabsOptions): Tabs {
  const { journal, actionOf, locks, recorder, elsewhere, account, held, slots, carryOn, now, wait } = options;
  const isOurs = (runId: string) => slots.of(runId).isInHand === true || held.has(runId);
  const shown = (runId: string) => recorder.runs.get().find(({ id }) => id === runId);

  /** The account, if the run is its own. */
  async function ownerOf({ run }: KeptRun): Promise<string | undefined> {
    const current = account();
    if (!current || run.tenantId !== current.tenantId) return undefined;
    return run.accountKey === (await journal.hashOf(current.key)) ? current.key : undefined;
  }

  function setElsewhere(runId: string, isElsewhere: boolean): void {
    const others = new Set(elsewhere.get());
    if (isElsewhere) others.add(runId);
    else others.delete(runId);
    elsewhere.set(others);
  }

  /** With the lock in hand: the tab that had the run before has finished, or is gone. Nothing of the run is sent. */
  async function takeOver(runId: string, owner: string, wasOver: boolean): Promise<void> {
    const slot = slots.of(runId);
    slot.isInHand = true;
    try {
      await settleRest(runId, owner, wasOver);
    } finally {
      slot.isInHand = false;
      lookAtMissed();
    }
  }

  function miss(runId: string): void {
    slots.of(runId).isMissed = true;
  }

  function lookAtMissed(): void {
    const isFree = (runId: string) => !isOurs(runId);
    for (const runId of slots.takeMissed(isFree)) void persist(() => look(runId));
  }

  /** A run as the journal has it, and not older than what is shown. */
  async function readNewest(runId: string): Promise<KeptRun | undefined> {
    for (;;) {
      const before = shown(runId);
      const kept = await journal.read(runId);
      if (shown(runId) === before) return kept;
    }
  }

  async function settleRest(runId: string, owner: string, wasOver: boolean): Promise<void> {
    const kept = await readNewest(runId);
    // Deleted when it was over, or cleared away with everything else: it must not come back by itself.
    if (!kept) return recorder.hide(runId);
    const run = recorder.show(kept);
    const left = interrupt(run, actionOf);
    const isOver = run.state === 'done';
    // The tab that had the run until it was over has followed it to the end of the schedule; this page does so once.
    const isFollowedUp = isOver && (!wasOver || slots.of(runId).isFollowedUp === true);
    if (left.length === 0 && (isFollowedUp || isIdle(run))) return;
    if (isOver) slots.of(runId).isFollowedUp = true;
    await recorder.record(runId, ...left);
    await carryOn(runId, owner);
  }

  /** Takes a run over as soon as nobody else has it. */
  async function lookAfter(runId: string, owner: string): Promise<void> {
    const slot = slots.of(runId);
    if (slot.isLookedAfter) return;
    slot.isLookedAfter = true;
    try {
      const wasOver = shown(runId)?.state === 'done';
      const held = await locks.tryHold(runLock(runId), () => takeOver(runId, owner, wasOver));
      if (held !== taken) return;
      setElsewhere(runId, true);
      await locks.hold(runLock(runId), () => {
        setElsewhere(runId, false);
        return takeOver(runId, owner, wasOver);
      });
    } finally {
      slot.isLookedAfter = false;
    }
  }

  async function refresh(runId: string): Promise<void> {
    const kept = await readNewest(runId);
    // Where its record was cleared away, the screen holds all that is known; a person asks for it just now.
    const run = kept ? recorder.show(kept) : shown(runId);
    if (run) await recorder.record(runId, ...interrupt(run, actionOf));
  }

  /** What could not be read now may be later: one failed read must not leave a run to nobody. */
  async function persist(work: () => Promise<void>): Promise<void> {
    for (const pause of pauses) {
      try {
        await work();
        return recorder.settleTrouble();
      } catch (error) {
        recorder.trouble.set(toProblem(error));
        await wait(pause);
      }
    }
    await work().catch((error: unknown) => recorder.trouble.set(toProblem(error)));
  }

  /** Something was written of a run, here or in another tab: a hint to look, from which nothing else is taken. */
  const look = onceAtATime(async (runId) => {
    if (isOurs(runId)) return miss(runId);
    const before = shown(runId);
    const kept = await journal.read(runId);
    const owner = kept && (await ownerOf(kept));
    if (isOurs(runId)) return miss(runId);
    // Something of it was shown meanwhile: what was read is older.
    if (shown(runId) !== before) return look(runId);
    if (!kept) return recorder.hide(runId);
    if (owner === undefined) return;
    const isWanted = isUnsettled(kept.run);
    if (isWanted || before) recorder.show(kept);
    // One that is over is followed again by a page that was just loaded, or when a person asks; see `takeUp`.
    if (isWanted && kept.run.state !== 'done') void persist(() => lookAfter(runId, owner));
  });

  return {
    refresh,
    async takeUp() {
      journal.onChange((runId) => void persist(() => look(runId)));
      held.ids.subscribe(lookAtMissed);
      await persist(async () => {
        const current = account();
        const open = current ? await journal.readOpen(current.tenantId, new Set()) : [];
        for (const kept of open) {
          await look(kept.run.id);
          const owner = await ownerOf(kept);
          if (owner !== undefined && !isOurs(kept.run.id)) void persist(() => lookAfter(kept.run.id, owner));
        }
        await journal.prune(now());
      });
    },
  };
}
