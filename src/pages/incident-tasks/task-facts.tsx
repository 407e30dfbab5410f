import { responseAction } from '../../actions/response-action/action.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { progressOf, type TaskTimes } from '../../resources/incident-tasks/progress.ts';
import { isClosed, isDone } from '../../resources/incident-tasks/states.ts';
import { useMarks } from '../../run-panel/run-marks.tsx';
import { countTasks } from '../../run-panel/task-counts.ts';
import { Button } from '../../ui/button.tsx';
import { countOf, formatCount } from '../../ui/format.ts';
import { ReadFacts } from '../../ui/list-page/read-facts.tsx';
import { useNow } from '../../ui/use-now.ts';
import type { TasksSearch } from './search.ts';
import styles from './task-facts.module.css';
import { filtersOfFacts } from './task-filters.ts';

/** "27 tasks · 20 not started · 1 failed · 1 stuck · 3 in progress"; what needs attention is red, and counts filter. */
export function TaskFacts({
  query,
  tasks,
  times,
  onFilter,
}: {
  query: Parameters<typeof ReadFacts>[0]['query'];
  tasks: readonly IncidentTask[];
  times: TaskTimes;
  onFilter: (filters: TasksSearch) => void;
}) {
  const now = useNow();
  const counts = countTasks(tasks, useMarks(responseAction), (task) => progressOf(task, times, now));
  const { notStarted, failed, partiallyCompleted, stuck, unknown, inProgress } = counts;
  const isAllDone = tasks.length > 0 && tasks.every((task) => isDone(task) || isClosed(task));
  return (
    <ReadFacts query={query} facts={[countOf(tasks.length, 'task')]}>
      {isAllDone && <span>all done</span>}
      {tasks.length > 0 && !isAllDone && (
        <Fact count={notStarted} word="not started" onShow={() => onFilter(filtersOfFacts.notStarted)} />
      )}
      <Fact isRed count={failed} word="failed" onShow={() => onFilter(filtersOfFacts.failed)} />
      <Fact
        isRed
        count={partiallyCompleted}
        word="partially completed"
        onShow={() => onFilter(filtersOfFacts.partiallyCompleted)}
      />
      <Fact isRed count={stuck} word="stuck" onShow={() => onFilter(filtersOfFacts.stuck)} />
      {unknown > 0 && <span>{formatCount(unknown)} unknown</span>}
      {inProgress > 0 && <span>{formatCount(inProgress)} in progress</span>}
    </ReadFacts>
  );
}

/** A count that leads to the tasks that it counts. What needs attention is left out where there is none. */
function Fact({
  count,
  word,
  isRed = false,
  onShow,
}: {
  count: number;
  word: string;
  isRed?: boolean;
  onShow: () => void;
}) {
  if (isRed && count === 0) return null;
  return (
    <Button
      appearance="subtle"
      size="small"
      className={`${styles.fact} ${isRed ? styles.attention : ''}`}
      title={`Show what is ${word}`}
      onClick={onShow}
    >
      {formatCount(count)} {word}
    </Button>
  );
}
