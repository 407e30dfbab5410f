import { ErrorCircleFilled } from '@fluentui/react-icons/headless/svg/error-circle';
import { useContext } from 'react';
import { toProblem } from '../../lib/problem.ts';
import { Button } from '../../ui/button.tsx';
import { OldDataProblem } from '../../ui/old-data-problem.tsx';
import { ProblemActions, ProblemBanner } from '../../ui/problem-banner.tsx';
import type { Read } from '../../ui/query-state.tsx';
import { type AreaFailure, failuresToTell } from './failed-areas.ts';
import styles from './failures.module.css';

/** Why numbers are missing: one banner, also for two areas that failed for different reasons. */
export function Failures({ areas }: { areas: readonly { readonly name: string; readonly query: Read }[] }) {
  const failures = failuresToTell(
    areas.map(({ name, query: { error } }) => ({ name, problem: error ? toProblem(error) : undefined })),
  );
  const [first] = failures;
  if (!first) return null;
  const readAgain = () => {
    for (const { query } of areas) if (query.error) void query.refetch();
  };
  const tryAgain = <Button onClick={readAgain}>Try again</Button>;
  if (failures.length === 1) {
    const context = first.names.length < areas.length ? first.names.join(', ') : undefined;
    const hasOldData = areas.every(({ query: { error, data } }) => !error || data !== undefined);
    return hasOldData ? (
      <OldDataProblem problem={first.problem} context={context} onTryAgain={readAgain} />
    ) : (
      <ProblemBanner problem={first.problem} context={context} actions={tryAgain} />
    );
  }
  const isShutOut = failures.every(({ problem }) => problem.kind === 'forbidden');
  return (
    <div className={styles.banner} role="alert">
      <span className={styles.icon}>
        <ErrorCircleFilled />
      </span>
      <div className={styles.body}>
        <p className={styles.title}>
          {isShutOut ? 'You can’t see drivers or incident tasks' : 'Drivers and incident tasks didn’t load'}
        </p>
        <dl className={styles.causes}>
          {failures.map((failure) => (
            <Cause key={failure.names.join()} failure={failure} />
          ))}
        </dl>
        {tryAgain}
      </div>
    </div>
  );
}

function Cause({ failure: { names, problem } }: { failure: AreaFailure }) {
  const offered = useContext(ProblemActions)(problem);
  return (
    <div>
      <dt>{names.join(', ')}</dt>
      <dd>
        {problem.title}. {problem.advice}
        {problem.scopes && problem.scopes.length > 0 && (
          <>
            {' '}
            Permission: <code>{problem.scopes.join(', ')}</code>
          </>
        )}
        {offered && <span className={styles.offered}>{offered}</span>}
      </dd>
    </div>
  );
}
