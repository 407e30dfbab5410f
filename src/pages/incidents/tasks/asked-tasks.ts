import { isLeftToDo } from '../../../actions/response-action/sensible-step.ts';
import type { ActionDraft } from '../../../dialogs/tasks/action-draft.ts';
import type { IncidentTask } from '../../../graph/incident-tasks.ts';
import type { LeftOut } from '../../../lib/sort-out.ts';
import { roleText } from '../../../resources/devices/words.ts';
import { targetKind, targetText } from '../../../resources/incident-tasks/words.ts';
import { inAnotherRun } from '../../../runs/model/open-items.ts';
import type { DeskTarget, DeskTask } from './use-incident-tasks.ts';

/** What a dialog about tasks asks about. */
export interface Asked {
  /** Those that were meant as the dialog opened: fewer may be left of them, and never one more. */
  readonly asked: readonly IncidentTask[];
  /** The other tasks of the incident, each with the reason; undefined where these don't matter. */
  readonly skipped: readonly LeftOut<IncidentTask>[] | undefined;
  /** How many tasks can run only since the dialog was opened. */
  readonly since: number;
}

/**
 * The tasks of a dialog as they are now.
 *
 * @param tasks of the incident
 * @param toRun those that would run if the person asked for it now
 * @param all every task that is loaded: one that takes an action back may be in another incident
 */
export function askedTasks(
  { command, taskId, taskIds }: Pick<ActionDraft, 'command' | 'taskId' | 'taskIds'>,
  tasks: readonly Pick<DeskTask, 'task' | 'step' | 'isBusy' | 'whySkipped'>[],
  toRun: readonly IncidentTask[],
  all: readonly IncidentTask[],
): Asked {
  const ids = taskId === null ? (taskIds ?? []) : [taskId];
  const named = ids.flatMap((id) => all.find((task) => task.id === id) ?? []);
  if (command !== 'run' || taskId !== null) return { asked: named, skipped: undefined, since: 0 };

  const canRun = new Set(toRun.map(({ id }) => id));
  const reasons = new Map(
    tasks.map(({ task, isBusy, whySkipped }) => [task.id, isBusy ? inAnotherRun : whySkipped]),
  );
  const asked = named.filter(({ id }) => canRun.has(id) || reasons.get(id) === undefined);
  const isAsked = new Set(asked.map(({ id }) => id));
  const isLeft = ({ task, step }: Pick<DeskTask, 'task' | 'step'>) =>
    ids.includes(task.id) || (isLeftToDo(step) && !canRun.has(task.id));
  const skipped = tasks
    .filter((entry) => !isAsked.has(entry.task.id) && isLeft(entry))
    .map(({ task }) => ({ row: task, reason: reasons.get(task.id) ?? 'Not selected' }));
  return { asked, skipped, since: toRun.filter(({ id }) => !ids.includes(id)).length };
}

/** The servers of an incident as its own tasks name them, be that by an id: what is sent is compared with these. */
export function serversOf(
  targets: readonly {
    readonly target: Pick<DeskTarget['target'], 'facts'>;
    readonly tasks: readonly Pick<DeskTask, 'task'>[];
  }[],
): readonly string[] {
  return targets
    .filter(({ target: { facts } }) => facts && roleText(facts) !== '')
    .flatMap(({ tasks }) => tasks.filter(({ task }) => targetKind(task) === 'Device'))
    .map(({ task }) => targetText(task));
}
