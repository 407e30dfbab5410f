import type { Run } from '../runs/model.ts';
import { itemsOf } from '../runs/model.ts';
import styles from './run-panel.module.css';
import { countAnswered, summarize } from './summary.ts';

/** What screen readers are told of a run: its start, each quarter, and its end; never every item. */
export function RunAnnouncer({ run }: { run: Run }) {
  return (
    <p role="status" className={styles.announcer}>
      {announcement(run)}
    </p>
  );
}

function announcement(run: Run): string {
  const items = itemsOf(run);
  if (run.state !== 'running') return `${run.title}. ${summarize(run)}`;
  const quarter = items.length === 0 ? 0 : Math.floor((4 * countAnswered(items)) / items.length);
  return quarter === 0 ? `${run.title}: started` : `${run.title}: ${quarter * 25} percent answered`;
}
