import type { Run } from '../runs/model.ts';
import { ProblemBanner } from '../ui/problem-banner.tsx';
import { groupProblems, nameTargets } from './problem-groups.ts';
import { afterSignIn } from './sign-in-problems.ts';

/**
 * What stands in the way of a run, each problem once.
 *
 * @param props.isOfThisPage it was begun since the page was loaded: what it asks of a person has not been done yet
 */
export function RunProblems({ run, isOfThisPage }: { run: Run; isOfThisPage: boolean }) {
  const { pausedBecause, steps } = run;
  return (
    <>
      {pausedBecause && (
        <ProblemBanner problem={isOfThisPage ? pausedBecause : afterSignIn(pausedBecause)} context="Paused" />
      )}
      {groupProblems(steps, pausedBecause).map(({ key, problem, targets }) => (
        <ProblemBanner
          key={key}
          problem={isOfThisPage ? problem : afterSignIn(problem)}
          context={nameTargets(targets)}
        />
      ))}
    </>
  );
}
