import { toProblem } from '../lib/problem.ts';
import { ProblemBanner } from './problem-banner.tsx';

/**
 * Why something that a person asked for did not begin; nothing while there is no such problem.
 *
 * @param props.context what was asked for: "Sync inventory"
 */
export function MutationProblem({
  mutation,
  context,
}: {
  mutation: { readonly error: unknown; reset(): void };
  context: string;
}) {
  if (!mutation.error) return null;
  return (
    <ProblemBanner problem={toProblem(mutation.error)} context={context} onDismiss={() => mutation.reset()} />
  );
}
