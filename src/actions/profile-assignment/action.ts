import { assignRequest, type GroupAssignment } from '../../graph/profile-assignments.ts';
import { profileKeys } from '../../resources/driver-profiles/queries.ts';
import type { Intent } from '../../runs/model/run.ts';
import type { Action } from '../action.ts';
import { type AssignmentIntent, assignmentKind, isAssignmentIntent } from './intent.ts';
import { listText, noGroups, readList } from './list.ts';
import { assignmentWork } from './work.ts';

/** Assign driver update profiles to groups, and exclude groups. */
export const profileAssignment: Action = {
  kind: assignmentKind,
  role: 'Intune Administrator',
  isIntent: isAssignmentIntent,
  touches: (profileId) => [...profileKeys.changedIn(profileId), ...profileKeys.assignedIn(profileId)],
  mostInRequest: 1,
  accepted: 'successful',
  mayTurnFailure: () => true,
  // While a change isn’t confirmed, its undo could not be told from a colleague’s.
  undo: (intent, { before, outcome }) =>
    outcome === 'confirmed' && isAssignmentIntent(intent) && readList(before) !== undefined
      ? { intent: intentOf(before), before: intent.groups }
      : undefined,
  canBeStaged: ({ intent, target, item }) =>
    isAssignmentIntent(intent) && target.id === item.id && readList(item.before) !== undefined,
  undoLabel: 'Undo',
  noun: 'profile',
  decided: 'profile',
  perRequest: 'One request per profile.',
  heads: { name: 'Profile', detail: 'Change' },
  mostPerMinute: Number.POSITIVE_INFINITY,
  carryOut: (intent, { graph }) => assignmentWork(graph, groupsOf(intent)),
  requestOf: (intent, profileId) => assignRequest(profileId, groupsOf(intent)),
  review: (intent, targets) => ({
    // The title has said which.
    numbers: [],
    summary: '',
    consequences: [consequence],
    warnings:
      groupsOf(intent).length === 0 && targets.some(({ items }) => items.some(hasGroups))
        ? [noGroupWarning]
        : [],
    whyType: [],
  }),
  decision: (_intent, _before, counted) => `Assign ${counted}`,
  nameFor: () => 'Change assignments',
  graphNameFor: () => 'assign',
  stateName: listText,
  dateText: () => '',
  lastMoment: () => null,
  nextStep: () => ({ text: 'Refresh the list' }),
};

const consequence =
  'Intune replaces the whole list. Devices of added groups get what the profile has approved; devices of removed groups keep the drivers that they have installed.';
const noGroupWarning = 'No group is left. The profile then offers its drivers to no device.';

function hasGroups({ before }: { readonly before: string }): boolean {
  return before !== noGroups;
}

function intentOf(groups: string): AssignmentIntent {
  return { kind: assignmentKind, groups };
}

/** @throws for any other intent: `isIntent` has let it pass */
function groupsOf(intent: Intent): readonly GroupAssignment[] {
  const groups = isAssignmentIntent(intent) ? readList(intent.groups) : undefined;
  if (groups) return groups;
  throw new Error('This is no intent for assignments');
}
