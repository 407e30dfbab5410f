import { actionOf } from '../../actions/all.ts';
import { isDriverIntent } from '../../actions/driver-approval/intent.ts';
import { isAssignmentIntent } from '../../actions/profile-assignment/intent.ts';
import { isProfileIntent } from '../../actions/profile-change/intent.ts';
import { stateOf } from '../../actions/profile-change/state.ts';
import type { Instant } from '../../lib/instant.ts';
import { formatMinute, formatShortDay } from '../../ui/format.ts';
import type { StagedChange } from './staged-change.ts';

/** From when a driver is to be available; null: as soon as possible. Undefined for a change that has no date. */
export function dateOf({ intent }: Pick<StagedChange, 'intent'>): Instant | null | undefined {
  return isDriverIntent(intent) && intent.action === 'approve' ? intent.deployAt : undefined;
}

/** What a change does: "Approve", "Change date", "Isolate device". */
export function changeName({ intent, item }: Pick<StagedChange, 'intent' | 'item'>): string {
  return actionOf(intent).nameFor(intent, item);
}

/** What a profile is to be like, where a change says more than its name does: "“Pilot ring”, deferral 7 days". */
export function wantedText({ intent }: Pick<StagedChange, 'intent'>): string {
  const { stateName } = actionOf(intent);
  if (isAssignmentIntent(intent)) return stateName(intent.groups);
  return isProfileIntent(intent) && intent.change === 'edit' ? stateName(stateOf(intent)) : '';
}

/** "approve from 8 Dec 2026, 06:00" */
export function decisionText(change: StagedChange): string {
  const date = dateOf(change);
  const name = changeName(change);
  const from = typeof date === 'number' ? ` from ${formatMinute(date)}` : '';
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}${from}`;
}

/** "staged: approve from 8 Dec 2026, 06:00" */
export function stagedText(change: StagedChange): string {
  return `staged: ${decisionText(change)}`;
}

/** The same beside icons, in few letters: "8 Dec", "Pause". */
export function shortStagedText(change: StagedChange): string {
  const date = dateOf(change);
  return typeof date === 'number' ? formatShortDay(date) : changeName(change);
}
