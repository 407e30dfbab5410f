import { responseAction } from '../../actions/response-action/action.ts';
import { isClosedByHand, wentWell } from '../../resources/incident-tasks/went-well.ts';
import { useMarks } from '../../run-panel/run-marks.tsx';
import { countTasks } from '../../run-panel/task-counts.ts';
import { StackedBar } from '../../ui/charts/stacked-bar.tsx';
import { formatCount } from '../../ui/format.ts';
import styles from './task-progress.module.css';
import type { IncidentTasks } from './tasks/use-incident-tasks.ts';

/** "4 of 12 completed, 1 closed by hand, 2 in progress", with a bar. What a person closed after a failure is no success. */
export function TaskProgress({ tasks }: { tasks: IncidentTasks['tasks'] }) {
  const progress = new Map(tasks.map((entry) => [entry.task.id, entry.progress]));
  const all = tasks.map(({ task }) => task);
  const counts = countTasks(all, useMarks(responseAction), ({ id }) => progress.get(id));
  const relevant = all.filter(({ status }) => status !== 'notRelevant');
  if (relevant.length === 0) return null;
  const { inProgress, stuck, unknown } = counts;
  const done = relevant.filter(wentWell).length;
  const closedByHand = relevant.filter(isClosedByHand).length;
  const failed = counts.failed + counts.partiallyCompleted;
  return (
    <span className={styles.progress}>
      <span className={styles.words}>
        <span>
          <strong>
            {formatCount(done)} of {formatCount(relevant.length)}
          </strong>{' '}
          completed
        </span>
        {failed > 0 && <span className={styles.failed}>{formatCount(failed)} failed</span>}
        {stuck > 0 && <span className={styles.failed}>{formatCount(stuck)} stuck</span>}
        {unknown > 0 && <span>{formatCount(unknown)} unknown</span>}
        {inProgress > 0 && <span>{formatCount(inProgress)} in progress</span>}
        {closedByHand > 0 && <span>{formatCount(closedByHand)} closed by hand</span>}
      </span>
      <StackedBar
        total={relevant.length}
        segments={[
          { tone: 'approved', count: done },
          { tone: 'review', count: inProgress },
          { tone: 'unknown', count: unknown },
          { tone: 'failed', count: failed + stuck },
          { tone: 'declined', count: closedByHand },
        ]}
      />
    </span>
  );
}
