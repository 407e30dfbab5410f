import { provesNoEffect } from '../graph/policy.ts';
import type { Sent } from '../graph/sender.ts';
import type { Answer } from '../graph/transport.ts';
import { type Problem, ProblemError, toProblem } from '../lib/problem.ts';
import { type Drive, pause, stepOf } from './drive.ts';
import { skipPlanned } from './left-out.ts';
import type { AttemptEnd, ItemResult, RunEvent } from './reducer.ts';
import { plannedIds } from './work.ts';

/**
 * Reads the targets of a step, sends it, and accounts for each item. What keeps it from being sent pauses the run, or
 * leaves the step out when it concerns this target alone. Undefined when nothing was sent.
 */
export async function driveStep(drive: Drive, stepId: string): Promise<Sent | undefined> {
  const { work, record, stop, pulse } = drive;
  const step = () => stepOf(drive.run(), stepId);
  let ids: readonly string[] = [];
  const all = (result: Omit<ItemResult, 'id'>): RunEvent => ({
    kind: 'items',
    stepId,
    results: ids.map((id) => ({ id, ...result })),
  });
  const tell = (problem: Problem | null): RunEvent => ({ kind: 'problem', stepId, problem });

  async function inspect(): Promise<readonly string[]> {
    await record({ kind: 'items', stepId, results: await work.inspect(step()) });
    const open = await drive.openElsewhere(step().targetId);
    const busy = plannedIds(step()).filter((id) => open.has(id));
    const results = busy.map(
      (id): ItemResult => ({ id, phase: 'settled', outcome: 'skipped', reason: stillOpen }),
    );
    if (results.length > 0) await record({ kind: 'items', stepId, results });
    ids = plannedIds(step());
    return ids;
  }

  try {
    if ((await inspect()).length === 0) return undefined;
  } catch (error) {
    const problem = toProblem(error);
    if (concernsAll(problem)) await pause(drive, problem);
    else await record(tell(problem), skipPlanned(step(), 'It could not be read, so nothing was sent'));
    return undefined;
  }
  if (stop.signal.aborted) return undefined;

  let sent: Sent;
  try {
    sent = await work.send(step(), ids, {
      async onSend(clientRequestId) {
        const because = drive.whyPause();
        if (because) throw new ProblemError(because);
        const sentAt = new Date(drive.now()).toISOString();
        await drive.require(
          { kind: 'waiting', until: null },
          { kind: 'sending', stepId, attempt: { clientRequestId, ids, sentAt } },
        );
        pulse.expect(longestSending);
      },
      async onAnswer(answer) {
        pulse.beat();
        const { clientRequestId } = answer.exchange;
        await record({ kind: 'answered', stepId, clientRequestId, end: endOf(answer) });
      },
      async onWait(until, answer) {
        pulse.expect(until - drive.now());
        const waiting: RunEvent = { kind: 'waiting', until };
        if (!answer) await record(waiting);
        else
          await record(
            all({ phase: 'planned', outcome: null }),
            waiting,
            tell({ ...answer.problem, retryAt: until }),
          );
      },
      mayRepeat: (repetition) => drive.allowance.mayRepeat(repetition),
      async reread() {
        const left = await inspect();
        const because = drive.whyPause();
        if (because) await pause(drive, because);
        return left;
      },
      signal: stop.signal,
    });
  } catch (error) {
    // Thrown before anything was sent: no token, no journal, or somebody said stop meanwhile.
    if (!stop.signal.aborted) await pause(drive, toProblem(error));
    return undefined;
  }
  await record({ kind: 'waiting', until: null }, tell(problemOf(sent)), ...outcomeOf(sent));
  if (sent.kind === 'paused') await pause(drive, sent.problem);
  return sent;

  function outcomeOf(result: Sent): RunEvent[] {
    switch (result.kind) {
      case 'accepted':
        return [{ kind: 'items', stepId, results: work.account(ids, result.answer) }];
      case 'following':
        // "Already in progress" may be the echo of our own request, which the browser repeated: no failure of ours.
        return [all({ phase: 'answered', outcome: 'alreadyRunning' })];
      case 'rejected':
        // A read has the last word here too: the refusal may be that of a repetition which the browser made.
        return [all({ phase: 'answered', outcome: 'rejected', reason: result.answer.problem.title })];
      case 'unknown':
        return [all({ phase: 'answered', outcome: 'unknown', reason: result.answer.problem.title })];
      case 'paused':
      case 'stopped':
        return [
          provesNoEffect(result.answer)
            ? all({ phase: 'answered', outcome: 'skipped', reason: 'Refused for now, and not sent again' })
            : all({ phase: 'answered', outcome: 'unknown', reason: result.answer.problem.title }),
        ];
      case 'nothingLeft':
        return [];
    }
  }
}

const stillOpen = 'Another run is still finding out what became of it';

/** The longest time, in ms, that a request may take. */
const longestSending = 120_000;

/** These would meet every step in the same way. */
function concernsAll({ kind }: Problem): boolean {
  return [
    'signInNeeded',
    'consentNeeded',
    'stepUpNeeded',
    'consentRefused',
    'unreachable',
    'unexpected',
  ].includes(kind);
}

function endOf(answer: Answer): AttemptEnd {
  const { endedAt, requestId, status } = answer.exchange;
  const code = answer.kind === 'ok' ? undefined : answer.problem.code;
  return {
    endedAt,
    ...(requestId !== undefined && { requestId }),
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code }),
  };
}

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
