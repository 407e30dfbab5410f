import { createContext, type ReactNode, useCallback, useContext } from 'react';
import { type Refusals, whyRefused } from '../../actions/response-action/refusals.ts';
import { whyNot } from '../../actions/response-action/rules.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';

const Known = createContext<Refusals>(new Map());

/** Gives what is below the refusals that this browser knows of. */
export function RefusalsProvider({ refusals, children }: { refusals: Refusals; children: ReactNode }) {
  return <Known value={refusals}>{children}</Known>;
}

/** Why the action of a task can't be run: by what the task is, or because Microsoft has refused it for good. */
export function useWhyNot(): (task: IncidentTask) => string | undefined {
  const refusals = useContext(Known);
  return useCallback((task) => whyNot(task) ?? whyRefused(refusals, task), [refusals]);
}

/** Why Microsoft has refused a task as it is now, and for good. */
export function useRefused(): (task: IncidentTask) => string | undefined {
  const refusals = useContext(Known);
  return useCallback((task) => whyRefused(refusals, task), [refusals]);
}

/** The same of one task. */
export function useWhyRefused(task: IncidentTask): string | undefined {
  return useRefused()(task);
}
