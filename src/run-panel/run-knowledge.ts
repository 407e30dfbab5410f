import { useMemo } from 'react';
import { unknownTasks } from '../actions/response-action/unknown-tasks.ts';
import { ownStarts } from '../actions/response-action/usual-time.ts';
import { type Acted, actedTasks } from '../actions/user-action/acted-tasks.ts';
import type { IncidentTask } from '../graph/incident-tasks.ts';
import type { Instant } from '../lib/instant.ts';
import type { RunKnowledge } from '../resources/devices/device-truth.ts';
import type { Journal } from '../runs/journal/journal.ts';
import type { Run } from '../runs/model/run.ts';
import type { Runner } from '../runs/runner.ts';
import { useTaskTimes } from './task-past.ts';

/** What this browser's runs add to what Graph says of tasks. */
export interface TaskKnowledge extends RunKnowledge {
  /** What user actions did for tasks, by their ids. */
  readonly acted: ReadonlyMap<string, Acted>;
  /** When the signed-in person started tasks from this browser, by their ids, however they ended: epoch ms. */
  readonly ownStarts: ReadonlyMap<string, Instant>;
}

/**
 * What this browser's runs add to what Graph says of tasks: usual times, starts, unknown results, and user actions in the
 * place of tasks. The same object until that changes, and not with each event of a run.
 *
 * @param runs of `useHistory`
 */
export function useRunKnowledge(
  sources: { readonly journal: Journal; readonly runner: Runner },
  tasks: readonly IncidentTask[],
  runs: readonly Run[],
): TaskKnowledge {
  const times = useTaskTimes(sources, tasks);
  const text = useMemo(
    () => JSON.stringify([[...unknownTasks(runs)], [...actedTasks(runs)], [...ownStarts(runs)]]),
    [runs],
  );
  return useMemo(() => {
    const [unknown, acted, starts] = JSON.parse(text);
    return {
      ...times,
      unknown: new Set<string>(unknown),
      acted: new Map<string, Acted>(acted),
      ownStarts: new Map<string, Instant>(starts),
    };
  }, [times, text]);
}
