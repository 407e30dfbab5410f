import type { Run } from '../runs/model.ts';
import { itemsOf } from '../runs/model.ts';
import { needingResults, resultText } from './result-words.ts';
import styles from './run-panel.module.css';
import { brief, countAnswered, countResults } from './summary.ts';

/** What screen readers announce of a run: its start, each quarter, the first trouble, and its end; never every item. */
export function RunAnnouncer({ run }: { run: Run }) {
  return (
    <p role="status" className={styles.announcer}>
      {announcement(run)}
    </p>
  );
}

function announcement(run: Run): string {
  const items = itemsOf(run);
  if (run.state !== 'running') return `${run.title}. ${brief(run)}`;
  const quarter = items.length === 0 ? 0 : Math.floor((4 * countAnswered(items)) / items.length);
  const far = quarter === 0 ? 'started' : `${quarter * 25} percent answered`;
  // Once, at the first of each kind, and not for every item.
  const [worst] = countResults(run).filter(([result]) => needingResults.some((each) => each === result));
  return `${run.title}: ${far}${worst ? `; some: ${resultText(worst[0]).toLowerCase()}` : ''}`;
}
