import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { itemsOf, type Plan, type Run, wasNotSent } from '../runs/model/run.ts';
import type { Runner } from '../runs/runner.ts';

/**
 * Starts a run from a plan: the only way from a click to Graph. It resolves once the run is recorded and begins; what
 * becomes of it shows in the run panel. It fails, before anything is sent, with a `ProblemError`.
 *
 * @param onNotSent gets the ids of items that a stopped run left unsent, so that they can be selected again
 * @param insteadOf the run whose rest this one sends
 * @param onStarted is called even where a person has left the page before the run began
 */
export function useStartRun(
  runner: Runner,
  onNotSent?: (ids: readonly string[]) => void,
  insteadOf?: string,
  onStarted?: (run: Run) => void,
) {
  const isStarting = useRef(false);
  const mutation = useMutation({
    mutationFn: (plan: Plan) => runner.start(plan, insteadOf),
    onSuccess(run) {
      onStarted?.(run);
      // Not awaited: the mutation is over once the run has begun.
      if (onNotSent) void runner.whenSent(run.id).then((sent) => reportUnsent(sent, onNotSent));
    },
    onSettled() {
      isStarting.current = false;
    },
    // The query client's defaults say so too; an action must never wait for the network and then fire by itself.
    networkMode: 'always',
    retry: false,
  });
  const mutate: typeof mutation.mutate = (...start) => {
    // Clicks can come faster than the button is drawn as disabled; one decision starts one run.
    if (isStarting.current) return;
    isStarting.current = true;
    mutation.mutate(...start);
  };
  return { ...mutation, mutate };
}

function reportUnsent(run: Run, onNotSent: (ids: readonly string[]) => void): void {
  const unsent = itemsOf(run).filter(wasNotSent);
  if (unsent.length > 0) onNotSent(unsent.map(({ id }) => id));
}
