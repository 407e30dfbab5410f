import { withoutQuote } from '../graph/quote.ts';
import { needsSignIn, type Problem } from '../lib/problem.ts';
import type { Run, Step } from '../runs/model/run.ts';

/** One problem, and the targets that met it. */
export interface ProblemGroup<Met extends MetStep = MetStep> {
  readonly key: string;
  /** As it was met last. */
  readonly problem: Problem;
  /** The names of the profiles or tasks that met it, each once, in the order of the steps. */
  readonly targets: readonly string[];
  /** The steps that met it. */
  readonly steps: readonly Met[];
}

type MetStep = Pick<Step, 'targetId' | 'targetName' | 'problem'>;

/** One cause is told once: a service that is busy, or a sign-in that is needed, whatever answer showed it. */
function causeOf({ kind, code, status }: Problem): string {
  return kind === 'throttled' ? kind : [kind, code, status].join(' ');
}

function isSameCause(a: Problem, b: Problem): boolean {
  return causeOf(a) === causeOf(b) || (needsSignIn(a) && needsSignIn(b));
}

/** With more explanations than these for one cause, none of them is quoted: a hundred banners are not read. */
const mostExplained = 3;
const differing = 'Microsoft’s reasons differ from item to item. The history has the request-id of each.';

/**
 * The distinct problems of a run's steps: a refusal of a hundred tasks shows once, and what Microsoft said of one target is
 * never shown for another.
 *
 * @param told a problem of the whole run, which shows already
 */
export function groupProblems<Met extends MetStep>(
  steps: readonly Met[],
  told: Problem | null = null,
): readonly ProblemGroup<Met>[] {
  const met = steps.flatMap((step): Trouble<Met>[] =>
    step.problem && !(told && isSameCause(step.problem, told)) ? [{ step, problem: step.problem }] : [],
  );
  return groupBy(met, causeOf).flatMap(([cause, all]) => {
    const said = groupBy(all, ({ advice }) => advice);
    return said.length > mostExplained
      ? groupOf(cause, all, `${differing} ${withoutQuote(said[0]?.[0] ?? '')}`.trim())
      : said.flatMap(([advice, some]) => groupOf(`${cause} ${advice}`, some, advice));
  });
}

interface Trouble<Met> {
  readonly step: Met;
  readonly problem: Problem;
}

function groupBy<Met>(
  all: readonly Trouble<Met>[],
  keyOf: (problem: Problem) => string,
): readonly [string, readonly Trouble<Met>[]][] {
  const groups = new Map<string, Trouble<Met>[]>();
  for (const one of all) {
    const key = keyOf(one.problem);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups];
}

function groupOf<Met extends MetStep>(
  key: string,
  met: readonly Trouble<Met>[],
  advice: string,
): ProblemGroup<Met>[] {
  const problem = met.at(-1)?.problem;
  const steps = met.map(({ step }) => step);
  const targets = new Map(steps.map(({ targetId, targetName }) => [targetId, targetName]));
  return problem ? [{ key, problem: { ...problem, advice }, targets: [...targets.values()], steps }] : [];
}

/** The steps whose problem isn't a wait for the next try: while a run sends, its summary tells of that, and counts it down. */
export function stoppedSteps({ state, steps }: Run): readonly Step[] {
  return state === 'running' ? steps.filter(({ problem }) => problem?.retryAt === undefined) : steps;
}
