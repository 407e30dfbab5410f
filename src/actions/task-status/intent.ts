import { type TaskStatus, taskStatuses } from '../../graph/incident-tasks.ts';
import { isKnown } from '../../lib/members.ts';
import type { Intent } from '../../runs/model/run.ts';

export const statusKind = 'task-status';

/** Which status tasks are to have. */
export type StatusIntent = {
  readonly kind: typeof statusKind;
  readonly status: TaskStatus;
};

/** True of an intent for the status of tasks whose parts are sound: the history may have been changed by hand. */
export function isStatusIntent(intent: Intent): intent is StatusIntent {
  const { kind, status } = intent;
  return (
    Object.keys(intent).length === 2 &&
    kind === statusKind &&
    typeof status === 'string' &&
    isKnown(taskStatuses, status)
  );
}
