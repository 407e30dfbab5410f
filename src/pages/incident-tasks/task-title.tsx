import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { fullTarget, splitTitle } from '../../resources/incident-tasks/target.ts';
import { taskTitle } from '../../resources/incident-tasks/words.ts';
import styles from './task-title.module.css';

/** The title of a task; what it says of the target is hidden where the column "Target" says it beside. */
export function TaskTitle({ task, all }: { task: IncidentTask; all: readonly IncidentTask[] }) {
  const [said, repeated] = splitTitle(taskTitle(task), fullTarget(task, all).name);
  return (
    <bdi className={styles.title}>
      {said}
      {repeated !== '' && <span className={styles.repeated}>{repeated}</span>}
    </bdi>
  );
}
