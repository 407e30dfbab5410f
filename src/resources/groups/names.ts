import { showName } from '../../lib/visible-text.ts';
import type { NamedGroup } from './queries.ts';

/** What a group is called; by its id where it was deleted, or where its name can't be read. */
export function groupName(groupId: string, group: NamedGroup | undefined): string {
  if (group === 'gone') return `${groupId} (group not found)`;
  return group && group.displayName !== '' ? showName(group.displayName) : groupId;
}
