import { useState } from 'react';
import type { Problem } from '../../lib/problem.ts';
import { formatCount } from '../../ui/format.ts';
import { changesOf, type StagingPlan } from './staged-change.ts';
import { mostChanges } from './staged-schema.ts';
import { usePlan } from './use-plan.ts';

/** Staging from a dialog: what was decided joins the plan, or the dialog says why it can't. */
export function useStaging() {
  const [, store] = usePlan();
  const [problem, setProblem] = useState<Problem>();
  return {
    problem,
    reset: () => setProblem(undefined),
    /** @param onStaged is called once all of it is staged */
    stage(plan: StagingPlan, onStaged: () => void): void {
      if (store.stage(changesOf(plan, Date.now()))) onStaged();
      else setProblem(noRoom);
    },
  };
}

/** Nothing of what was to be staged has been. */
export const noRoom: Problem = {
  kind: 'badInput',
  title: 'The plan is full',
  advice: `It holds at most ${formatCount(mostChanges)} changes. Start or discard some of them first.`,
};
