import { useEffect, useId, useRef } from 'react';
import { formatCount } from '../../../ui/format.ts';
import styles from './choice-status.module.css';
import type { IncidentTasks } from './use-incident-tasks.ts';
import type { TaskChoice } from './use-task-choice.ts';

/** How many tasks are selected, and how many of them can run here; selects all of these, or nothing. */
export function ChoiceStatus({
  tasks: { tasks, runnable },
  choice: { selected, toRun, selectRunnable },
}: {
  tasks: IncidentTasks;
  choice: TaskChoice;
}) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const count = tasks.filter(({ task }) => selected.has(task.id)).length;
  const isAll = runnable.length > 0 && runnable.every((task) => toRun.includes(task));
  const able = tasks.filter(({ step, isBusy }) => step.kind === 'run' && !isBusy).length;
  const isPartly = count > 0 && !isAll;
  // Only script can set it.
  useEffect(() => {
    if (box.current) box.current.indeterminate = isPartly;
  }, [isPartly]);
  if (runnable.length === 0 && count === 0) return null;
  const text =
    isAll && count === runnable.length
      ? able > count
        ? `${formatCount(count)} selected of ${formatCount(able)} that can run here`
        : `${formatCount(count)} selected, all that can run here`
      : `${formatCount(count)} selected, ${formatCount(toRun.length)} can run here`;
  return (
    <span className={styles.status}>
      <input
        ref={box}
        id={id}
        type="checkbox"
        checked={isAll}
        onChange={({ target }) => selectRunnable(target.checked)}
      />
      <label htmlFor={id}>{text}</label>
    </span>
  );
}
