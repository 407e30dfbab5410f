import { Button } from '@fluentui/react-components';
import { responseAction } from '../../actions/response-action/action.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { progressOf, type TaskTimes } from '../../resources/incident-tasks/states.ts';
import { useMarks } from '../../run-panel/run-marks.tsx';
import { countTasks, needingAttention } from '../../run-panel/task-counts.ts';
import { countOf, formatCount } from '../../ui/format.ts';
import { ReadFacts } from '../../ui/list-page/read-facts.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './task-facts.module.css';

/** "27 tasks · 20 not started · 1 failed · 1 stuck · 3 in progress"; what needs attention is red, and filters. */
export function TaskFacts({
  query,
  tasks,
  times,
  onFilter,
}: {
  query: Parameters<typeof ReadFacts>[0]['query'];
  tasks: readonly IncidentTask[];
  times: TaskTimes;
  onFilter: (actionStatus: string) => void;
}) {
  const now = useNow();
  const counts = countTasks(tasks, useMarks(responseAction), (task) => progressOf(task, times, now));
  const facts = [countOf(tasks.length, 'task'), `${formatCount(counts.notStarted)} not started`];
  return (
    <ReadFacts query={query} facts={facts}>
      {needingAttention(counts).map(({ text, actionStatus }) => (
        <Button
          key={text}
          appearance="subtle"
          size="small"
          className={styles.attention}
          title={`Show what is ${actionStatus === 'inProgress' ? 'in progress' : text.replace(/^\S+ /, '')}`}
          onClick={() => onFilter(actionStatus)}
        >
          {text}
        </Button>
      ))}
      {counts.unknown > 0 && <span>{formatCount(counts.unknown)} unknown</span>}
      {counts.inProgress > 0 && <span>{formatCount(counts.inProgress)} in progress</span>}
    </ReadFacts>
  );
}
