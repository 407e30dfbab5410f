import { type ReactNode, useState } from 'react';
import type { Problem } from '../lib/problem.ts';
import { showHidden } from '../lib/visible-text.ts';
import { itemsOf, type Run } from '../runs/model/run.ts';
import { Button } from '../ui/button.tsx';
import { countOf, formatCount, nameFew } from '../ui/format.ts';
import { NoticeLine } from '../ui/notice-line.tsx';
import { ProblemLine } from '../ui/problem-banner.tsx';
import { type Cause, type MetProblem, tellCauses } from './causes.ts';
import { nextStep, type Offered } from './offered.ts';
import { type Result, resultOf, resultText } from './result-words.ts';
import { lookOf } from './results.tsx';
import styles from './run-view.module.css';
import { afterSignIn, asksForSignIn } from './sign-in-problems.ts';

/** More reasons of one result than these are no longer read: the rows have them. */
const mostReasons = 8;

interface Props {
  readonly run: Run;
  /** The run began since the page was loaded: its problems still ask the person for something. */
  readonly isOfThisPage: boolean;
  /** The commands that the run offers now: no line names another. */
  readonly offered: Offered;
  readonly shown: Result | null;
  readonly onShow: (result: Result | null) => void;
}

/** What went wrong in a run, a line for each cause: first what stopped it, then what requests met, then what became of items. */
export function RunProblems({ most, ...props }: Props & { most: number }) {
  const [isWhole, setWhole] = useState(false);
  const { run, offered, shown } = props;
  const { problems, causes } = tellCauses(run, offered, shown);
  const lines: ((more: ReactNode) => ReactNode)[] = [
    ...(run.pausedBecause ? [(more: ReactNode) => <Stopped key="paused" {...props} more={more} />] : []),
    ...problems.map((group) => (more: ReactNode) => (
      <Met key={group.key} group={group} {...props} more={more} />
    )),
    ...causes.map((cause) => (more: ReactNode) => (
      <CauseLine key={cause.result} cause={cause} {...props} more={more} />
    )),
  ];
  const hidden = isWhole ? 0 : Math.max(0, lines.length - most);
  const inSight = lines.slice(0, lines.length - hidden);
  if (lines.length === 0) return null;
  return (
    <div className={styles.problems}>
      {inSight.map((line, index) =>
        line(
          hidden > 0 && index === inSight.length - 1 ? (
            <Button
              size="small"
              appearance="transparent"
              className={styles.act}
              onClick={() => setWhole(true)}
            >
              {countOf(hidden, 'more cause')}
            </Button>
          ) : null,
        ),
      )}
    </div>
  );
}

/** Why nothing further is sent, in one line. */
export function Stopped({
  run,
  isOfThisPage,
  offered,
  more,
  isBrief = false,
}: Pick<Props, 'run' | 'isOfThisPage' | 'offered'> & { more?: ReactNode; isBrief?: boolean }) {
  const { pausedBecause } = run;
  if (!pausedBecause) return null;
  const isPast = !isOfThisPage && asksForSignIn(pausedBecause);
  const leadsOn = isPast || !asksForSignIn(pausedBecause);
  const problem = isPast ? afterSignIn(pausedBecause) : pausedBecause;
  return (
    <ProblemLine
      problem={leadsOn ? withNext(problem, nextStep(run, offered)) : problem}
      context="Interrupted"
      end={more}
      isBrief={isBrief}
    />
  );
}

function Met({ group, more, ...props }: Props & { group: MetProblem; more: ReactNode }) {
  const { problem, targets, count, result } = group;
  const { run, isOfThisPage, offered } = props;
  const isPast = !isOfThisPage && asksForSignIn(problem);
  return (
    <ProblemLine
      problem={withNext(
        isPast ? withNext(afterSignIn(problem), nextStep(run, offered)) : problem,
        isolated(nameFew(targets)),
      )}
      count={count}
      end={
        <>
          {result && <ShowThese result={result} {...props} />}
          {more}
        </>
      }
    />
  );
}

function CauseLine({ cause, more, ...props }: Props & { cause: Cause; more: ReactNode }) {
  const { result, count, title, advice, reasons } = cause;
  return (
    <NoticeLine
      {...lookOf(result)}
      count={count}
      title={showHidden(title)}
      shown={<bdi>{showHidden(title)}</bdi>}
      text={advice}
      details={() => (
        <>
          <p className={styles.advice}>{advice}</p>
          {reasons.length > 1 && (
            <ul className={styles.reasons}>
              {reasons.slice(0, mostReasons).map(([reason, times]) => (
                <li key={reason}>
                  {formatCount(times)} <bdi>{showHidden(reason)}</bdi>
                </li>
              ))}
              {reasons.length > mostReasons && <li>More reasons stand in the rows.</li>}
            </ul>
          )}
        </>
      )}
      end={
        <>
          <ShowThese result={result} {...props} />
          {more}
        </>
      }
    />
  );
}

/** Shows only the rows of one result, and all of them again. */
function ShowThese({
  result,
  run,
  shown,
  onShow,
}: Pick<Props, 'run' | 'shown' | 'onShow'> & { result: Result }) {
  const isShown = shown === result;
  // Whatever the cause: the rows are filtered by result alone.
  const count = itemsOf(run).filter((item) => resultOf(item, run) === result).length;
  const text = isShown ? 'Show all' : `Show ${formatCount(count)}`;
  return (
    <Button
      size="small"
      appearance="transparent"
      className={styles.act}
      aria-label={isShown ? text : `${text} ${resultText(result).toLowerCase()}`}
      onClick={() => onShow(isShown ? null : result)}
    >
      {text}
    </Button>
  );
}

/** Names after the words that matter more, for they may be long; between isolates, whatever direction they have. */
function isolated(names: string): string {
  return names === '' ? '' : `\u2068(${names})\u2069`;
}

function withNext(problem: Problem, next: string): Problem {
  return { ...problem, advice: [problem.advice, next].filter(Boolean).join(' ') };
}
