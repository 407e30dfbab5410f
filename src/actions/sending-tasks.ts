import { taskKeys } from '../resources/incident-tasks/queries.ts';
import type { Run } from '../runs/model/run.ts';
import { actionOf } from './all.ts';

/** True while a run, here or in another tab, sends to incident tasks: Defender takes few calls a minute. */
export function isSendingTasks(runs: readonly Run[]): boolean {
  return runs.some(
    ({ state, steps }) =>
      state === 'running' &&
      steps.some(({ intent, targetId }) => actionOf(intent).touches(targetId).includes(taskKeys.all)),
  );
}
