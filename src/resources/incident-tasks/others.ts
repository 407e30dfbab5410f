import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { fullTarget } from './target.ts';

/** The tasks to look at beside a task. None is in both lists. */
export interface Others {
  /** On the same device, user, file or email, in whatever incident: two tasks may be about one device. */
  readonly sameTarget: readonly IncidentTask[];
  readonly sameIncident: readonly IncidentTask[];
}

/** @param all every task that is loaded */
export function othersOf(task: IncidentTask, all: readonly IncidentTask[]): Others {
  const targets = targetsOf(task, all);
  const sameTarget: IncidentTask[] = [];
  const sameIncident: IncidentTask[] = [];
  for (const other of all) {
    if (other.id === task.id) continue;
    if (targetsOf(other, all).some((target) => targets.includes(target))) sameTarget.push(other);
    else if (task.incident && other.incident?.id === task.incident.id) sameIncident.push(other);
  }
  return { sameTarget, sameIncident };
}

/** What a task acts on, and the device that it is on. */
function targetsOf(task: IncidentTask, all: readonly IncidentTask[]): readonly string[] {
  const { name, onDevice } = fullTarget(task, all);
  return [name, onDevice].filter((target) => target !== '').map((target) => target.toLowerCase());
}
