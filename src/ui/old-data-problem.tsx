import { useContext } from 'react';
import { needsSignIn, type Problem } from '../lib/problem.ts';
import { Button } from './button.tsx';
import { ProblemActions, ProblemLine } from './problem-banner.tsx';

/** That a refresh failed, on one line: what was read before is still there, and matters more. */
export function OldDataProblem({
  problem,
  context,
  onTryAgain,
}: {
  problem: Problem;
  context?: string | undefined;
  onTryAgain: () => void;
}) {
  const offered = useContext(ProblemActions)(problem);
  return (
    <ProblemLine
      problem={problem}
      context={context}
      isFramed
      // Before the sign-in, trying again meets the same.
      end={
        !(offered && needsSignIn(problem)) && (
          <Button appearance="subtle" size="small" onClick={onTryAgain}>
            Try again
          </Button>
        )
      }
    />
  );
}
