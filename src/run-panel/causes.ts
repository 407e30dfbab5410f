import type { Problem } from '../lib/problem.ts';
import { needingOutcomes } from '../runs/model/attention.ts';
import { type Item, isFollowed, type Run, type Step } from '../runs/model/run.ts';
import type { Offered } from './offered.ts';
import { groupProblems, type ProblemGroup, stoppedSteps } from './problem-groups.ts';
import { adviceFor, helpFor, type Result, resultOf, resultText } from './result-words.ts';

/** A result that needs a word, and how many items have it. */
export interface Cause {
  readonly result: Result;
  readonly count: number;
  /** The reason that all of them share, or else the name of the result. */
  readonly title: string;
  /** What it means, and the next step. */
  readonly advice: string;
  /** Their reasons, with how many items have each. */
  readonly reasons: readonly (readonly [reason: string, count: number])[];
}

/** A problem that requests met, with what it led to. */
export interface MetProblem extends ProblemGroup<Step> {
  /** The worst result that items have by it; undefined where they have none yet. */
  readonly result: Result | undefined;
  /** How many items need attention by it. */
  readonly count: number;
}

/** What is to be said of a run above its rows, each thing once. */
export interface Told {
  /** Problems of requests. Their advice names the next step for the results that they led to. */
  readonly problems: readonly MetProblem[];
  /** Results that no problem explains. */
  readonly causes: readonly Cause[];
}

/**
 * @param shown the result that a person asked for: it is explained even where it needs no attention
 */
export function tellCauses(run: Run, offered: Offered, shown: Result | null): Told {
  const groups = groupProblems(stoppedSteps(run), run.pausedBecause);
  const inGroups = new Set(groups.flatMap(({ steps }) => steps));
  const unexplained = run.steps.flatMap((step) => {
    if (inGroups.has(step)) return [];
    // What stopped the run explains what it made Microsoft reject, and no more than that.
    const isTold = step.problem !== null && run.pausedBecause !== null;
    return step.items.filter((item) => !(isTold && resultOf(item, run) === 'rejected'));
  });
  const hasOwnLine = (result: Result) => unexplained.some((item) => resultOf(item, run) === result);
  const problems = groups.map((group) => {
    const results = group.steps
      .flatMap(({ items }) => items)
      .map((item) => resultOf(item, run))
      .filter(needs);
    const met = needingOutcomes.filter((result) => results.includes(result));
    const advice = met
      .filter((result) => !hasOwnLine(result))
      .map((result) => (result === 'rejected' ? helpFor : adviceFor)(run, result, offered));
    return { ...group, problem: withAdvice(group.problem, advice), result: met[0], count: results.length };
  });
  return { problems, causes: causesOf(run, unexplained, offered, shown) };
}

function causesOf(
  run: Run,
  items: readonly Item[],
  offered: Offered,
  shown: Result | null,
): readonly Cause[] {
  // What no read could confirm, or follow to its end.
  const left = run.state === 'done' ? items.find(isFollowed)?.outcome : undefined;
  const told = new Set<Result>(needingOutcomes);
  if (left) told.add(left);
  if (shown) told.add(shown);
  return [...told].flatMap((result) => {
    const having = items.filter((item) => resultOf(item, run) === result);
    if (having.length === 0) return [];
    const reasons = countReasons(having);
    const [only, ...others] = reasons;
    const isShared = needs(result) && only !== undefined && only[0] !== '' && others.length === 0;
    return [
      {
        result,
        count: having.length,
        title: isShared ? only[0] : resultText(result),
        advice: adviceFor(run, result, offered),
        reasons: isShared ? [] : reasons.filter(([reason]) => reason !== ''),
      },
    ];
  });
}

function needs(result: Result): boolean {
  return needingOutcomes.some((each) => each === result);
}

function countReasons(items: readonly Item[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { reason } of items) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

function withAdvice(problem: Problem, more: readonly string[]): Problem {
  return { ...problem, advice: [problem.advice, ...more].filter(Boolean).join(' ') };
}
