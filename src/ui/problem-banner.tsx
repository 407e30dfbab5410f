import { CopyRegular } from '@fluentui/react-icons/headless/svg/copy';
import { DismissRegular } from '@fluentui/react-icons/headless/svg/dismiss';
import { ErrorCircleFilled } from '@fluentui/react-icons/headless/svg/error-circle';
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { describeProblem, needsSignIn, type Problem, supportFacts } from '../lib/problem.ts';
import { Button } from './button.tsx';
import { NoticeLine } from './notice-line.tsx';
import { useIsShown } from './one-banner.ts';
import styles from './problem-banner.module.css';
import { RetryWait } from './wait-text.tsx';

/** Buttons that the shell adds to some kinds of problem wherever they show, such as a way to the sign-in page. */
export const ProblemActions = createContext<(problem: Problem) => ReactNode>(() => null);

/** These are expected and lose nothing; the rest are errors. */
const mild: readonly Problem['kind'][] = [
  'throttled',
  'consentNeeded',
  'stepUpNeeded',
  'signInNeeded',
  'alreadyInProgress',
  'cancelled',
];

/**
 * A problem, shown where the person is looking: what happened, what to do, and the IDs for support under "Details".
 *
 * @param props.context what was being done, when the place does not say it: "Pilot ring"
 */
export function ProblemBanner({
  problem,
  context,
  actions,
  onDismiss,
}: {
  problem: Problem;
  context?: string | undefined;
  actions?: ReactNode;
  onDismiss?: (() => void) | undefined;
}) {
  const offered = useContext(ProblemActions)(problem);
  const asks = needsSignIn(problem);
  const isShown = useIsShown(asks);
  const isMild = mild.includes(problem.kind);
  const Icon = isMild ? WarningFilled : ErrorCircleFilled;
  if (!isShown) return null;
  return (
    <div className={`${styles.banner} ${isMild ? styles.mild : styles.error}`} role="alert">
      <span className={styles.icon}>
        <Icon />
      </span>
      <div className={styles.body}>
        <p className={styles.title}>
          {context && (
            <>
              <bdi>{context}</bdi>:{' '}
            </>
          )}
          {problem.title}
        </p>
        <p className={styles.advice}>
          {problem.advice}
          {problem.retryAt !== undefined && <RetryWait until={problem.retryAt} />}
        </p>
        {problem.scopes && problem.scopes.length > 0 && (
          <p className={styles.advice}>
            Permission: <code>{problem.scopes.join(', ')}</code>
          </p>
        )}
        {(offered || actions) && (
          <div className={styles.actions}>
            {offered}
            {/* Trying again meets the same before the sign-in, and happens by itself after it. */}
            {!(asks && offered) && actions}
          </div>
        )}
        <ProblemDetails problem={problem} />
      </div>
      {onDismiss && (
        <Button
          appearance="transparent"
          size="small"
          icon={<DismissRegular />}
          aria-label={`Dismiss: ${problem.title}`}
          onClick={onDismiss}
        />
      )}
    </div>
  );
}

/**
 * A problem on one line, where a banner would hide what it is about: it opens, and tells the rest. A sign-in that is needed
 * is asked for once, here or in the newest banner.
 *
 * @param props.context what was being done, when the place does not say it: "Interrupted"
 * @param props.count how many entries met it; absent where it concerns them all
 * @param props.end commands at the end of the line, beside those that the shell adds
 * @param props.isBrief the title and the commands alone
 * @param props.isFramed the line stands alone, and not in a list of them
 */
export function ProblemLine({
  problem,
  context,
  count,
  end,
  isBrief = false,
  isFramed = false,
}: {
  problem: Problem;
  context?: string | undefined;
  count?: number | undefined;
  end?: ReactNode;
  isBrief?: boolean;
  isFramed?: boolean;
}) {
  const offered = useContext(ProblemActions)(problem);
  const isShown = useIsShown(needsSignIn(problem));
  const isMild = mild.includes(problem.kind);
  if (!isShown) return null;
  const rest = (
    <>
      {problem.advice}
      {problem.retryAt !== undefined && <RetryWait until={problem.retryAt} />}
      {problem.scopes && problem.scopes.length > 0 && (
        <>
          {' '}
          Permission: <code>{problem.scopes.join(', ')}</code>
        </>
      )}
    </>
  );
  return (
    <div
      role="alert"
      className={
        isFramed
          ? `${styles.framed} ${isMild ? styles.mild : styles.error}`
          : isBrief
            ? undefined
            : styles.alert
      }
    >
      <NoticeLine
        icon={isMild ? WarningFilled : ErrorCircleFilled}
        tone={isMild ? 'warning' : 'danger'}
        count={count}
        title={problem.title}
        shown={
          <>
            {context && (
              <>
                <bdi>{context}</bdi>:{' '}
              </>
            )}
            {problem.title}
          </>
        }
        text={isBrief ? undefined : rest}
        details={
          isBrief
            ? undefined
            : () => (
                <>
                  <p className={styles.advice}>{rest}</p>
                  <ProblemFacts problem={problem} />
                </>
              )
        }
        end={
          <>
            {offered}
            {end}
          </>
        }
      />
    </div>
  );
}

/** These facts stand in the banner itself. */
const shownAbove: readonly string[] = ['Error', 'Permissions'];

function ProblemDetails({ problem }: { problem: Problem }) {
  if (factsFor(problem).length === 0) return null;
  return (
    <details className={styles.details}>
      <summary>Details</summary>
      <ProblemFacts problem={problem} />
    </details>
  );
}

/** The facts of a problem that its title and advice don't tell. */
function factsFor(problem: Problem) {
  return supportFacts(problem).filter(([label]) => !shownAbove.includes(label));
}

/** What support asks for, ready to be copied. */
export function ProblemFacts({ problem }: { problem: Problem }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const known = factsFor(problem);
  if (known.length === 0) return null;
  return (
    <div className={styles.facts}>
      <dl>
        {known.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <Button
        size="small"
        icon={<CopyRegular />}
        onClick={() => {
          navigator.clipboard.writeText(describeProblem(problem)).then(
            () => setCopied('yes'),
            () => setCopied('failed'),
          );
        }}
      >
        Copy details
      </Button>
      <span role="status" className={styles.copied}>
        {copied === 'yes' && 'Copied'}
        {copied === 'failed' && 'Couldn’t copy. Select the text and copy it.'}
      </span>
    </div>
  );
}
