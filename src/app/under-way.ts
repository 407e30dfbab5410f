import { isUnderWay } from '../runs/model/run.ts';
import type { Runner } from '../runs/runner.ts';

/** True while leaving this page would keep something from being sent, or an answer from being seen. */
export function isSendingHere({ runs, elsewhere }: Pick<Runner, 'runs' | 'elsewhere'>): boolean {
  // A run in another tab continues without this one.
  return isUnderWay(runs.get().filter(({ id }) => !elsewhere.get().has(id)));
}
