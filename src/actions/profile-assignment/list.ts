import type { GroupAssignment } from '../../graph/profile-assignments.ts';
import { countOf } from '../../ui/format.ts';

/** The list of a profile that is assigned to nobody. */
export const noGroups = 'none';

/** Groups in one text, the same for the same groups in any order: "exclude:… include:…". */
export function listOf(groups: readonly GroupAssignment[]): string {
  const lines = groups.map(({ mode, groupId }) => `${mode}:${groupId.toLowerCase()}`);
  return [...new Set(lines)].sort().join(' ') || noGroups;
}

const entry = /^(include|exclude):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** @returns undefined for a text that `listOf` does not write, and where a group comes twice */
export function readList(text: string): readonly GroupAssignment[] | undefined {
  if (text === noGroups) return [];
  const groups: GroupAssignment[] = [];
  for (const part of text.split(' ')) {
    const [, mode, groupId] = entry.exec(part) ?? [];
    if ((mode !== 'include' && mode !== 'exclude') || groupId === undefined) return undefined;
    if (groups.some((group) => group.groupId === groupId)) return undefined;
    groups.push({ mode, groupId });
  }
  return listOf(groups) === text ? groups : undefined;
}

/** What a list holds: "2 groups included, 1 excluded"; a text that is no list stays as it is. */
export function listText(text: string): string {
  const groups = readList(text);
  if (!groups) return text;
  if (groups.length === 0) return 'No groups';
  const excluded = groups.filter(({ mode }) => mode === 'exclude').length;
  const included = `${countOf(groups.length - excluded, 'group')} included`;
  return excluded === 0 ? included : `${included}, ${excluded} excluded`;
}

/** What tells one list from another. A group whose mode changes is in both. */
export interface Difference {
  readonly added: readonly GroupAssignment[];
  readonly removed: readonly GroupAssignment[];
}

export function differenceOf(
  before: readonly GroupAssignment[],
  after: readonly GroupAssignment[],
): Difference {
  const has = (groups: readonly GroupAssignment[], { mode, groupId }: GroupAssignment) =>
    groups.some((group) => group.mode === mode && group.groupId === groupId);
  return {
    added: after.filter((group) => !has(before, group)),
    removed: before.filter((group) => !has(after, group)),
  };
}

/** "2 added, 1 removed" */
export function differenceText({ added, removed }: Difference): string {
  return [
    ...(added.length > 0 ? [`${added.length} added`] : []),
    ...(removed.length > 0 ? [`${removed.length} removed`] : []),
  ].join(', ');
}
