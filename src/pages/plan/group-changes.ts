import { isAssignmentIntent } from '../../actions/profile-assignment/intent.ts';
import { differenceOf, readList } from '../../actions/profile-assignment/list.ts';
import type { GroupAssignment } from '../../graph/profile-assignments.ts';
import type { StagedChange } from '../../plan/staged/staged-change.ts';

/** Each name is a read of its own: of more groups, the others are counted. */
const mostNamed = 20;

/** Groups that a staged change adds to a profile, or removes from it. */
export interface GroupChange {
  readonly verb: 'added' | 'removed';
  readonly groups: readonly GroupAssignment[];
  /** How many there are besides. */
  readonly more: number;
}

/** What a staged change of assignments adds and removes; empty for any other change. */
export function groupChangesOf({
  intent,
  item,
}: Pick<StagedChange, 'intent' | 'item'>): readonly GroupChange[] {
  const wanted = isAssignmentIntent(intent) ? readList(intent.groups) : undefined;
  const before = readList(item.before);
  if (!wanted || !before) return [];
  const { added, removed } = differenceOf(before, wanted);
  return [
    { verb: 'added' as const, all: added },
    { verb: 'removed' as const, all: removed },
  ].flatMap(({ verb, all }) => {
    const groups = all.slice(0, mostNamed);
    return groups.length === 0 ? [] : [{ verb, groups, more: all.length - groups.length }];
  });
}
