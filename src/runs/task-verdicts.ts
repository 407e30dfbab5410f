import type { IncidentTask } from '../graph/incident-tasks.ts';
import type { Item } from './model.ts';
import type { ItemResult } from './reducer.ts';

/** After so many ms of reading "not started", the action is taken for not started. */
export const taskSettleTime = 60_000;

/**
 * What a read just before sending says of a task; undefined when it is to be sent.
 *
 * @param wasSent the request was sent before and refused: what has changed since may be its doing, so it is followed
 */
export function judgeTaskBeforeSending(
  item: Item,
  task: IncidentTask,
  wasSent: boolean,
): ItemResult | undefined {
  if (task.actionStatus === item.before) return undefined;
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
    reason: `It was ${item.before} and is ${task.actionStatus} now`,
  };
}

/**
 * What a read after sending says of a task that is not settled.
 *
 * @param task undefined when Graph does not list it any more
 * @param elapsed ms since the answer
 */
export function judgeTaskAfterSending(
  item: Item,
  task: IncidentTask | undefined,
  elapsed: number,
): ItemResult | undefined {
  if (!task) return undefined;
  const settled = { id: item.id, phase: 'settled' } as const;
  // A task that had failed before and is run again reads "failed" until the new start shows.
  const isAsBefore = task.actionStatus === item.before;
  if (!isAsBefore) {
    switch (task.actionStatus) {
      case 'completed':
        return { ...settled, outcome: 'completed' };
      case 'partiallyCompleted':
        return { ...settled, outcome: 'partiallyCompleted' };
      case 'failed':
        return { ...settled, outcome: 'failed', reason: 'Defender reports that the action failed' };
      case 'inProgress':
        return item.outcome === 'unknown'
          ? { id: item.id, phase: 'answered', outcome: 'started' }
          : undefined;
      default:
        return undefined;
    }
  }
  if (elapsed < taskSettleTime) return undefined;
  if (item.outcome === 'unknown') {
    return { ...settled, outcome: 'notApplied', reason: 'Read again for a minute: it has not started' };
  }
  return item.outcome === 'started'
    ? {
        ...settled,
        outcome: 'contradicted',
        reason: 'Defender accepted the action, but does not show it as started',
      }
    : undefined;
}
