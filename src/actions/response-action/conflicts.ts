import { type ActionType, actionTypes, type IncidentTask } from '../../graph/incident-tasks.ts';
import { isKnown } from '../../lib/members.ts';
import { targetKey } from './reviewed.ts';

/** Selected tasks that would act twice, or against each other, on one target. One of them may run, or none. */
export interface Conflict {
  readonly key: string;
  readonly tasks: readonly IncidentTask[];
}

/** Actions that undo or replace each other. Of all others, only the same action conflicts with itself. */
const families: Partial<Record<ActionType, string>> = {
  isolateDevice: 'isolation',
  unIsolateDevice: 'isolation',
  restrictAppExecution: 'restriction',
  unRestrictAppExecution: 'restriction',
  disableUser: 'account',
  enableUser: 'account',
  softDeleteEmail: 'deletion',
  hardDeleteEmail: 'deletion',
};

/**
 * The conflicts among tasks that could all be sent, in the order of their first tasks. Tasks whose target Graph doesn't
 * provide are in none: whether they conflict can't be checked.
 */
export function conflictsOf(tasks: readonly IncidentTask[]): readonly Conflict[] {
  const byKey = new Map<string, IncidentTask[]>();
  for (const task of tasks) {
    const target = targetKey(task);
    if (target === undefined) continue;
    const family = isKnown(actionTypes, task.actionType) ? families[task.actionType] : undefined;
    const key = `${family ?? task.actionType}\n${target}`;
    const same = byKey.get(key);
    if (same) same.push(task);
    else byKey.set(key, [task]);
  }
  return [...byKey].filter(([, same]) => same.length > 1).map(([key, same]) => ({ key, tasks: same }));
}

/**
 * The tasks that conflicts keep from being sent.
 *
 * @param chosen for the key of a conflict, the id of the task that a person chose; all are kept back until then
 */
export function keptBack(
  conflicts: readonly Conflict[],
  chosen: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  return new Set(
    conflicts.flatMap(({ key, tasks }) => tasks.map(({ id }) => id).filter((id) => id !== chosen.get(key))),
  );
}
