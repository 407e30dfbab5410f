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
  /** The items of this target that another run has sent, and of which it is still finding out what became. */
  readonly openElsewhere: () => ReadonlySet<string>;
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
  { step, whyStop, openElsewhere, emit, stop }: StepRun,
  work: Work,
): Promise<Sent | undefined> {
  const stepId = step().id;
  const report = (results: readonly ItemResult[]) => emit({ kind: 'items', stepId, results });
  const tell = (problem: Problem | null) => emit({ kind: 'problem', stepId, problem });

  let ids: readonly string[] = [];
  const all = (result: Omit<ItemResult, 'id'>) => report(ids.map((id) => ({ id, ...result })));
  async function inspect(): Promise<readonly string[]> {
    report(await work.inspect(step()));
    const open = openElsewhere();
    const busy = plannedIds(step()).filter((id) => open.has(id));
    report(busy.map((id) => ({ id, phase: 'settled', outcome: 'skipped', reason: stillOpen })));
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
      onSend() {
        emit({ kind: 'waiting', until: null });
        all({ phase: 'sending', outcome: null });
      },
      onAnswer: ({ exchange }) => emit({ kind: 'attempt', stepId, attempt: exchange }),
      onWait(until, answer) {
        all({ phase: 'planned', outcome: null });
        emit({ kind: 'waiting', until });
        tell({ ...answer.problem, retryAt: until });
      },
      async reread() {
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
  tell(problemOf(sent));
  switch (sent.kind) {
    case 'accepted':
      report(work.account(ids, sent.answer));
      break;
    case 'following':
      // "Already in progress" may be the echo of our own request, which the browser repeated: no failure of ours.
      all({ phase: 'answered', outcome: 'alreadyRunning' });
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
          ? { phase: 'answered', outcome: 'skipped', reason: 'Refused for now, and not sent again' }
          : { phase: 'answered', outcome: 'unknown', reason: sent.answer.problem.title },
      );
  }
  return sent;
}

const stillOpen = 'Another run is still finding out what became of it';

function problemOf(sent: Sent): Problem | null {
  switch (sent.kind) {
    case 'accepted':
    case 'nothingLeft':
      return null;
    case 'paused':
      return sent.problem;
    case 'unknown':
      return {
        ...sent.answer.problem,
        advice:
          'It is not sent again. What became of it is found out by reading; "Check again" reads at once.',
      };
    default:
      return sent.answer.problem;
  }
}
