import { type Assignment, type GroupAssignment, groupTypes } from '../../graph/profile-assignments.ts';
import type { Rows } from '../../graph/rows.ts';
import { showHidden } from '../../lib/visible-text.ts';

/** What a profile is assigned to, sorted by what can be done about it. */
export interface Assigned {
  readonly groups: readonly GroupAssignment[];
  /** Assignments that only Intune can change, in words: "All devices". */
  readonly others: readonly string[];
  /** Some could not be read: a list without them must not be sent. */
  readonly isPartial: boolean;
}

const modes = new Map<string, GroupAssignment['mode']>([
  [groupTypes.include.toLowerCase(), 'include'],
  [groupTypes.exclude.toLowerCase(), 'exclude'],
]);

/** Groups are named by ids in lower case: letter case tells none apart. */
export function assignedOf({ rows, setAside }: Pick<Rows<Assignment>, 'rows' | 'setAside'>): Assigned {
  const groups: GroupAssignment[] = [];
  const others: string[] = [];
  for (const { target } of rows) {
    const type = target['@odata.type'];
    const mode = modes.get(type.toLowerCase());
    const isFiltered = target.deviceAndAppManagementAssignmentFilterId !== '';
    if (mode && target.groupId !== '' && !isFiltered)
      groups.push({ mode, groupId: target.groupId.toLowerCase() });
    else others.push(mode ? 'A group with a filter' : otherText(type));
  }
  return { groups, others, isPartial: setAside.length > 0 };
}

const otherTexts: Readonly<Record<string, string>> = {
  alldevices: 'All devices',
  alllicensedusers: 'All users',
};

function otherText(type: string): string {
  const name = type.replace(/^#microsoft\.graph\./i, '').replace(/AssignmentTarget$/i, '');
  return otherTexts[name.toLowerCase()] ?? showHidden(type);
}

/** The groups whose devices get a profile. */
export function includedIn({ groups }: Assigned): readonly string[] {
  const excluded = new Set(groups.flatMap(({ mode, groupId }) => (mode === 'exclude' ? groupId : [])));
  return groups.flatMap(({ mode, groupId }) => (mode === 'include' && !excluded.has(groupId) ? groupId : []));
}

/** The id of a group, as it is pasted: spaces around it and letter case don't matter. @returns undefined for another text */
export function readGroupId(text: string): string | undefined {
  const trimmed = text.trim().toLowerCase();
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(trimmed) ? trimmed : undefined;
}
