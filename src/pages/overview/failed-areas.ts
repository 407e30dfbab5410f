import { needsSignIn, type Problem } from '../../lib/problem.ts';

/** One of the areas that the overview is about, and why it couldn't be read; undefined where it could. */
export interface Area {
  /** "Drivers" */
  readonly name: string;
  readonly problem: Problem | undefined;
}

/** One problem, and the areas that met it. */
export interface AreaFailure {
  readonly names: readonly string[];
  readonly problem: Problem;
}

/**
 * The problems to tell, each once. A missing permission isn't one while the person has another area to work on: the numbers
 * say so themselves. A sign-in solves what else there may be, and is told alone.
 */
export function failuresToTell(areas: readonly Area[]): readonly AreaFailure[] {
  const isShutOut = areas.every(({ problem }) => problem?.kind === 'forbidden');
  const failures: AreaFailure[] = [];
  for (const { name, problem } of areas) {
    if (!problem || (problem.kind === 'forbidden' && !isShutOut)) continue;
    const same = failures.findIndex((known) => isSame(known.problem, problem));
    const before = failures[same];
    if (before) failures[same] = { ...before, names: [...before.names, name] };
    else failures.push({ names: [name], problem });
  }
  const signIn = failures.find(({ problem }) => needsSignIn(problem));
  return signIn ? [signIn] : failures;
}

/** Whether two problems read alike: their IDs differ always. */
function isSame(one: Problem, other: Problem): boolean {
  return one.title === other.title && one.advice === other.advice && `${one.scopes}` === `${other.scopes}`;
}
