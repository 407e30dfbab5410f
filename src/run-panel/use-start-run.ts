import { useMutation } from '@tanstack/react-query';
import type { Plan } from '../runs/model.ts';
import type { Runner } from '../runs/runner.ts';

/**
 * Starts a run from a plan: the only way from a click to Graph. It resolves once the run is recorded and begins; what
 * becomes of it shows in the run panel. It fails, before anything is sent, with a `ProblemError`.
 */
export function useStartRun(runner: Runner) {
  return useMutation({
    mutationFn: (plan: Plan) => runner.start(plan),
    // The query client's defaults say so too; an action must never wait for the network and then fire by itself.
    networkMode: 'always',
    retry: false,
  });
}
