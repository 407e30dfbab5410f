import type { IncidentTask } from '../../../graph/incident-tasks.ts';
import type { TasksOfIncident } from '../../../resources/incident-tasks/by-incident.ts';
import { taskTitle } from '../../../resources/incident-tasks/words.ts';

/** The tasks of an incident, by what they act on. */
export function TasksByTarget({ group }: { group: TasksOfIncident; all: readonly IncidentTask[] }) {
  return (
    <ul>
      {group.tasks.map((task) => (
        <li key={task.id}>
          <bdi>{taskTitle(task)}</bdi>
        </li>
      ))}
    </ul>
  );
}
