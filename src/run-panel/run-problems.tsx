import type { Problem } from '../lib/problem.ts';
import type { Run } from '../runs/model/run.ts';
import { nameFew } from '../ui/format.ts';
import { ProblemBanner } from '../ui/problem-banner.tsx';
import { nextStep, type Offered } from './offered.ts';
import { groupProblems, stoppedSteps } from './problem-groups.ts';
import { afterSignIn, asksForSignIn } from './sign-in-problems.ts';

/**
 * What stands in the way of a run, each problem once. A banner names only the commands that are there.
 *
 * @param props.isOfThisPage the run began since the page was loaded: its problems still ask the person for something
 * @param props.offered the commands that the run offers now
 */
export function RunProblems({
  run,
  isOfThisPage,
  offered,
}: {
  run: Run;
  isOfThisPage: boolean;
  offered: Offered;
}) {
  const { pausedBecause } = run;
  const next = nextStep(run, offered);
  const withNext = (problem: Problem): Problem => {
    const isPast = !isOfThisPage && asksForSignIn(problem);
    const shown = isPast ? afterSignIn(problem) : problem;
    const leadsOn = isPast || (problem === pausedBecause && !asksForSignIn(problem));
    return leadsOn ? { ...shown, advice: [shown.advice, next].filter(Boolean).join(' ') } : shown;
  };
  return (
    <>
      {pausedBecause && <ProblemBanner problem={withNext(pausedBecause)} context="Interrupted" />}
      {groupProblems(stoppedSteps(run), pausedBecause).map(({ key, problem, targets }) => (
        <ProblemBanner key={key} problem={withNext(problem)} context={nameFew(targets)} />
      ))}
    </>
  );
}
