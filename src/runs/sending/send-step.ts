import { saysNoEffect } from '../../graph/policy.ts';
import type { Sent } from '../../graph/sender.ts';
import type { Answer, Failure } from '../../graph/transport.ts';
import { type Problem, ProblemError, toProblem } from '../../lib/problem.ts';
import { notKnownYet, notReadable, skipPlanned } from '../model/left-out.ts';
import { concernsAll, waitsTooLong } from '../model/problems.ts';
import type { AttemptEnd, ItemResult, RunEvent } from '../model/reducer.ts';
import { putOff } from '../model/retry.ts';
import { type Outcome, stepOf } from '../model/run.ts';
import { plannedIds } from '../work.ts';
import { pause, type RunContext, readInTime, waiting } from './run-context.ts';
import { isFromGraph, problemOf } from './sent-problem.ts';
import { leaveOutChanged } from './still-as-decided.ts';

/**
 * Reads the targets of a step, sends it, and accounts for each item. What keeps it from being sent pauses the run, or
 * leaves the step out when it concerns this target alone. Undefined when nothing was sent.
 */
export async function sendStep(context: RunContext, stepId: string): Promise<Sent | undefined> {
  const { record, stop } = context;
  const step = () => stepOf(context.run(), stepId);
  const work = context.workOf(step());
  let ids: readonly string[] = [];
  const all = (result: Omit<ItemResult, 'id'>): RunEvent => ({
    kind: 'items',
    stepId,
    results: ids.map((id) => ({ id, ...result })),
  });
  const tell = (problem: Problem | null): RunEvent => ({ kind: 'problem', stepId, problem });
  /** The answers of this step's sendings that were no success. */
  const failures: Failure[] = [];
  /** Aborted when this step would have to wait for longer than a run may by itself. */
  const patience = new AbortController();
  let tooLong: Problem | undefined;

  async function inspect(): Promise<readonly string[]> {
    // Asked before: what another run settles while we read may be younger than what we read. And after, as a read may
    // take minutes, in which a record that a person had cleared away can be back.
    const before = await context.openElsewhere(step());
    const isFirst = step().attempts.length === 0;
    const found = await readInTime(
      context,
      (signal, onWait) => work.inspect(step(), signal, onWait),
      (until, because) => void record(waiting(context, stepId, { until, because })),
    );
    const after = await context.openElsewhere(step());
    const decided = await leaveOutChanged(context, step(), found);
    const results = decided.map((result) => {
      if (!isFirst) return unlessLate(result);
      // Of what is left out before anything was sent, no later read can tell more.
      return result.phase === 'settled' ? { ...result, pre: '' } : result;
    });
    const waited = context.waits.has(stepId) ? [waiting(context, stepId, null)] : [];
    await record({ kind: 'items', stepId, results }, ...waited);
    const busy = plannedIds(step()).filter((id) => before.has(id) || after.has(id));
    if (busy.length > 0) await record({ kind: 'items', stepId, results: busy.map(leaveOpen) });
    ids = plannedIds(step());
    return ids;
  }

  /** What another run does not know yet; and this one neither, where it has sent it too. */
  function leaveOpen(id: string): ItemResult {
    if (!step().attempts.some((attempt) => attempt.ids.includes(id))) return leftOpen(id);
    return { id, ...(mayBeLate() ? lateUnknown : putOff) };
  }

  /** What stands in the way of this target alone leaves it out; the rest goes on. */
  async function giveWay(problem: Problem): Promise<void> {
    if (concernsAll(problem)) return pause(context, problem);
    await record(
      waiting(context, stepId, null),
      tell(problem),
      ...skipPlanned(step(), { reason: notReadable, isFinal: work.isFinal(problem) }),
    );
  }

  try {
    if ((await inspect()).length === 0) return undefined;
  } catch (error) {
    if (!stop.signal.aborted) await giveWay(toProblem(error));
    return undefined;
  }
  if (stop.signal.aborted) return undefined;

  let sent: Sent;
  try {
    sent = await work.send(step(), ids, {
      async onSend(clientRequestId) {
        const because = context.whyPause();
        if (because) throw new ProblemError(because);
        const sentAt = new Date(context.now()).toISOString();
        await context.require(waiting(context, stepId, null), {
          kind: 'sending',
          stepId,
          attempt: { clientRequestId, ids, sentAt },
        });
      },
      async onAnswer(answer) {
        const { clientRequestId } = answer.exchange;
        if (answer.kind !== 'ok') failures.push(answer);
        await record({ kind: 'answered', stepId, clientRequestId, end: endOf(answer) });
      },
      async onWait(until, answer, because) {
        if (!context.allowance.mayWait(until - context.now())) {
          tooLong = waitsTooLong(until);
          patience.abort(new ProblemError(tooLong));
          return;
        }
        const wait = waiting(context, stepId, { until, because });
        if (!answer) await record(wait);
        else
          await record(
            all({ phase: 'planned', outcome: null }),
            wait,
            tell({ ...answer.problem, retryAt: until }),
          );
      },
      mayRepeat: (repetition) => context.allowance.mayRepeat(repetition),
      async reread() {
        // After a renewal of the token they are said to be on their way still.
        if (step().attempts.length > 0) await record(all({ phase: 'planned', outcome: null }));
        const left = await inspect();
        const because = context.whyPause();
        if (because) await pause(context, because);
        return left;
      },
      signal: AbortSignal.any([stop.signal, patience.signal]),
    });
  } catch (error) {
    // Thrown before anything was sent: no token, no journal, no patience, or a person said stop meanwhile.
    if (!stop.signal.aborted) await giveWay(toProblem(error));
    return undefined;
  }
  const followed = step()
    .items.filter(({ id }) => ids.includes(id))
    .map(work.following);
  const isMoot = sent.kind === 'following' && followed.every(({ outcome }) => outcome === 'unknown');
  const problem = isMoot ? null : problemOf(sent);
  await record(waiting(context, stepId, null), tell(problem), ...outcomeOf(sent));
  const because = tooLong ?? (sent.kind === 'paused' ? sent.problem : undefined);
  // What only concerns this target is told with it; the others may go on.
  if (because && (concernsAll(because) || because.retryAt !== undefined)) await pause(context, because);
  return sent;

  function outcomeOf(result: Sent): RunEvent[] {
    switch (result.kind) {
      case 'accepted':
        return [{ kind: 'items', stepId, results: work.account(ids, result.answer).map(unlessLate) }];
      case 'following':
        // "Already in progress" may be the echo of our own request, which the browser repeated: no failure of ours.
        return [{ kind: 'items', stepId, results: followed }];
      case 'rejected':
        // A read has the last word here too: the refusal may be that of a repetition which the browser made.
        return [
          notDone(
            result.answer,
            'rejected',
            result.answer.problem.title,
            work.isFinal(result.answer.problem),
          ),
        ];
      case 'unknown':
        return [all({ phase: 'answered', outcome: 'unknown', reason: result.answer.problem.title })];
      case 'paused':
      case 'stopped':
        return [
          saysNoEffect(result.answer)
            ? notDone(result.answer, 'skipped', putOff.reason)
            : all({ phase: 'answered', outcome: 'unknown', reason: result.answer.problem.title }),
        ];
      case 'nothingLeft':
        return [];
    }
  }

  /** The last sending had no effect. One before it may have had one that no read has shown yet: then nobody knows. */
  function notDone(
    last: Failure,
    outcome: 'rejected' | 'skipped',
    reason: string,
    isFinal = false,
  ): RunEvent {
    return all(mayBeLate(last) ? lateUnknown : { phase: 'answered', outcome, reason, isFinal });
  }

  /** The same where Intune or a read says of one item that it was not done. */
  function unlessLate(result: ItemResult): ItemResult {
    const isUndone = result.outcome !== null && undone.includes(result.outcome);
    return isUndone && mayBeLate() ? { id: result.id, ...lateUnknown } : result;
  }

  /** @param last an answer of which it is known already what it means */
  function mayBeLate(last?: Failure): boolean {
    return failures.some((failure) => failure !== last && !saysNoEffect(failure));
  }
}

const undone: readonly Outcome[] = ['failed', 'notFound', 'changedByOther', 'skipped'];

const lateUnknown = {
  phase: 'answered',
  outcome: 'unknown',
  reason: 'An earlier request may still take effect',
} as const;

function leftOpen(id: string): ItemResult {
  return { id, phase: 'settled', outcome: 'skipped', reason: notKnownYet, pre: '' };
}

function endOf(answer: Answer): AttemptEnd {
  const { endedAt, requestId, status } = answer.exchange;
  const code = answer.kind === 'ok' ? undefined : answer.problem.code;
  const doubt = answer.kind === 'ok' || isBelieved(answer) ? undefined : answer.problem.title;
  return {
    endedAt,
    ...(requestId !== undefined && { requestId }),
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code }),
    ...(doubt !== undefined && { doubt }),
  };
}

/** What a run goes by; of some answers it does not matter who wrote them. */
function isBelieved(answer: Failure): boolean {
  return isFromGraph(answer) || saysNoEffect(answer);
}
