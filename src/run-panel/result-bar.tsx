import { itemsOf, type Run } from '../runs/model/run.ts';
import { PickBar, Swatch, type Tone } from '../ui/charts/stacked-bar.tsx';
import { formatCount } from '../ui/format.ts';
import styles from './result-bar.module.css';
import { type Result, resultText } from './result-words.ts';
import { ResultIcon } from './results.tsx';
import { countAnswered, countResults, entriesOf } from './summary.ts';

/** The results in the order of the bar, each with its color. */
const colors: Record<Result, Tone> = {
  confirmed: 'approved',
  completed: 'approved',
  successful: 'scheduled',
  started: 'scheduled',
  alreadyRunning: 'scheduled',
  partiallyCompleted: 'paused',
  failed: 'failed',
  rejected: 'failed',
  notApplied: 'failed',
  contradicted: 'paused',
  notFound: 'notFound',
  unknown: 'unknown',
  changedByOther: 'declined',
  skipped: 'declined',
  canceled: 'declined',
  notSent: 'other',
  waiting: 'other',
  answered: 'other',
  sending: 'other',
};
const order = Object.keys(colors) as Result[]; // a record's keys are its type's

/** What comes within a moment, without a person: no button shows only these. */
const fleeting: readonly Result[] = ['answered', 'sending'];

/** How many items have each result, as a bar and as buttons: either shows only these. */
export function ResultBar({
  run,
  isSending,
  shown,
  onShow,
}: {
  run: Run;
  isSending: boolean;
  shown: Result | null;
  onShow: (result: Result | null) => void;
}) {
  const items = itemsOf(run);
  const counted = new Map(countResults(entriesOf(run)));
  // Results change: the pressed one stays, or its rows would give way to all others.
  const results = order.filter((result) => counted.has(result) || result === shown);
  const countOf = (result: Result) => counted.get(result) ?? 0;
  const pick = (result: Result) => onShow(shown === result ? null : result);
  if (items.length === 0) return null;
  return (
    <div className={styles.counts}>
      <div
        className={styles.bar}
        {...(isSending && {
          role: 'progressbar',
          'aria-label': `Progress of: ${run.title}`,
          'aria-valuemin': 0,
          'aria-valuemax': items.length,
          'aria-valuenow': countAnswered(items),
        })}
      >
        <PickBar
          segments={results.map((result) => ({
            id: result,
            tone: colors[result],
            count: countOf(result),
            hint: `${resultText(result)} ${formatCount(countOf(result))}`,
          }))}
          onPick={(id) => pick(id as Result)} // one of those above
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form */}
      <div role="group" aria-label="Show only" className={styles.chips}>
        <button
          type="button"
          className={styles.chip}
          aria-pressed={shown === null}
          onClick={() => onShow(null)}
        >
          All <strong>{formatCount(items.length)}</strong>
        </button>
        {results
          .filter((result) => !fleeting.includes(result))
          .map((result) => (
            <button
              key={result}
              type="button"
              className={styles.chip}
              aria-pressed={shown === result}
              onClick={() => pick(result)}
            >
              <ResultIcon result={result} />
              <Swatch tone={colors[result]} isSlim />
              {resultText(result)} <strong>{formatCount(countOf(result))}</strong>
            </button>
          ))}
      </div>
    </div>
  );
}
