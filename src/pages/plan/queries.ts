import { queryOptions } from '@tanstack/react-query';
import { type StagedChange, targetsOf } from '../../plan/staged/staged-change.ts';
import type { Runner } from '../../runs/runner.ts';

/** Keys of the reads of this page. */
export const planKeys = {
  preview: (number: number) => ['plan', 'preview', String(number)],
} as const;

type Changes = ReadonlyMap<string, StagedChange>;

/** Thousands of changes make no key: each state of a plan has a number. */
const numbers = new WeakMap<Changes, number>();
let lastNumber = 0;

function numberOf(changes: Changes): number {
  const known = numbers.get(changes);
  if (known !== undefined) return known;
  lastNumber += 1;
  numbers.set(changes, lastNumber);
  return lastNumber;
}

/** What staged changes would do, as their targets are now. Read once for each state of a plan, and not kept. */
export function planPreviewQuery(runner: Pick<Runner, 'preview'>, changes: Changes) {
  return queryOptions({
    queryKey: planKeys.preview(numberOf(changes)),
    queryFn: () => runner.preview({ note: '', targets: targetsOf([...changes.values()]) }),
    enabled: changes.size > 0,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}
