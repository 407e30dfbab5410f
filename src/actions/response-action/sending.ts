import type { Run } from '../../runs/model/run.ts';
import { responseKind } from './plan.ts';

/** True while a run, here or in another tab, sends response actions. */
export function isSendingTasks(runs: readonly Run[]): boolean {
  return runs.some(
    ({ state, steps }) => state === 'running' && steps.some(({ intent }) => intent.kind === responseKind),
  );
}
