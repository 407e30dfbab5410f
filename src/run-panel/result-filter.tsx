import { Button } from '@fluentui/react-components';
import { needingOutcomes } from '../runs/model/attention.ts';
import { isFollowed, itemsOf, type Run } from '../runs/model/run.ts';
import { formatCount } from '../ui/format.ts';
import type { Offered } from './offered.ts';
import { adviceFor, type Result, resultText } from './result-words.ts';
import { ResultIcon } from './results.tsx';
import styles from './run-view.module.css';
import { countResults, entriesOf } from './summary.ts';

/** What comes without a person: no filter shows only these. */
const stillToCome: readonly Result[] = ['waiting', 'sending', 'answered'];

/** How many items have each result; a press shows only these. Below, the advice for the most urgent result. */
export function ResultFilter({
  run,
  offered,
  shown,
  onShow,
}: {
  run: Run;
  offered: Offered;
  shown: Result | null;
  onShow: (result: Result | null) => void;
}) {
  const counts = countResults(entriesOf(run)).filter(([result]) => !stillToCome.includes(result));
  // Results change: the pressed one stays, or its rows would give way to all others.
  const isLeft = shown !== null && !counts.some(([result]) => result === shown);
  const choices = isLeft ? [...counts, [shown, 0] as const] : counts;
  const needing = needingOutcomes.find((result) => counts.some(([each]) => each === result));
  // What no read could confirm, or follow to its end.
  const left = run.state === 'done' ? itemsOf(run).find(isFollowed)?.outcome : undefined;
  const told = shown ?? needing ?? left;
  if (counts.length === 0) return null;
  return (
    <div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form */}
      <div role="group" aria-label="Show only" className={styles.row}>
        {choices.map(([result, count]) => (
          <Button
            key={result}
            size="small"
            shape="circular"
            appearance={shown === result ? 'primary' : 'outline'}
            aria-pressed={shown === result}
            icon={<ResultIcon result={result} />}
            onClick={() => onShow(shown === result ? null : result)}
          >
            {resultText(result)} {formatCount(count)}
          </Button>
        ))}
      </div>
      {told && (
        <p className={styles.advice}>
          <strong>{resultText(told)}.</strong> {adviceFor(run, told, offered)}
        </p>
      )}
    </div>
  );
}
