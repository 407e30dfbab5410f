import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { unsaid } from '../../lib/unsaid.ts';
import { fullTarget, splitTitle } from './target.ts';
import { ImportantMark } from './target-label.tsx';
import styles from './task-title.module.css';
import { targetKind, taskTitle } from './words.ts';

/** The title of a task, with its target where no column shows that; what the title says of the target is hidden beside it. */
export function TaskTitle({ task, all }: { task: IncidentTask; all: readonly IncidentTask[] }) {
  const title = taskTitle(task);
  const { name, onDevice } = fullTarget(task, all);
  const [said, repeated] = splitTitle(title, name);
  const rest = unsaid(title, name);
  return (
    <span className={styles.title}>
      <bdi className={styles.said}>
        {said}
        {repeated !== '' && <span className={styles.repeated}>{repeated}</span>}
      </bdi>
      {rest !== '' && <bdi className={styles.target}>{rest}</bdi>}
      <span className={styles.target}>
        <ImportantMark device={targetKind(task) === 'Device' ? name : onDevice} />
      </span>
    </span>
  );
}
