import type { Sent } from '../graph/client.ts';
import { provesNoEffect } from '../graph/policy.ts';
import { type Problem, toProblem } from '../lib/problem.ts';
import type { Step } from './model.ts';
import type { ItemResult, RunEvent } from './reducer.ts';
import { plannedIds, type Work } from './work.ts';

/** What driving a step needs of its run. */
export interface StepRun {
  /** The step as it is now. */
  readonly step: () => Step;
  /** Why nothing more may be sent, or undefined. */
  readonly whyStop: () => string | undefined;
  readonly emit: (event: RunEvent) => void;
  /** Aborted when the run is to send nothing further. */
  readonly stop: AbortController;
}

/** Leaves out what a step has not sent. */
export function skipPlanned(step: Step, reason: string): RunEvent {
  const results = plannedIds(step).map(
    (id): ItemResult => ({ id, phase: 'settled', outcome: 'skipped', reason }),
  );
  return { kind: 'items', stepId: step.id, results };
}

/** Reads the targets of a step, sends it, and accounts for each item. Undefined when nothing was sent. */
export async function driveStep(
  { step, whyStop, emit, stop }: StepRun,
  work: Work,
): Promise<Sent | undefined> {
  const stepId = step().id;
  const report = (results: readonly ItemResult[]) => emit({ kind: 'items', stepId, results });
  const tell = (problem: Problem | null) => emit({ kind: 'problem', stepId, problem });

  let ids: readonly string[] = [];
  const all = (result: Omit<ItemResult, 'id'>) => report(ids.map((id) => ({ id, ...result })));
  async function inspect(): Promise<readonly string[]> {
    report(await work.inspect(step()));
    ids = plannedIds(step());
    return ids;
  }

  try {
    if ((await inspect()).length === 0) return undefined;
  } catch (error) {
    tell(toProblem(error));
    emit(skipPlanned(step(), 'It could not be read, so nothing was sent'));
    return undefined;
  }
  const reasonToStop = whyStop();
  if (reasonToStop !== undefined) {
    emit(skipPlanned(step(), reasonToStop));
    return undefined;
  }

  let sent: Sent;
  try {
    sent = await work.send(step(), ids, {
      onSend: () => all({ phase: 'sending', outcome: null }),
      onAnswer: ({ exchange }) => emit({ kind: 'attempt', stepId, attempt: exchange }),
      onWait(until, answer) {
        all({ phase: 'planned', outcome: null });
        emit({ kind: 'waiting', until });
        tell({ ...answer.problem, retryAt: until });
      },
      async reread() {
        emit({ kind: 'waiting', until: null });
        tell(null);
        const left = await inspect();
        if (whyStop() !== undefined) stop.abort();
        return left;
      },
      signal: stop.signal,
    });
  } catch (error) {
    // Thrown before anything was sent: no token, or somebody said stop while it was fetched.
    const reason = whyStop();
    if (reason === undefined) tell(toProblem(error));
    emit(skipPlanned(step(), reason ?? 'No token could be had, so nothing was sent'));
    return undefined;
  }
  emit({ kind: 'waiting', until: null });
  const problem = problemOf(sent);
  if (problem) tell(problem);
  switch (sent.kind) {
    case 'accepted':
      report(work.account(ids, sent.answer));
      break;
    case 'following':
      report(work.follow(ids));
      break;
    case 'rejected':
      all({ phase: 'settled', outcome: 'rejected', reason: sent.answer.problem.title });
      break;
    case 'unknown':
      all({ phase: 'answered', outcome: 'unknown', reason: sent.answer.problem.title });
      break;
    case 'paused':
    case 'stopped':
      all(
        provesNoEffect(sent.answer)
          ? { phase: 'settled', outcome: 'skipped', reason: 'Refused for now, and nothing was changed' }
          : { phase: 'answered', outcome: 'unknown', reason: sent.answer.problem.title },
      );
  }
  return sent;
}

function problemOf(sent: Sent): Problem | undefined {
  if (sent.kind === 'nothingLeft' || sent.kind === 'accepted') return undefined;
  return sent.kind === 'paused' ? sent.problem : sent.answer.problem;
}
