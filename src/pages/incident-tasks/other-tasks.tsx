import { useState } from 'react';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { othersOf } from '../../resources/incident-tasks/others.ts';
import { ActionProgressLabel } from '../../resources/incident-tasks/task-progress.tsx';
import { taskTitle } from '../../resources/incident-tasks/words.ts';
import { Button } from '../../ui/button.tsx';
import { countOf } from '../../ui/format.ts';
import styles from './task-details.module.css';

/** So many of an incident's tasks are listed without being asked for. */
const few = 8;

/**
 * The other tasks on the target of a task, in whatever incident, so that two of them for one device are seen; and the other
 * tasks of its incident.
 */
export function OtherTasks({
  task,
  all,
  onOpen,
}: {
  task: IncidentTask;
  all: readonly IncidentTask[];
  onOpen: (task: IncidentTask) => void;
}) {
  const { sameTarget, sameIncident } = othersOf(task, all);
  return (
    <>
      <TaskList heading="Other tasks on this target" tasks={sameTarget} onOpen={onOpen} />
      <TaskList heading="Other tasks of this incident" tasks={sameIncident} onOpen={onOpen} />
    </>
  );
}

function TaskList({
  heading,
  tasks,
  onOpen,
}: {
  heading: string;
  tasks: readonly IncidentTask[];
  onOpen: (task: IncidentTask) => void;
}) {
  const [showsAll, setShowsAll] = useState(false);
  if (tasks.length === 0) return null;
  const shown = showsAll || tasks.length <= few + 1 ? tasks : tasks.slice(0, few);
  return (
    <>
      <h3 className={styles.heading}>{heading}</h3>
      <ul className={styles.others} aria-label={heading}>
        {shown.map((other) => (
          <li key={other.id}>
            <button type="button" className={styles.other} onClick={() => onOpen(other)}>
              <bdi>{taskTitle(other)}</bdi>
            </button>
            <span className={styles.otherState}>
              <ActionProgressLabel task={other} />
            </span>
          </li>
        ))}
      </ul>
      {shown.length < tasks.length && (
        <Button appearance="subtle" size="small" onClick={() => setShowsAll(true)}>
          Show {countOf(tasks.length - shown.length, 'more task')}
        </Button>
      )}
    </>
  );
}
