import { type Problem, ProblemError, toProblem } from '../lib/problem.ts';
import { createStore, type Store } from '../lib/store.ts';
import { createRecorder } from './journal/recorder.ts';
import { withFingerprints } from './model/fingerprint.ts';
import { cancelRest, leaveToLater } from './model/left-out.ts';
import { anotherAccount, asleep, offline, signedOut } from './model/problems.ts';
import type { NextPlan } from './model/retry.ts';
import { isFollowed, itemsOf, type Plan, type Run } from './model/run.ts';
import { startRun } from './model/start.ts';
import { type RunnerOptions, withDefaults } from './runner-options.ts';
import { createAllowance } from './sending/allowance.ts';
import { createTargets } from './sending/at-target.ts';
import { type Preview, previewPlan } from './sending/preview.ts';
import { createQueues } from './sending/queues.ts';
import type { RunContext } from './sending/run-context.ts';
import { sendRun } from './sending/send-run.ts';
import { checkAgain, leaveAsKnown } from './settling/check-again.ts';
import { checkWhileSending } from './settling/check-while-sending.ts';
import { endOf, type Settling, settleRun } from './settling/settle-run.ts';
import { createHeldRuns } from './tabs/held-runs.ts';
import { createRunHold } from './tabs/hold-run.ts';
import { giveUp } from './tabs/interrupted.ts';
import { runLock } from './tabs/locks.ts';
import { openBeside } from './tabs/open-beside.ts';
import { createSleepWatch } from './tabs/sleep-watch.ts';
import { createSlots } from './tabs/slots.ts';
import { createTabs } from './tabs/tabs.ts';

/** Carries out runs, outside React. Nothing is sent but by `start`, which a person calls. */
export interface Runner {
  /** Those of this page's life, and those of this person that are not over. Newest first. */
  readonly runs: Store<readonly Run[]>;
  /** The runs that a person began on this page since it was loaded, newest first. */
  readonly begun: Store<readonly string[]>;
  /** Runs that this page sends, settles or looks after just now. */
  readonly busy: Store<ReadonlySet<string>>;
  /** Runs that another tab carries out: shown here, and left to it. */
  readonly elsewhere: Store<ReadonlySet<string>>;
  /** Why nothing can be recorded, and so nothing sent; null while it can. */
  readonly trouble: Store<Problem | null>;
  /**
   * Records a run and begins to send it.
   *
   * @param insteadOf the run whose rest this one sends: as far as it is in the plan, it is left out there
   * @throws ProblemError when it could not begin; nothing was sent then
   */
  start(plan: Plan, insteadOf?: string): Promise<Run>;
  /** Reads what a run leads to, for a person to decide again. @throws ProblemError */
  preview(next: NextPlan): Promise<Preview>;
  /** Sends nothing further. What was sent stays sent. */
  cancel(runId: string): Promise<void>;
  /** Resolves when a run sends nothing more by itself; its items may still be settled by reading. */
  whenSent(runId: string): Promise<Run>;
  /** Reads what became of the items that are not settled. @throws ProblemError */
  checkAgain(runId: string): Promise<void>;
  /** Takes what nobody could find out for what is known of it; other runs may send to it from then on. @throws ProblemError */
  leaveAtThat(runId: string): Promise<void>;
  /** Takes runs off the screen that were deleted from the journal. */
  forget(runIds: readonly string[]): void;
  /** Takes up what the journal holds of this person: shows it, and settles it by reading. */
  takeUp(): Promise<void>;
}

export function createRunner(options: RunnerOptions): Runner {
  const { workFor, actionOf, prepare, account, onChanged, journal, locks } = options;
  const { isOnline, newId, fingerprint, now, elapsed, wait } = withDefaults(options);
  const recorder = createRecorder(journal);
  const { runs, trouble } = recorder;
  const elsewhere = createStore<ReadonlySet<string>>(new Set());
  const begun = createStore<readonly string[]>([]);
  const held = createHeldRuns();
  const beside = { runs: runs.get, held, journal, actionOf };
  const slots = createSlots();
  const atTargetOf = createTargets(locks);
  /** Reads that find out what became of a run. */
  const reads = createQueues();

  function runOf(id: string): Run {
    const run = runs.get().find((candidate) => candidate.id === id);
    if (!run) throw new Error(`There is no run ${id}`);
    return run;
  }

  function whyPause(runId: string): Problem | undefined {
    const key = account()?.key;
    if (key === undefined) return signedOut;
    return key === slots.of(runId).owner ? undefined : anotherAccount;
  }

  function settlingOf(runId: string): Settling {
    return {
      run: () => runOf(runId),
      workOf: ({ intent }) => workFor(intent),
      actionOf,
      record: (...events) => recorder.record(runId, ...events),
      onChanged,
      now,
      livedFrom: slots.of(runId).livedFrom,
      elapsed,
      wait,
      inTurn: (read) => reads.take(runId, read),
    };
  }

  function contextOf(runId: string, stop: AbortController, over: AbortSignal): RunContext {
    const run = runOf(runId);
    const sleepWatch = createSleepWatch(now, wait, over);
    return {
      ...settlingOf(runId),
      require: (...events) => recorder.require(runId, ...events),
      fingerprint,
      stop,
      waits: new Map(),
      whyPause: () => whyPause(runId) ?? (sleepWatch.hasSlept() ? asleep : undefined),
      openElsewhere: (step) => openBeside(beside, run, step),
      allowance: createAllowance(run.steps.length),
    };
  }

  async function send(runId: string, stop: AbortController): Promise<void> {
    const over = new AbortController();
    const context = contextOf(runId, stop, over.signal);
    const sending = sendRun(context, atTargetOf(context.run().tenantId))
      .catch((error: unknown) => context.record(...giveUp(context.run(), toProblem(error), actionOf)))
      .finally(() => over.abort());
    slots.of(runId).sending = sending;
    void checkWhileSending(settlingOf(runId), over.signal);
    await sending;
    onChanged(runOf(runId));
  }

  /** Sends a run, or only finds out what became of it. The caller holds its lock. */
  function carryOut(runId: string, isSending: boolean): Promise<void> {
    return held.during(runId, async (stop) => {
      if (isSending) await send(runId, stop);
      const slot = slots.of(runId);
      if (isSending || slot.livedFrom === undefined) slot.livedFrom = elapsed();
      if (runOf(runId).state === 'running') {
        await recorder.record(runId, { kind: 'state', state: 'settling', at: now() });
      }
      await settleRun(settlingOf(runId));
      await finish(runId);
    });
  }

  async function finish(runId: string): Promise<void> {
    const run = runOf(runId);
    if (run.state !== 'done' && endOf(run) === 'done') {
      await recorder.record(runId, { kind: 'state', state: 'done', at: now() });
    }
  }

  const tabs = createTabs({
    journal,
    actionOf,
    locks,
    recorder,
    elsewhere,
    account,
    held,
    slots,
    carryOn(runId, owner) {
      slots.of(runId).owner = owner;
      return carryOut(runId, false);
    },
    now,
    wait,
  });

  const withRun = createRunHold({
    locks,
    held,
    whenSent: (runId) => slots.of(runId).sending,
    refresh: tabs.refresh,
    finish,
    wait,
  });

  /** Goes on reading what a look found to have begun, or could not confirm yet. */
  function follow(runId: string): void {
    if (held.has(runId) || !itemsOf(runOf(runId)).some(isFollowed)) return;
    // Another tab that has taken it meanwhile does the same.
    const take = () => tabs.refresh(runId).then(() => carryOut(runId, false));
    void locks.tryHold(runLock(runId), take).catch(() => undefined);
  }

  return {
    runs,
    begun,
    busy: held.ids,
    elsewhere,
    trouble,
    async start(plan, insteadOf) {
      const current = account();
      if (!current) throw new ProblemError(signedOut);
      if (!isOnline()) throw new ProblemError(offline);
      await prepare([...new Set(plan.targets.flatMap(({ intent }) => workFor(intent).scopes))]);
      const by = { tenantId: current.tenantId, accountKey: await journal.hashOf(current.key) };
      const planned = startRun(plan, { ...by, now: now(), newId, actionOf });
      const run = await withFingerprints(planned, fingerprint);
      slots.of(run.id).owner = current.key;
      await new Promise<void>((resolve, reject) => {
        const lock = locks.hold(runLock(run.id), async () => {
          await recorder.begin(run);
          begun.set([run.id, ...begun.get()]);
          resolve();
          await carryOut(run.id, true);
        });
        // After `resolve` this changes nothing: what happens then is told by the run itself.
        lock.catch(reject);
      });
      if (insteadOf !== undefined) {
        const leave = () => recorder.record(insteadOf, ...leaveToLater(runOf(insteadOf), run));
        const left = withRun(insteadOf, leave).catch(() => undefined);
        // Its last answer may take long: nobody waits for that to see this run.
        if (!held.has(insteadOf)) await left;
      }
      return runOf(run.id);
    },
    async preview(next) {
      const current = account();
      if (!current) throw new ProblemError(signedOut);
      const by = { tenantId: current.tenantId, accountKey: await journal.hashOf(current.key) };
      return previewPlan(next, workFor, ({ id: targetId, intent }) =>
        openBeside(beside, { ...by, follows: next.follows ?? null }, { targetId, intent }),
      );
    },
    async cancel(runId) {
      held.stop(runId);
      if (held.has(runId) && runOf(runId).state === 'running')
        await recorder.record(runId, { kind: 'cancelled' });
      await withRun(runId, () => recorder.record(runId, ...cancelRest(runOf(runId))));
    },
    async whenSent(runId) {
      await slots.of(runId).sending;
      return runOf(runId);
    },
    async checkAgain(runId) {
      await withRun(runId, () => checkAgain(settlingOf(runId))).finally(() => follow(runId));
    },
    leaveAtThat: (runId) =>
      withRun(runId, () => recorder.record(runId, ...runOf(runId).steps.flatMap(leaveAsKnown))),
    forget(runIds) {
      for (const id of runIds) if (!held.has(id)) recorder.hide(id);
    },
    takeUp: tabs.takeUp,
  };
}
