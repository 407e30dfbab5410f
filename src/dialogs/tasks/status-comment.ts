import { planComments } from '../../actions/incident-comment/plan.ts';
import { whyNoComment } from '../../actions/incident-comment/rules.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { taskName } from '../../resources/incident-tasks/target.ts';
import { taskTitle } from '../../resources/incident-tasks/words.ts';
import type { Plan } from '../../runs/model/run.ts';
import type { OpenIncident } from './task-dialog.ts';

/** More tasks than these are told by their number. */
const mostNamed = 5;

/** A comment needs an incident that has been read: whether the same comment is there already must be known. */
export function canTakeComment(incident: OpenIncident | undefined): incident is OpenIncident {
  return incident !== undefined && incident.status !== '' && whyNoComment(incident) === undefined;
}

/**
 * A note as everyone on the incident reads it, after the tasks that it is about: "Call the user: CHG-441". It says nothing of
 * their status, which may still be refused.
 *
 * @param all every task there is: another may know the name of a device
 */
export function noteAsComment(
  note: string,
  tasks: readonly IncidentTask[],
  all: readonly IncidentTask[],
): string {
  const names =
    tasks.length > mostNamed ? `${tasks.length} tasks` : tasks.map((task) => nameOf(task, all)).join('; ');
  return `${names}: ${note.trim()}`;
}

/** By its title, and what that doesn't say of its action; of a step by hand the title says it all. */
function nameOf(task: IncidentTask, all: readonly IncidentTask[]): string {
  return task.actionType === 'text' ? taskTitle(task) : taskName(task, all);
}

/** The plan, and after it one comment on the incident: one decision, one run. @param ownNames of who decides */
export function withComment(
  plan: Plan,
  incident: OpenIncident,
  comment: string,
  ownNames: readonly string[],
): Plan {
  const { targets } = planComments(
    [{ incident: { ...incident, comments: [...incident.comments] }, comment }],
    '',
    ownNames,
  );
  return { ...plan, title: `${plan.title} and comment`, targets: [...plan.targets, ...targets] };
}
