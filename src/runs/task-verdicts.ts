import type { IncidentTask } from '../graph/incident-tasks.ts';
import { showHidden } from '../lib/visible-text.ts';
import type { Item } from './model.ts';
import type { ItemResult } from './reducer.ts';
import { refusedUntouched } from './retry.ts';

/** After so many ms of reading "as before", the action is taken for not started. */
export const taskSettleTime = 60_000;

/** A task's state as later reads are compared with it: a second failure changes the stamp, though not the status. */
export function taskStamp({ actionStatus, lastModifiedDateTime }: IncidentTask): string {
  return `${actionStatus} ${lastModifiedDateTime ?? 'no date'}`;
}

/** True when a stamp was made of the status that the task has. */
function isStatusOf(stamp: string, { actionStatus }: IncidentTask): boolean {
  return stamp.startsWith(`${actionStatus} `);
}

/**
 * What a read just before sending says of a task: left out, followed, or `planned` with its stamp when it is to be
 * sent.
 *
 * @param wasSent the request was sent before and refused: what has changed since may be its doing, so it is followed
 */
export function judgeTaskBeforeSending(item: Item, task: IncidentTask, wasSent: boolean): ItemResult {
  const pre = taskStamp(task);
  // Another failure shows in the stamp alone; of a task that has not started the stamp tells only of an edit.
  const isAsBefore =
    task.actionStatus === item.before && (!wasSent || task.actionStatus === 'notStarted' || pre === item.pre);
  if (isAsBefore) {
    const name = showHidden(task.displayName || task.id);
    return { id: item.id, phase: 'planned', outcome: null, pre, name };
  }
  if (wasSent || task.actionStatus === 'inProgress') {
    return {
      id: item.id,
      phase: 'answered',
      outcome: 'alreadyRunning',
      reason: wasSent ? 'It was started, perhaps by our own request' : 'Somebody started it meanwhile',
    };
  }
  return {
    id: item.id,
    phase: 'settled',
    outcome: 'changedByOther',
    reason: `It was ${item.before} and is ${task.actionStatus} now: left out`,
  };
}

/**
 * What a read after sending says of a task that is not settled.
 *
 * @param task undefined when Graph does not list it any more, or its row cannot be read: that proves nothing
 * @param elapsed ms since the answer
 */
export function judgeTaskAfterSending(
  item: Item,
  task: IncidentTask | undefined,
  elapsed: number,
): ItemResult | undefined {
  if (!task) return undefined;
  const settled = { id: item.id, phase: 'settled' } as const;
  if (taskStamp(task) !== item.pre) {
    switch (task.actionStatus) {
      case 'completed':
        return { ...settled, outcome: 'completed' };
      case 'partiallyCompleted':
        return { ...settled, outcome: 'partiallyCompleted' };
      case 'failed':
        return { ...settled, outcome: 'failed', reason: 'Defender reports that the action failed' };
      case 'inProgress':
        return item.outcome === 'started' || item.outcome === 'alreadyRunning'
          ? undefined
          : { id: item.id, phase: 'answered', outcome: 'started' };
    }
  }
  if (item.outcome === 'skipped') return { ...settled, outcome: 'skipped', reason: refusedUntouched };
  if (item.outcome === 'rejected') return { ...settled, outcome: 'rejected', reason: item.reason };
  // A status of a later version may well mean that it has begun: only the old one proves anything.
  if (elapsed < taskSettleTime || !isStatusOf(item.pre, task)) return undefined;
  const at = `${Math.round(elapsed / 1_000)} s after the answer`;
  if (item.outcome === 'unknown') {
    return { ...settled, outcome: 'notApplied', reason: `Read ${at}: it has not started` };
  }
  return item.outcome === 'started' || item.outcome === 'contradicted'
    ? {
        ...settled,
        outcome: 'contradicted',
        reason: `Defender accepted it, but does not show it started ${at}`,
      }
    : undefined;
}
