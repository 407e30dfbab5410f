import type { Run } from '../../runs/model/run.ts';
import { statusKind } from '../task-status/intent.ts';
import { responseKind } from './plan.ts';

const kinds: readonly string[] = [responseKind, statusKind];

/** True while a run, here or in another tab, sends to incident tasks: Defender takes few calls a minute. */
export function isSendingTasks(runs: readonly Run[]): boolean {
  return runs.some(
    ({ state, steps }) => state === 'running' && steps.some(({ intent }) => kinds.includes(intent.kind)),
  );
}
