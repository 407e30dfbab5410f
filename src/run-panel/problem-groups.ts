import type { Problem } from '../lib/problem.ts';
import type { Step } from '../runs/model.ts';
import { countOf } from '../ui/format.ts';

/** One problem, and the targets that met it. */
export interface ProblemGroup {
  readonly key: string;
  /** As it was met last. */
  readonly problem: Problem;
  /** The names of the profiles or tasks that met it, each once, in the order of the steps. */
  readonly targets: readonly string[];
}

function keyOf({ kind, code, status }: Problem): string {
  return [kind, code, status].join(' ');
}

/**
 * The distinct problems of a run's steps: a refusal of a hundred tasks shows once.
 *
 * @param told a problem of the whole run, which shows already
 */
export function groupProblems(
  steps: readonly Pick<Step, 'targetId' | 'targetName' | 'problem'>[],
  told: Problem | null = null,
) {
  const groups = new Map<string, { problem: Problem; targets: Map<string, string> }>();
  for (const { targetId, targetName, problem } of steps) {
    if (!problem) continue;
    const key = keyOf(problem);
    if (told && key === keyOf(told)) continue;
    const targets = groups.get(key)?.targets ?? new Map<string, string>();
    groups.set(key, { problem, targets: targets.set(targetId, targetName) });
  }
  return [...groups].map(
    ([key, { problem, targets }]): ProblemGroup => ({ key, problem, targets: [...targets.values()] }),
  );
}

const mostNamed = 3;

/** "Pilot ring", "A, B, C and 12 more" */
export function nameTargets(targets: readonly string[]): string {
  const named = targets.slice(0, mostNamed).join(', ');
  const rest = targets.length - mostNamed;
  return rest > 0 ? `${named} and ${countOf(rest, 'more', 'more')}` : named;
}
