import type { Intent } from '../../runs/model/run.ts';
import { readList } from './list.ts';

export const assignmentKind = 'profile-assignment';

/** To which groups a profile is to be assigned: the whole list, as `listOf` writes it. */
export type AssignmentIntent = {
  readonly kind: typeof assignmentKind;
  readonly groups: string;
};

/** True of an intent for assignments whose parts are sound: the history may have been changed by hand. */
export function isAssignmentIntent(intent: Intent): intent is AssignmentIntent {
  const { kind, groups } = intent;
  return (
    Object.keys(intent).length === 2 &&
    kind === assignmentKind &&
    typeof groups === 'string' &&
    readList(groups) !== undefined
  );
}
