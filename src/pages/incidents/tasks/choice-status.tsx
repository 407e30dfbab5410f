import { useEffect, useId, useRef } from 'react';
import { countOf } from '../../../ui/format.ts';
import styles from './choice-status.module.css';
import { choiceText } from './task-words.ts';
import type { IncidentTasks } from './use-incident-tasks.ts';
import type { TaskChoice } from './use-task-choice.ts';

/** How many tasks are selected, of those that can run here, and how many are new; selects all of these, or nothing. */
export function ChoiceStatus({
  tasks: { runnable },
  choice: { count, able, arrived, toRun, selectRunnable },
}: {
  tasks: IncidentTasks;
  choice: TaskChoice;
}) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const isAll = runnable.length > 0 && runnable.every((task) => toRun.includes(task));
  const isPartly = count > 0 && !isAll;
  // Only script can set it.
  useEffect(() => {
    if (box.current) box.current.indeterminate = isPartly;
  }, [isPartly]);
  if (able.length === 0 && count === 0) return null;
  const text = choiceText(count, toRun.length, able.length);
  return (
    <span className={styles.status}>
      {(runnable.length > 0 || count > 0) && (
        <input
          ref={box}
          id={id}
          type="checkbox"
          checked={isAll}
          onChange={({ target }) => selectRunnable(target.checked)}
        />
      )}
      <label htmlFor={id}>{text}</label>
      {arrived.size > 0 && <strong role="status">{countOf(arrived.size, 'new task')}</strong>}
    </span>
  );
}
