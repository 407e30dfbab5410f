import type { Intent, Run } from '../../model/run.ts';

/** For tests: what a run does, where all of its steps do the same. */
export function intentOf({ steps }: Pick<Run, 'steps'>): Intent {
  return steps[0]?.intent ?? { kind: '' };
}
