import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Instant } from '../../lib/instant.ts';
import { conflictText } from '../devices/conflict-words.ts';
import { deviceTruths, type RunKnowledge, truthFor } from '../devices/device-truth.ts';
import { isRunning } from '../incident-tasks/states.ts';

/**
 * What another task, of whichever incident, does or did to the device of a task that waits: "Isolated already by a task of
 * incident 2972412"; '' where none does. The desk says the same above its tasks.
 */
export function alreadyDone({
  tasks,
  known,
  now,
}: {
  readonly tasks: readonly IncidentTask[];
  readonly known: RunKnowledge;
  readonly now: Instant;
}): (task: IncidentTask) => string {
  const truths = deviceTruths(tasks, [], known, now);
  return (task) => {
    const conflicts = truthFor(task, tasks, [], truths)?.conflicts ?? [];
    const conflict = conflicts.find(
      ({ kind, tasks: own }) =>
        own.some(({ id }) => id === task.id) && (kind === 'already' || own.some(isRunning)),
    );
    return conflict ? conflictText(conflict, task.incident?.id ?? '').replace(/\.$/, '') : '';
  };
}
