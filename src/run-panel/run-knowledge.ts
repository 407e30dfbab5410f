import { useMemo } from 'react';
import { unknownTasks } from '../actions/response-action/unknown-tasks.ts';
import type { IncidentTask } from '../graph/incident-tasks.ts';
import type { RunKnowledge } from '../resources/devices/device-truth.ts';
import type { Journal } from '../runs/journal/journal.ts';
import type { Run } from '../runs/model/run.ts';
import type { Runner } from '../runs/runner.ts';
import { useTaskTimes } from './task-past.ts';

/**
 * What this browser's runs add to what Graph says of tasks: usual times, starts, and unknown results. The same object until
 * that changes, and not with each event of a run.
 *
 * @param runs of `useHistory`
 */
export function useRunKnowledge(
  sources: { readonly journal: Journal; readonly runner: Runner },
  tasks: readonly IncidentTask[],
  runs: readonly Run[],
): RunKnowledge {
  const times = useTaskTimes(sources, tasks);
  const text = useMemo(() => JSON.stringify([...unknownTasks(runs)]), [runs]);
  return useMemo(() => ({ ...times, unknown: new Set<string>(JSON.parse(text)) }), [times, text]);
}
