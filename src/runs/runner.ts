import type { Sent } from '../graph/client.ts';
import { provesNoEffect } from '../graph/policy.ts';
import { type Problem, ProblemError, toProblem } from '../lib/problem.ts';
import { createStore, type Store } from '../lib/store.ts';
import { waitFor } from '../lib/wait.ts';
import { type Intent, itemsOf, type Plan, type Run, type Step } from './model.ts';
import { startRun } from './plan.ts';
import { type ItemResult, type RunEvent, reduceRun } from './reducer.ts';
import { plannedIds, type Work } from './work.ts';

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
}

/** Carries out runs, outside React and one step at a time. Nothing is sent but by `start`, which a person calls. */
export interface Runner {
  /** Newest first. */
  readonly runs: Store<readonly Run[]>;
  /** Records a run and begins to send it. @throws ProblemError when it could not begin; nothing was sent then. */
  start(plan: Plan): Promise<Run>;
  /** Sends nothing further. What was sent stays sent. */
  cancel(runId: string): void;
  /** Reads what became of the items that are not settled. @throws ProblemError */
  checkAgain(runId: string): Promise<void>;
}

/** Equal refusals in a row after which a run stops: the rest would meet the same. */
const mostRefusals = 3;

export function createRunner(options: RunnerOptions): Runner {
  const { workFor, prepare, account, onChanged } = options;
  const { isOnline = () => navigator.onLine, now = Date.now, wait = waitFor } = options;
  const { newId = () => crypto.randomUUID() } = options;
  const runs = createStore<readonly Run[]>([]);
  const stops = new Map<string, AbortController>();

  function runOf(id: string): Run {
    const run = runs.get().find((candidate) => candidate.id === id);
    if (!run) throw new Error(`There is no run ${id}`);
    return run;
  }

  function emit(runId: string, event: RunEvent): void {
    runs.set(runs.get().map((run) => (run.id === runId ? reduceRun(run, event) : run)));
  }

  /** Sends the steps in order, then settles. */
  async function drive(runId: string): Promise<void> {
    const work = workFor(runOf(runId).intent);
    let refusals = 0;
    for (const { id: stepId } of runOf(runId).steps) {
      const reasonToStop = whyStop(runOf(runId));
      if (reasonToStop !== undefined) {
        skip(runId, stepId, reasonToStop);
        continue;
      }
      const sent = await driveStep(runId, stepId, work);
      refusals = sent?.kind === 'rejected' && sent.answer.problem.kind === 'forbidden' ? refusals + 1 : 0;
      const stopping = sent?.kind === 'paused' || refusals >= mostRefusals;
      if (stopping) stops.get(runId)?.abort();
    }
    emit(runId, { kind: 'state', state: 'settling', at: now() });
    onChanged(runOf(runId));
    await settle(runId, work);
  }

  function whyStop(run: Run): string | undefined {
    if (run.cancelled) return 'Cancelled before it was sent';
    if (stops.get(run.id)?.signal.aborted) return 'The run stopped before it was sent';
    return account()?.key === run.accountKey ? undefined : 'Another account is signed in';
  }

  /** Inspects, sends and accounts for one step. Undefined when nothing was sent. */
  async function driveStep(runId: string, stepId: string, work: Work): Promise<Sent | undefined> {
    const step = (): Step => stepOf(runOf(runId), stepId);
    const report = (results: readonly ItemResult[]) => emit(runId, { kind: 'items', stepId, results });
    const signal = stops.get(runId)?.signal;

    let ids: readonly string[] = [];
    async function inspect(): Promise<readonly string[]> {
      report(await work.inspect(step()));
      ids = plannedIds(step());
      return ids;
    }

    try {
      if ((await inspect()).length === 0) return undefined;
    } catch (error) {
      emit(runId, { kind: 'problem', stepId, problem: toProblem(error) });
      skip(runId, stepId, 'It could not be read, so nothing was sent');
      return undefined;
    }
    if (whyStop(runOf(runId)) !== undefined) {
      skip(runId, stepId, whyStop(runOf(runId)) ?? '');
      return undefined;
    }

    const all = (result: Omit<ItemResult, 'id'>) => report(ids.map((id) => ({ id, ...result })));
    let sent: Sent;
    try {
      sent = await work.send(step(), ids, {
        onSend: () => all({ phase: 'sending', outcome: null }),
        onAnswer: ({ exchange }) => emit(runId, { kind: 'attempt', stepId, attempt: exchange }),
        onWait: (until, answer) => {
          all({ phase: 'planned', outcome: null });
          emit(runId, { kind: 'waiting', until });
          emit(runId, { kind: 'problem', stepId, problem: { ...answer.problem, retryAt: until } });
        },
        async reread() {
          emit(runId, { kind: 'waiting', until: null });
          emit(runId, { kind: 'problem', stepId, problem: null });
          const left = await inspect();
          if (whyStop(runOf(runId)) !== undefined) stops.get(runId)?.abort();
          return left;
        },
        ...(signal && { signal }),
      });
    } catch (error) {
      // Thrown before anything was sent: no token, or somebody said stop while it was fetched.
      const reasonToStop = whyStop(runOf(runId));
      if (reasonToStop === undefined) emit(runId, { kind: 'problem', stepId, problem: toProblem(error) });
      skip(runId, stepId, reasonToStop ?? 'No token could be had, so nothing was sent');
      return undefined;
    }
    emit(runId, { kind: 'waiting', until: null });
    const problem = problemOf(sent);
    if (problem) emit(runId, { kind: 'problem', stepId, problem });
    if (sent.kind === 'accepted') report(work.account(ids, sent.answer));
    else if (sent.kind === 'following') report(work.follow(ids));
    else if (sent.kind === 'rejected')
      all({ phase: 'settled', outcome: 'rejected', reason: problem?.title ?? '' });
    else if (sent.kind === 'unknown')
      all({ phase: 'answered', outcome: 'unknown', reason: problem?.title ?? '' });
    else if (sent.kind !== 'nothingLeft') {
      all(
        provesNoEffect(sent.answer)
          ? { phase: 'settled', outcome: 'skipped', reason: 'Refused for now, and nothing was changed' }
          : { phase: 'answered', outcome: 'unknown', reason: sent.answer.problem.title },
      );
    }
    return sent;
  }

  function skip(runId: string, stepId: string, reason: string): void {
    const ids = plannedIds(stepOf(runOf(runId), stepId));
    const results = ids.map((id): ItemResult => ({ id, phase: 'settled', outcome: 'skipped', reason }));
    emit(runId, { kind: 'items', stepId, results });
  }

  /** Reads on the work's schedule until every item is settled; what then is open, a person may ask for again. */
  async function settle(runId: string, work: Work): Promise<void> {
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
    if (open.length === 0) return;
    for (const { stepId, results } of await work.observe(open, elapsed)) {
      if (results.length > 0) emit(runId, { kind: 'items', stepId, results });
    }
    onChanged(runOf(runId));
  }

  return {
    runs,
    async start(plan) {
      const current = account();
      if (!current) throw new ProblemError(signedOut);
      if (!isOnline()) throw new ProblemError(offline);
      await prepare(workFor(plan.intent).scopes);
      const run = startRun(plan, { tenantId: current.tenantId, accountKey: current.key, now: now(), newId });
      stops.set(run.id, new AbortController());
      runs.set([run, ...runs.get()]);
      void drive(run.id);
      return run;
    },
    cancel(runId) {
      emit(runId, { kind: 'cancelled' });
      stops.get(runId)?.abort();
    },
    async checkAgain(runId) {
      const run = runOf(runId);
      const answeredAt = lastAnswer(run);
      await observe(runId, workFor(run.intent), now() - answeredAt);
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

function problemOf(sent: Sent): Problem | undefined {
  if (sent.kind === 'nothingLeft' || sent.kind === 'accepted') return undefined;
  return sent.kind === 'paused' ? sent.problem : sent.answer.problem;
}

function stepOf(run: Run, stepId: string): Step {
  const step = run.steps.find((candidate) => candidate.id === stepId);
  if (!step) throw new Error(`Run ${run.id} has no step ${stepId}`);
  return step;
}

/** Steps with items whose outcome can still change. */
function openSteps(run: Run): readonly Step[] {
  return run.steps.filter((step) => step.items.some((item) => item.phase === 'answered'));
}

function lastAnswer(run: Run): number {
  const answers = run.steps.flatMap((step) => step.attempts.map((attempt) => Date.parse(attempt.endedAt)));
  return Math.max(run.startedAt, ...answers);
}

/** True while leaving the page would lose sight of requests under way. */
export function isUnderWay(runs: readonly Run[]): boolean {
  return runs.some((run) => run.state === 'running' && itemsOf(run).some((item) => item.phase !== 'settled'));
}
