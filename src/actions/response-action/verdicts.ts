import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { readMember } from '../../lib/members.ts';
import { taskTitle, withLastChange } from '../../resources/incident-tasks/words.ts';
import type { ItemResult } from '../../runs/model/reducer.ts';
import { refusedForNow } from '../../runs/model/retry.ts';
import type { Item, Outcome } from '../../runs/model/run.ts';
import type { Inspected } from '../../runs/work.ts';
import { notDoneText } from './not-done.ts';
import { changesOfTask, reviewedTask } from './reviewed.ts';
import { whyNot } from './rules.ts';

/** After so many ms of reading "as before", the action is taken for not started. */
export const taskSettleTime = 60_000;

/** After so many ms nothing is read by itself any more: a person asks again, and is told what was read last. */
export const taskFollowTime = 1_800_000;

/** A task's state as later reads are compared with it: a second failure changes the stamp, though not the status. */
export function taskStamp({ actionStatus, lastModifiedDateTime }: IncidentTask): string {
  return `${actionStatus} ${lastModifiedDateTime ?? 'no date'}`;
}

/** True when a stamp was made of the status that the task has. */
function isStatusOf(stamp: string, { actionStatus }: IncidentTask): boolean {
  return stamp.startsWith(`${actionStatus} `);
}

/** With a result, what the read showed. */
function withState<Result extends ItemResult>(task: SeenTask, result: Result): Result {
  return typeof task === 'string' ? result : { ...result, after: task.actionStatus };
}

/** What starting a task's action makes of the task's own status, sooner or later. */
const statusesOfStarted: readonly string[] = ['inProgress', 'completed', 'failed'];

/**
 * What a read just before sending says of a task: left out, followed, or `planned` with its stamp when it is to be
 * sent. Only what is still as it was reviewed is sent.
 *
 * @param wasSent the request was sent before and refused: what has changed since may be its doing, so it is followed
 */
export function judgeTaskBeforeSending(item: Item, task: IncidentTask, wasSent: boolean): Inspected {
  const pre = taskStamp(task);
  // Another failure shows in the stamp alone; of a task that has not started the stamp tells only of an edit.
  const isAsBefore =
    task.actionStatus === item.before && (!wasSent || task.actionStatus === 'notStarted' || pre === item.pre);
  const isTaken = task.status !== item.reviewed.status && statusesOfStarted.includes(task.status);
  if (wasSent ? !isAsBefore || isTaken : task.actionStatus === 'inProgress') {
    return withState(task, {
      id: item.id,
      phase: 'answered',
      outcome: 'alreadyRunning',
      reason: wasSent
        ? 'Started, possibly by this run’s own request'
        : withLastChange('Started since you decided', task),
    });
  }
  const change = changesOfTask({ ...item.reviewed, actionStatus: item.before }, task);
  const reason = change === undefined ? whyNot(task) : withLastChange(change, task);
  if (reason !== undefined) {
    return withState(task, { id: item.id, phase: 'settled', outcome: 'changedByOther', reason });
  }
  return {
    id: item.id,
    phase: 'planned',
    outcome: null,
    pre,
    name: taskTitle(task),
    reviewed: reviewedTask(task),
  };
}

/** A task as a read found it; one whose row could not be read proves nothing. */
export type SeenTask = IncidentTask | 'gone' | 'unreadable';

/**
 * What a read after sending says of a task that is not settled.
 *
 * @param elapsed ms since the answer
 * @param isSaidRunning Defender has refused the last request, because the action is in progress
 * @returns undefined when the read proves nothing yet
 */
export function judgeTaskAfterSending(
  item: Item,
  task: SeenTask,
  elapsed: number,
  isSaidRunning = false,
): ItemResult | undefined {
  if (task === 'unreadable') return undefined;
  const isOver = isSaidRunning && task !== 'gone' && hadEnded(item) && taskStamp(task) === item.pre;
  const verdict = isOver ? judgeEnded(item, task, elapsed) : judge(item, task, elapsed);
  return verdict && withState(task, verdict);
}

const ends = ['failed', 'partiallyCompleted', 'completed'] as const;

/** True when the action had run and ended by the read before the sending. */
function hadEnded({ pre }: Item): boolean {
  return ends.some((end) => pre.startsWith(`${end} `));
}

/**
 * What "already in progress" says of a task. Defender also says so of an action that has ended, since it runs no task a
 * second time; of one that has not, another person or our own request has started it.
 */
export function judgeFollowing(item: Item): ItemResult {
  const answered = { id: item.id, phase: 'answered' } as const;
  return hadEnded(item)
    ? { ...answered, outcome: 'unknown', reason: 'Defender refused to start it, or it’s running again' }
    : { ...answered, outcome: 'alreadyRunning' };
}

/** Of a task that still reads as the earlier attempt left it, once a read cannot be an older one any more. */
function judgeEnded(item: Item, task: IncidentTask, elapsed: number): ItemResult | undefined {
  if (elapsed < taskSettleTime) return undefined;
  const settled = { id: item.id, phase: 'settled', isFinal: true } as const;
  const refused = 'and Defender refused to start the task again';
  switch (readMember(ends, task.actionStatus)) {
    case 'failed':
      return {
        ...settled,
        outcome: 'failed',
        reason: `${notDoneText(task)}: the earlier attempt failed, ${refused}`,
      };
    case 'partiallyCompleted':
      return {
        ...settled,
        outcome: 'partiallyCompleted',
        reason: `The earlier attempt completed in part, ${refused}`,
      };
    default:
      return { ...settled, outcome: 'completed' };
  }
}

function judge(item: Item, task: IncidentTask | 'gone', elapsed: number): ItemResult | undefined {
  const told = task === 'gone' ? undefined : tellStatus(item, task, elapsed);
  if (told) return told.result;
  const settled = { id: item.id, phase: 'settled' } as const;
  if (item.outcome === 'skipped' && task !== 'gone') return { ...settled, ...refusedForNow };
  if (item.outcome === 'rejected') return { ...settled, outcome: 'rejected', reason: item.reason };
  if (elapsed < taskSettleTime) return undefined;
  const at = `${Math.round(elapsed / 1_000)} s later`;
  // Defender has told its end, or a read the verdict: it stays so until another read says more.
  const stays = { ...settled, outcome: item.outcome, reason: item.reason };
  if (task === 'gone' && (item.outcome === 'failed' || item.outcome === 'contradicted')) return stays;
  if (task === 'gone') {
    return item.outcome === 'started'
      ? { ...settled, outcome: 'started', reason: `Result unknown: no longer listed, ${at}` }
      : { ...settled, outcome: 'notFound', reason: `No longer listed, ${at}` };
  }
  // A status of a later version may well mean that it has begun: only the old one proves anything.
  if (!isStatusOf(item.pre, task)) return undefined;
  if (item.outcome === 'contradicted') return stays;
  return item.outcome === 'unknown'
    ? { ...settled, outcome: 'notApplied', reason: `Not started ${at}` }
    : {
        ...settled,
        outcome: 'contradicted',
        reason: `${item.outcome === 'alreadyRunning' ? saidRunning : accepted} ${at}`,
      };
}

const accepted = 'Defender accepted it, but doesn’t show it as started';
const saidRunning = 'Defender said it was already in progress, but doesn’t show it as started';

/** What a status tells that another one, or another stamp, has been read of before; undefined when it is as before. */
function tellStatus(
  item: Item,
  task: IncidentTask,
  elapsed: number,
): { readonly result: ItemResult | undefined } | undefined {
  if (taskStamp(task) === item.pre) return undefined;
  // The same end with another stamp may be a second one, or an edit while the action is yet to start.
  const isOldStatus = isStatusOf(item.pre, task) || task.actionStatus === item.before;
  const mayBeEdit = isOldStatus && elapsed < taskSettleTime;
  const settled = (outcome: Outcome, reason = ''): { result: ItemResult | undefined } => ({
    result: mayBeEdit ? undefined : { id: item.id, phase: 'settled', outcome, reason },
  });
  switch (task.actionStatus) {
    case 'completed':
      return settled('completed');
    case 'partiallyCompleted':
      return settled('partiallyCompleted');
    case 'failed':
      return settled('failed', 'Defender reports that the action failed');
    case 'inProgress': {
      const isTold = item.outcome === 'started' || item.outcome === 'alreadyRunning';
      const outcome = item.outcome === 'alreadyRunning' ? 'alreadyRunning' : 'started';
      const running = { id: item.id, phase: 'answered', outcome } as const;
      if (elapsed >= taskFollowTime) {
        const reason = `Still in progress at the last check, at least ${Math.round(elapsed / 60_000)} minutes later`;
        return { result: { ...running, reason } };
      }
      // Defender’s refusal names no person: the reason names the person whom the first later read gives, once.
      if (outcome === 'alreadyRunning' && item.reason === '' && task.lastModifiedByDisplayName !== '') {
        return { result: { ...running, reason: withLastChange('In progress', task) } };
      }
      return { result: isTold ? undefined : { id: item.id, phase: 'answered', outcome: 'started' } };
    }
    default:
      return undefined;
  }
}
