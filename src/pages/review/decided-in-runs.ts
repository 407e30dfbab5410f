import { changeKey } from '../../plan/staged/staged-change.ts';
import type { Item, Run } from '../../runs/model/run.ts';

/**
 * The drivers that runs have decided, or are about to, by `changeKey`: a list that was loaded before still shows them as
 * waiting. One that a run failed to decide waits on.
 */
export function decidedIn(runs: readonly Run[]): readonly string[] {
  return runs.flatMap((run) =>
    run.steps.flatMap(({ targetId, items }) =>
      items
        .filter((item) => item.before === 'needsReview' && isDecided(run, item))
        .map(({ id }) => changeKey({ target: { id: targetId }, item: { id } })),
    ),
  );
}

function isDecided({ state }: Run, { phase, outcome }: Item): boolean {
  if (phase === 'planned') return state === 'running';
  return phase === 'sending' || outcome === 'confirmed' || outcome === 'successful';
}
