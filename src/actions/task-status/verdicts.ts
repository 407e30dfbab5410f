import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { taskStatusText, taskTitle } from '../../resources/incident-tasks/words.ts';
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

/** A stamp of a task's status: another date behind the same status says that somebody has changed the task. */
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
  const reason = changesOfStatus({ ...item.reviewed, status: item.before }, task) ?? whyNoStatus(task);
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
  if (task === 'gone') {
    if (elapsed < settleTime) return undefined;
    return { ...settled, outcome: 'notFound', reason: `No longer listed, ${at}` };
  }
  const seen = { ...settled, after: task.status };
  if (task.status === status) return { ...seen, outcome: 'confirmed' };
  if (item.outcome === 'skipped') return { ...seen, ...refusedForNow };
  if (item.outcome === 'rejected') return { ...seen, outcome: 'rejected', reason: item.reason };
  if (elapsed < settleTime) return undefined;
  const word = taskStatusText(task).toLowerCase();
  if (statusStamp(task) !== item.pre) {
    // The order of two changes is not known: ours may have come first, and been replaced.
    const reason = `Changed to “${word}” after you decided`;
    return { ...seen, outcome: 'changedByOther', reason };
  }
  if (item.outcome === 'unknown') return { ...seen, outcome: 'notApplied', reason: `Unchanged ${at}` };
  return {
    ...seen,
    outcome: 'contradicted',
    reason: `Defender accepted it, but still shows “${word}” ${at}`,
  };
}
