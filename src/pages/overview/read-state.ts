import { toProblem } from '../../lib/problem.ts';
import type { Read } from '../../ui/query-state.tsx';

export const noPermission = 'no permission';

/** Why a read has no number to show, in two words; undefined where there is one. */
export function stateOfRead({
  data,
  error,
  isPending,
}: Pick<Read, 'data' | 'error' | 'isPending'>): string | undefined {
  if (data !== undefined) return undefined;
  if (isPending) return 'loading…';
  return toProblem(error).kind === 'forbidden' ? noPermission : 'not loaded';
}
