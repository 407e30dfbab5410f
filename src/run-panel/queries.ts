import { queryOptions } from '@tanstack/react-query';
import type { NextPlan } from '../runs/model/retry.ts';
import type { Run } from '../runs/model/run.ts';
import type { Runner } from '../runs/runner.ts';
import type { NextKind } from './next-words.ts';

/** Keys of the reads of this folder. */
export const previewKeys = {
  of: (runId: string, kind: NextKind) => ['preview', runId, kind],
} as const;

/** The targets of a run that would follow from another, as they are now. Read once for each dialog, and not kept. */
export function previewQuery(
  runner: Runner,
  { run, kind, next }: { run: Run; kind: NextKind; next: NextPlan | undefined },
) {
  return queryOptions({
    queryKey: previewKeys.of(run.id, kind),
    queryFn: () => (next ? runner.preview(next) : null),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}
