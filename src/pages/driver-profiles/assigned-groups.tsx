import { useQuery } from '@tanstack/react-query';
import type { Graph } from '../../graph/client.ts';
import type { AssignmentMode, GroupAssignment } from '../../graph/profile-assignments.ts';
import { toProblem } from '../../lib/problem.ts';
import { groupName } from '../../resources/groups/names.ts';
import { groupNamesQuery } from '../../resources/groups/queries.ts';
import { Button } from '../../ui/button.tsx';
import styles from './assignments.module.css';

const modeTexts: Readonly<Record<AssignmentMode, string>> = { include: 'Included', exclude: 'Excluded' };

/** The groups of a profile: those that stay, those that are added, and those that are removed. */
export function AssignedGroups({
  before,
  wanted,
  others,
  graph,
  isReadOnly,
  onRemove,
  onKeep,
}: {
  before: readonly GroupAssignment[];
  wanted: readonly GroupAssignment[];
  /** Assignments that are no groups, in words. */
  others: readonly string[];
  graph: Graph;
  isReadOnly: boolean;
  onRemove: (groupId: string) => void;
  onKeep: (group: GroupAssignment) => void;
}) {
  const removed = before.filter((group) => !wanted.some((other) => isSame(group, other)));
  const names = useQuery(
    groupNamesQuery(
      graph,
      [...before, ...wanted].map(({ groupId }) => groupId),
    ),
  );
  // Each stays in its place when it is removed.
  const shown = [...wanted, ...removed]
    .map((group) => ({ group, name: groupName(group.groupId, names.data?.get(group.groupId)) }))
    .toSorted(
      (one, other) => other.group.mode.localeCompare(one.group.mode) || order.compare(one.name, other.name),
    );
  return (
    <>
      <ul className={styles.list} aria-label="Assigned groups">
        {shown.map(({ group, name }) => {
          const { mode, groupId } = group;
          const isRemoved = removed.includes(group);
          const isAdded = !before.some((other) => isSame(group, other));
          return (
            <li key={`${mode} ${groupId}`} className={styles.group}>
              <span className={isRemoved ? styles.removed : styles.name}>
                <bdi>{name}</bdi>
              </span>
              <span className={styles.end}>
                <span className={styles.mode}>
                  {modeTexts[mode]}
                  {isAdded && <strong className={styles.added}>Added</strong>}
                  {isRemoved && <strong className={styles.gone}>Removed</strong>}
                </span>
                {!isReadOnly && (
                  <Button
                    type="button"
                    size="small"
                    appearance="subtle"
                    aria-label={`${isRemoved ? 'Keep' : 'Remove'} ${name}, ${modeTexts[mode].toLowerCase()}`}
                    onClick={() => (isRemoved ? onKeep(group) : onRemove(groupId))}
                  >
                    {isRemoved ? 'Keep' : 'Remove'}
                  </Button>
                )}
              </span>
            </li>
          );
        })}
        {others.map((other) => (
          <li key={other} className={styles.group}>
            <span className={styles.name}>{other}</span>
          </li>
        ))}
        {shown.length + others.length === 0 && <li className={styles.empty}>Assigned to no group</li>}
      </ul>
      {names.error && <p className={styles.hint}>{whyNoNames(names.error)}</p>}
    </>
  );
}

const order = new Intl.Collator('en', { numeric: true });

function isSame(one: GroupAssignment, other: GroupAssignment): boolean {
  return one.mode === other.mode && one.groupId === other.groupId;
}

function whyNoNames(error: unknown): string {
  const { kind, title } = toProblem(error);
  return kind === 'consentNeeded'
    ? 'Groups are shown by ID: reading their names needs a permission that a search asks for.'
    : `Groups are shown by ID. ${title}.`;
}
