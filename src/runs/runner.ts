import { type Problem, ProblemError, toProblem } from '../lib/problem.ts';
import { createStore, type Store } from '../lib/store.ts';
import { waitFor } from '../lib/wait.ts';
import { driveStep, skipPlanned } from './drive-step.ts';
import { type Intent, type Item, itemsOf, type Plan, type Run, type Step } from './model.ts';
import { startRun } from './plan.ts';
import { type ItemResult, type RunEvent, reduceRun, type StepResults } from './reducer.ts';
import { mayCheck, reopen } from './retry.ts';
import { createTurns } from './turns.ts';
import type { Work } from './work.ts';

export interface RunnerOptions {
  /** How the steps of an intent are carried out. */
  readonly workFor: (intent: Intent) => Work;
  /** Makes sure a token can be had without asking the person. @throws ProblemError */
  readonly prepare: (scopes: readonly string[]) => Promise<void>;
  readonly account: () => { readonly key: string; readonly tenantId: string } | null;
  /** Reads that the run changed are to be read again. */
  readonly onChanged: (run: Run) => void;
  readonly isOnline?: () => boolean;
  readonly now?: () => number;
  readonly wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly newId?: () => string;
  /** Runs of this tab before it was left: shown, and settled by reading. */
  readonly kept?: readonly Run[];
}

/** Carries out runs, outside React and one step at a time. Nothing is sent but by `start`, which a person calls. */
export interface Runner {
  /** Newest first. */
  readonly runs: Store<readonly Run[]>;
  /** Records a run and begins to send it. @throws ProblemError when it could not begin; nothing was sent then. */
  start(plan: Plan): Promise<Run>;
  /** Sends nothing further. What was sent stays sent. */
  cancel(runId: string): void;
  /** Resolves when a run sends nothing more; its items may still be settled by reading. */
  whenSent(runId: string): Promise<Run>;
  /** Reads what became of the items that are not settled. @throws ProblemError */
  checkAgain(runId: string): Promise<void>;
}

/** Equal refusals in a row after which a run stops: the rest would meet the same. */
const mostRefusals = 3;

export function createRunner(options: RunnerOptions): Runner {
  const { workFor, prepare, account, onChanged } = options;
  const { isOnline = () => navigator.onLine, now = Date.now, wait = waitFor } = options;
  const { newId = () => crypto.randomUUID() } = options;
  const runs = createStore<readonly Run[]>(options.kept ?? []);
  const stops = new Map<string, AbortController>();
  const sendings = new Map<string, Promise<void>>();
  const turns = createTurns();

  function runOf(id: string): Run {
    const run = runs.get().find((candidate) => candidate.id === id);
    if (!run) throw new Error(`There is no run ${id}`);
    return run;
  }

  function stopOf(runId: string): AbortController {
    const stop = stops.get(runId) ?? new AbortController();
    stops.set(runId, stop);
    return stop;
  }

  function emit(runId: string, event: RunEvent): void {
    runs.set(runs.get().map((run) => (run.id === runId ? reduceRun(run, event) : run)));
  }

  /** Sends the steps in order. */
  async function send(runId: string): Promise<void> {
    const work = workFor(runOf(runId).intent);
    let refusals = 0;
    for (const { id: stepId } of runOf(runId).steps) {
      const reasonToStop = whyStop(runOf(runId));
      if (reasonToStop !== undefined) {
        emit(runId, skipPlanned(stepOf(runOf(runId), stepId), reasonToStop));
        continue;
      }
      const { targetId } = stepOf(runOf(runId), stepId);
      const sent = await turns.take(targetId, () =>
        driveStep(
          {
            step: () => stepOf(runOf(runId), stepId),
            whyStop: () => whyStop(runOf(runId)),
            openElsewhere: () =>
              openItems(
                runs.get().filter(({ id }) => id !== runId),
                targetId,
              ),
            emit: (event) => emit(runId, event),
            stop: stopOf(runId),
          },
          work,
        ),
      );
      refusals = sent?.kind === 'rejected' && sent.answer.problem.kind === 'forbidden' ? refusals + 1 : 0;
      const stopping = sent?.kind === 'paused' || refusals >= mostRefusals;
      if (stopping) stopOf(runId).abort();
    }
    emit(runId, { kind: 'state', state: 'settling', at: now() });
    onChanged(runOf(runId));
  }

  function whyStop(run: Run): string | undefined {
    if (run.cancelled) return 'Cancelled before it was sent';
    if (stopOf(run.id).signal.aborted) return 'The run stopped before it was sent';
    const key = account()?.key;
    if (key === undefined) return 'Signed out before it was sent';
    return key === run.accountKey ? undefined : 'Another account is signed in';
  }

  /** Reads on the work's schedule until every item is settled; what then is open, a person may ask for again. */
  async function settle(runId: string): Promise<void> {
    const work = workFor(runOf(runId).intent);
    const answeredAt = now();
    for (const at of work.readAt) {
      if (openSteps(runOf(runId)).length === 0) break;
      await wait(Math.max(0, answeredAt + at - now()));
      // A failed read proves nothing; the next one may work, and "Check again" tells why. Time is counted by the
      // schedule at least: a clock that was set back must not keep the last read from giving its verdict.
      await observe(runId, work, Math.max(at, now() - answeredAt)).catch(() => undefined);
    }
    emit(runId, { kind: 'state', state: 'done', at: now() });
  }

  async function observe(runId: string, work: Work, elapsed: number): Promise<void> {
    const open = openSteps(runOf(runId));
    if (open.length > 0) record(runId, await work.observe(open, elapsed));
  }

  function record(runId: string, found: readonly StepResults[]): void {
    const changed = found.filter(({ results }) => results.length > 0);
    for (const { stepId, results } of changed) {
      emit(runId, { kind: 'items', stepId, results });
      const step = stepOf(runOf(runId), stepId);
      // What was not known is known now; the ids of the request stay with the attempt.
      if (isLoss(step.problem) && isSettled(step)) emit(runId, { kind: 'problem', stepId, problem: null });
    }
    if (changed.length > 0) onChanged(runOf(runId));
  }

  /** An error of our own must not leave a run that seems to go on: what was sent is unknown, the rest was not sent. */
  function giveUp(runId: string, problem: Problem): void {
    for (const step of runOf(runId).steps) {
      emit(runId, skipPlanned(step, 'Actiondesk met an error of its own before it was sent'));
      const sending = step.items.filter((item) => item.phase === 'sending');
      const results = sending.map(({ id }): ItemResult => ({ id, phase: 'answered', outcome: 'unknown' }));
      emit(runId, { kind: 'items', stepId: step.id, results });
      if (results.length > 0) emit(runId, { kind: 'problem', stepId: step.id, problem });
    }
    emit(runId, { kind: 'state', state: 'done', at: now() });
  }

  for (const { id } of runs.get()) void settle(id).catch((error: unknown) => giveUp(id, toProblem(error)));

  return {
    runs,
    async start(plan) {
      const current = account();
      if (!current) throw new ProblemError(signedOut);
      if (!isOnline()) throw new ProblemError(offline);
      await prepare(workFor(plan.intent).scopes);
      const run = startRun(plan, { tenantId: current.tenantId, accountKey: current.key, now: now(), newId });
      runs.set([run, ...runs.get()]);
      const sending = send(run.id);
      sendings.set(run.id, sending);
      void sending.then(() => settle(run.id)).catch((error: unknown) => giveUp(run.id, toProblem(error)));
      return run;
    },
    cancel(runId) {
      emit(runId, { kind: 'cancelled' });
      stopOf(runId).abort();
    },
    async whenSent(runId) {
      await sendings.get(runId);
      return runOf(runId);
    },
    async checkAgain(runId) {
      const run = runOf(runId);
      const steps = run.steps.map(reopen).filter((step) => step.items.some(mayCheck));
      if (steps.length > 0) record(runId, await workFor(run.intent).observe(steps, now() - lastAnswer(run)));
    },
  };
}

const signedOut: Problem = {
  kind: 'signInNeeded',
  title: 'You are signed out',
  advice: 'Sign in again. Nothing was sent.',
};

const offline: Problem = {
  kind: 'unreachable',
  title: 'This computer is offline',
  advice: 'Nothing was sent, and nothing is sent by itself later. Start again when the network is back.',
};

function stepOf(run: Run, stepId: string): Step {
  const step = run.steps.find((candidate) => candidate.id === stepId);
  if (!step) throw new Error(`Run ${run.id} has no step ${stepId}`);
  return step;
}

/** Steps with items whose outcome can still change. */
function openSteps(run: Run): readonly Step[] {
  return run.steps.filter((step) => step.items.some((item) => item.phase === 'answered'));
}

function isSettled(step: Step): boolean {
  return step.items.every((item) => item.phase === 'settled');
}

/** A problem that said only that nobody knows; one with a time is of a request that was refused for now. */
function isLoss(problem: Problem | null): boolean {
  return (
    problem !== null &&
    problem.retryAt === undefined &&
    ['unreachable', 'untrusted', 'serverFault'].includes(problem.kind)
  );
}

/** Ids of a target that were sent and are not settled: a read may still show them untouched. */
function openItems(others: readonly Run[], targetId: string): ReadonlySet<string> {
  const steps = others.flatMap((run) => run.steps).filter((step) => step.targetId === targetId);
  const open = steps
    .flatMap((step) => step.items)
    .filter(
      ({ phase, outcome }) =>
        phase === 'sending' || (phase === 'answered' && outcome !== 'failed' && outcome !== 'skipped'),
    );
  return new Set(open.map(({ id }) => id));
}

function lastAnswer(run: Run): number {
  const answers = run.steps.flatMap((step) => step.attempts.map((attempt) => Date.parse(attempt.endedAt)));
  return Math.max(run.startedAt, ...answers);
}

/** True while leaving the page would lose sight of what is under way, or of what is not known yet. */
export function isUnderWay(runs: readonly Run[]): boolean {
  const isOpen = ({ phase, outcome }: Item) =>
    phase === 'planned' || phase === 'sending' || outcome === 'unknown';
  return runs.some((run) => run.state !== 'done' && itemsOf(run).some(isOpen));
}
