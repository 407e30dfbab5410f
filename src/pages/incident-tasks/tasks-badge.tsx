import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { responseAction } from '../../actions/response-action/action.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { progressOf } from '../../resources/incident-tasks/progress.ts';
import { tasksQuery } from '../../resources/incident-tasks/queries.ts';
import { RunMarks, useMarks } from '../../run-panel/run-marks.tsx';
import type { Sources } from '../../run-panel/sources.ts';
import { countTasks, needingAttention } from '../../run-panel/task-counts.ts';
import { useTaskTimes } from '../../run-panel/task-past.ts';
import { formatCount } from '../../ui/format.ts';
import { useNow } from '../../ui/use-now.ts';
import styles from './tasks-badge.module.css';

const noTasks: readonly IncidentTask[] = [];

/** Beside the name of the page: how many of the loaded tasks failed or are stuck. It loads nothing itself. */
export function TasksBadge({ graph, journal, runner }: Sources): ReactNode {
  return (
    <RunMarks runner={runner}>
      <Badge graph={graph} journal={journal} runner={runner} />
    </RunMarks>
  );
}

function Badge({ graph, journal, runner }: Sources) {
  const { data } = useQuery({ ...tasksQuery(graph), enabled: false });
  const tasks = data?.rows ?? noTasks;
  const times = useTaskTimes({ journal, runner }, tasks);
  const now = useNow();
  const counts = countTasks(tasks, useMarks(responseAction), (task) => progressOf(task, times, now));
  const needing = needingAttention(counts);
  if (needing.length === 0) return null;
  const text = needing.map((entry) => entry.text).join(', ');
  return (
    <span className={styles.badge} title={text}>
      <span aria-hidden="true">{formatCount(counts.failed + counts.partiallyCompleted + counts.stuck)}</span>
      <span className={styles.text}>{text}</span>
    </span>
  );
}
