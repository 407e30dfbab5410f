import { type Problem, ProblemError, toProblem } from '../../lib/problem.ts';
import { type ActionOf, intentsOf, isSameIntent } from '../action.ts';
import { type ItemResult, type RunEvent, reduceRun, type StepResults } from '../model/reducer.ts';
import { mayResume, mayRetry } from '../model/retry.ts';
import { type Intent, type Outcome, type Run, type RunState, type Step, stepOf } from '../model/run.ts';
import type { Observed, Work } from '../work.ts';

/** What finding out about a run needs. */
export interface Settling {
  readonly run: () => Run;
  readonly workOf: (step: Pick<Step, 'intent'>) => Work;
  readonly actionOf: ActionOf;
  readonly record: (...events: readonly RunEvent[]) => Promise<void>;
  /** Reads that the run changed are to be read again. */
  readonly onChanged: (run: Run) => void;
  readonly now: () => number;
  /** When this page had sent everything of the run, or took it up, as `elapsed` tells it; undefined if it did neither. */
  readonly livedFrom: number | undefined;
  /** Ms that have passed, whatever the clock of the computer is set to meanwhile: verdicts go by it. */
  readonly elapsed: () => number;
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** One read after the other: otherwise the verdict of an older one could come last. */
  readonly inTurn: (read: () => Promise<void>) => Promise<void>;
}

/** Reads on the schedule of each action until every item is settled; what then is open, a person may ask for again. */
export async function settleRun(settling: Settling): Promise<void> {
  await Promise.all(intentsOf(settling.run().steps).map((intent) => settleIntent(settling, intent)));
}

async function settleIntent(settling: Settling, intent: Intent): Promise<void> {
  const { run, workOf, elapsed, wait } = settling;
  const open = (now: Run) => openSteps(now).filter((step) => isSameIntent(step.intent, intent));
  const answeredAt = elapsed();
  for (const at of workOf({ intent }).readAt) {
    if (open(run()).length === 0) return;
    await wait(Math.max(0, answeredAt + at - elapsed()));
    // A failed read proves nothing; the next one may work, and "Check again" tells why. Time is counted by the
    // schedule at least: some computers count none while they sleep.
    await observe(settling, open, Math.max(at, elapsed() - answeredAt)).catch(() => undefined);
  }
  await settling.record(...open(run()).flatMap(believe));
}

/** What Graph said no to, and no read could confirm: then its word is the last. */
function believe({ id, items }: Step): RunEvent[] {
  const said = items.filter(
    ({ phase, outcome }) => phase === 'answered' && outcome !== null && refusals.includes(outcome),
  );
  const results = said.map(
    ({ id: itemId, outcome, reason }): ItemResult => ({
      id: itemId,
      phase: 'settled',
      outcome,
      reason,
      // The item was put off, so it can be sent after all; Resume reads it first.
      ...(outcome === 'skipped' && { left: 'refusedForNow' }),
    }),
  );
  // Another tab looks again at what is written: nothing is, where nothing has changed.
  return results.length === 0 ? [] : [{ kind: 'items', stepId: id, results }];
}

const refusals: readonly Outcome[] = ['failed', 'rejected', 'skipped'];

/**
 * Reads what became of the open items of some steps, and records it.
 *
 * @param stepsOf the steps of the run as it is when this read has its turn
 * @param elapsed ms since the answer
 * @throws ProblemError when not everything could be read; what could be is recorded
 */
export function observe(
  { run, workOf, record, onChanged, inTurn }: Settling,
  stepsOf: (run: Run) => readonly Step[],
  elapsed: number,
): Promise<void> {
  return inTurn(async () => {
    const before = run();
    const steps = stepsOf(before);
    if (steps.length === 0) return;
    const observed = await observeAll(workOf, steps, elapsed);
    const found = observed
      .map(({ stepId, results }) => ({ stepId, results: unlessChanged(before, run(), stepId, results) }))
      .filter(({ results }) => results.length > 0);
    if (found.length > 0) {
      await record(...found.flatMap((results) => eventsOf(run(), results)));
      onChanged(run());
    }
    const unread = observed.find(({ problem }) => problem !== undefined);
    if (unread?.problem) throw new ProblemError(unread.problem);
  });
}

/** Of several actions, each reads its own steps. */
async function observeAll(
  workOf: Settling['workOf'],
  steps: readonly Step[],
  elapsed: number,
): Promise<readonly Observed[]> {
  const reads = intentsOf(steps).map((intent) => {
    const own = steps.filter((step) => isSameIntent(step.intent, intent));
    // One action's failure must not keep the results of the others from being recorded.
    return workOf({ intent })
      .observe(own, elapsed)
      .catch((error: unknown) =>
        own.map(({ id }) => ({ stepId: id, results: [], problem: toProblem(error) })),
      );
  });
  return (await Promise.all(reads)).flat();
}

/** What was said or done about an item while it was read is newer than what was read. */
function unlessChanged(before: Run, now: Run, stepId: string, results: readonly ItemResult[]): ItemResult[] {
  const old = new Set(stepOf(before, stepId).items);
  const same = new Set(stepOf(now, stepId).items.flatMap((item) => (old.has(item) ? item.id : [])));
  return results.filter(({ id }) => same.has(id));
}

function eventsOf(run: Run, { stepId, results }: StepResults): RunEvent[] {
  const event = { kind: 'items', stepId, results } as const;
  const { items, problem } = stepOf(reduceRun(run, event), stepId);
  const wasUnknown = stepOf(run, stepId).items.some(({ outcome }) => outcome === 'unknown');
  // Where nothing came of it, a refusal says why.
  const isDisproved = wasUnknown && !items.some(({ outcome }) => outcome === 'notApplied');
  const isKnown = items.every(
    ({ phase, outcome }) => phase === 'settled' || (phase === 'answered' && outcome !== 'unknown'),
  );
  const isOver = items.every(({ phase }) => phase === 'settled');
  // Nothing is put off any more.
  const isMoot = isOver && problem?.retryAt !== undefined && !items.some(mayRetry);
  // What was not known is known now, or what ran is over; the ids of the request stay with the attempt.
  const isPast =
    isMoot || (isKnown && isLoss(problem, isDisproved)) || (isOver && problem?.kind === 'alreadyInProgress');
  return isPast ? [event, { kind: 'problem', stepId, problem: null }] : [event];
}

/** Steps with items whose outcome can still change. */
export function openSteps(run: Run): readonly Step[] {
  return run.steps.filter((step) => step.items.some((item) => item.phase === 'answered'));
}

/**
 * A problem that said only that nobody knows; one with a time is of a request that was refused for now. A refusal that
 * left it unknown (409, 410, 412, 423), and was disproved by a read, is one too.
 */
function isLoss(problem: Problem | null, isDisproved: boolean): boolean {
  if (problem === null || problem.retryAt !== undefined) return false;
  const isRefusal = problem.kind === 'rejected' || problem.kind === 'notFound';
  return ['unreachable', 'untrusted', 'serverFault'].includes(problem.kind) || (isDisproved && isRefusal);
}

/** What a run is once nothing more is sent and no read is due: over, unless something waits for a person. */
export function endOf(run: Run): Exclude<RunState, 'running' | 'settling'> {
  const isLeft = run.steps.some(({ items }) => items.some(mayResume));
  return isLeft && run.state === 'paused' && !run.cancelled ? 'paused' : 'done';
}

/** When a step was answered last, by this computer's clock: epoch ms. */
export function lastAnswer({ attempts }: Step): number {
  return Math.max(0, ...attempts.map(({ endedAt, sentAt }) => Date.parse(endedAt ?? sentAt)));
}
