import { needingOutcomes } from '../runs/model/attention.ts';
import type { RolledUp } from '../runs/model/rolled-up.ts';
import type { Run } from '../runs/model/run.ts';
import { itemsOf } from '../runs/model/run.ts';
import { resultText } from './result-words.ts';
import styles from './run-panel.module.css';
import { brief, countAnswered, countResults, entriesOf } from './summary.ts';

/** What screen readers announce of a run: its start, each quarter, the first trouble, and its end; never every item. */
/** @param props.entries its items and those of all runs of its chain, each with the run that decides its result */
export function RunAnnouncer({ run, entries }: { run: Run; entries: readonly RolledUp[] }) {
  return (
    <p role="status" className={styles.announcer}>
      {announcement(run, entries)}
    </p>
  );
}

function announcement(run: Run, entries: readonly RolledUp[]): string {
  const items = itemsOf(run);
  if (run.state !== 'running') return `${run.title}. ${brief(run, entries)}`;
  const quarter = items.length === 0 ? 0 : Math.floor((4 * countAnswered(items)) / items.length);
  const far = quarter === 0 ? 'started' : `${quarter * 25} percent answered`;
  // Once, at the first of each kind, and not for every item.
  const [worst] = countResults(entriesOf(run)).filter(([result]) =>
    needingOutcomes.some((each) => each === result),
  );
  return `${run.title}: ${far}${worst ? `; some: ${resultText(worst[0]).toLowerCase()}` : ''}`;
}
