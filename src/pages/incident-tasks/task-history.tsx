import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { showHidden } from '../../lib/visible-text.ts';
import { useHistory } from '../../run-panel/history/use-history.ts';
import { resultOf, resultText } from '../../run-panel/result-words.ts';
import type { Journal } from '../../runs/journal/journal.ts';
import { itemsOf } from '../../runs/model/run.ts';
import type { Runner } from '../../runs/runner.ts';
import { Age } from '../../ui/time.tsx';
import styles from './task-details.module.css';

/** So many runs are listed; the history has them all. */
const most = 5;

/** The runs of this browser that had a task among their items, the newest first. */
export function TaskHistory({
  taskId,
  journal,
  runner,
}: {
  taskId: string;
  journal: Journal;
  runner: Runner;
}) {
  const { query, runs } = useHistory({ journal, runner });
  const entries = useMemo(
    () =>
      runs.flatMap((run) => {
        const item = itemsOf(run).find(({ id }) => id === taskId);
        return item ? [{ run, result: resultText(resultOf(item, run)) }] : [];
      }),
    [runs, taskId],
  );
  if (query.data === undefined) return null;
  return (
    <>
      <h3 className={styles.heading}>History in this browser</h3>
      {entries.length === 0 ? (
        <p className={styles.none}>Nothing sent for this task from this browser.</p>
      ) : (
        <ul className={styles.others} aria-label="History in this browser">
          {entries.slice(0, most).map(({ run, result }) => (
            <li key={run.id}>
              <Link to="/history/$runId" params={{ runId: run.id }} className={styles.other}>
                <bdi>{showHidden(run.title)}</bdi>
              </Link>
              <span className={styles.otherState}>
                {result}, <Age instant={run.startedAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {entries.length > most && (
        <Link to="/history" search={{ q: taskId }}>
          All runs with this task
        </Link>
      )}
    </>
  );
}
