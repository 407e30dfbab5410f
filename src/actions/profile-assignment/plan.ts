import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { GroupAssignment } from '../../graph/profile-assignments.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import type { Plan, PlannedItem, Reviewed } from '../../runs/model/run.ts';
import { type AssignmentIntent, assignmentKind } from './intent.ts';
import { differenceOf, differenceText, listOf } from './list.ts';

/** The decision in words: "Assign Pilot ring". */
export function assignTitle(profile: string): string {
  return `Change the assignments of ${profile}`;
}

/**
 * The plan to assign a profile to groups.
 *
 * @param before the groups that the person saw
 * @param wanted all groups that it is to have
 */
export function planAssign(
  profile: DriverProfile,
  before: readonly GroupAssignment[],
  wanted: readonly GroupAssignment[],
  note: string,
): Plan {
  const intent: AssignmentIntent = { kind: assignmentKind, groups: listOf(wanted) };
  const name = profileName(profile);
  return {
    title: assignTitle(name),
    note: note.trim(),
    targets: [{ id: profile.id, name, intent, items: [planItem(profile.id, name, before, wanted)] }],
  };
}

/** A profile that is to be assigned anew: the list that was seen is what the decision rests on. */
export function planItem(
  id: string,
  name: string,
  before: readonly GroupAssignment[],
  wanted: readonly GroupAssignment[],
): PlannedItem {
  return {
    id,
    name,
    detail: differenceText(differenceOf(before, wanted)),
    before: listOf(before),
    reviewed: reviewedList(before),
  };
}

/** What a decision about assignments rests on: the whole list. */
export function reviewedList(groups: readonly GroupAssignment[]): Reviewed {
  return { groups: listOf(groups) };
}
