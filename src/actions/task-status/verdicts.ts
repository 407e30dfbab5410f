import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { taskStatusText, taskTitle, withLastChange } from '../../resources/incident-tasks/words.ts';
import type { ItemResult } from '../../runs/model/reducer.ts';
import { refusedForNow } from '../../runs/model/retry.ts';
import type { Item } from '../../runs/model/run.ts';
import type { Inspected } from '../../runs/work.ts';
import type { StatusIntent } from './intent.ts';
import { changesOfStatus, reviewedStatus } from './reviewed.ts';
import { whyNoStatus } from './rules.ts';

/** A task as a read found it; one whose row could not be read proves nothing. */
export type SeenTask = IncidentTask | 'gone' | 'unreadable';

/** What an older read may show too is taken for final after so many ms. */
const settleTime = 60_000;

/** A stamp of a task's status: another date behind the same status says that the task was changed. */
export function statusStamp({ status, lastModifiedDateTime }: IncidentTask): string {
  return `${status} ${lastModifiedDateTime ?? 'no date'}`;
}

/** What the read just before a sending says of a task. @param wasSent a request for it has left already */
export function judgeStatusBefore(
  { status }: StatusIntent,
  item: Item,
  task: IncidentTask,
  wasSent: boolean,
): Inspected {
  const { id } = item;
  const settled = { id, phase: 'settled', after: task.status } as const;
  if (task.status === status) {
    // Sent before, and refused for now: it may be our own doing.
    return wasSent
      ? { ...settled, outcome: 'confirmed' }
      : { ...settled, outcome: 'skipped', left: 'alreadySo', reason: 'Already in that state' };
  }
  const change = changesOfStatus({ ...item.reviewed, status: item.before }, task);
  const reason = change === undefined ? whyNoStatus(task) : withLastChange(change, task);
  if (reason !== undefined) return { ...settled, outcome: 'changedByOther', reason };
  return {
    id,
    phase: 'planned',
    outcome: null,
    pre: statusStamp(task),
    name: taskTitle(task),
    reviewed: reviewedStatus(task),
  };
}

/**
 * What a read after a sending says of a task.
 *
 * @param elapsed ms since the answer
 * @returns undefined while the read proves nothing
 */
export function judgeStatusAfter(
  { status }: StatusIntent,
  item: Item,
  task: SeenTask,
  elapsed: number,
): ItemResult | undefined {
  if (task === 'unreadable') return undefined;
  const at = `${Math.round(elapsed / 1_000)} s later`;
  const settled = { id: item.id, phase: 'settled' } as const;
  const isOld = elapsed < settleTime;
  if (task === 'gone') {
    if (isOld) return undefined;
    const reason = `No longer listed, ${at}`;
    return item.outcome === 'successful'
      ? { ...settled, outcome: 'successful', reason: `Accepted. ${reason}` }
      : { ...settled, outcome: 'notFound', reason };
  }
  const seen = { ...settled, after: task.status };
  const word = taskStatusText(task).toLowerCase();
  if (task.status === status) {
    const wasRefused = item.outcome === 'rejected' || item.outcome === 'skipped';
    return { ...seen, outcome: 'confirmed', ...(wasRefused && { reason: refusedButSo }) };
  }
  if (item.outcome === 'rejected') return { ...seen, outcome: 'rejected', reason: item.reason };
  // A third status: whether ours came first, and was replaced, nobody can tell.
  if (task.status !== item.before) {
    return isOld
      ? undefined
      : { ...seen, outcome: 'changedByOther', reason: withLastChange(`“${word}” by now`, task) };
  }
  if (item.outcome === 'skipped') return { ...seen, ...refusedForNow };
  if (isOld) return undefined;
  if (item.outcome === 'successful' || item.outcome === 'contradicted') {
    return { ...seen, outcome: 'contradicted', reason: `Defender accepted it, but shows “${word}” ${at}` };
  }
  // The task was edited: the old status may come from that edit, after ours.
  return statusStamp(task) === item.pre
    ? { ...seen, outcome: 'notApplied', reason: `Unchanged ${at}` }
    : undefined;
}

const refusedButSo = 'The request was rejected, but the task has the status you asked for';
