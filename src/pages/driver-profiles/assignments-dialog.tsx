import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { profileAssignment } from '../../actions/profile-assignment/action.ts';
import { differenceOf, differenceText, listOf, readList } from '../../actions/profile-assignment/list.ts';
import { planAssign } from '../../actions/profile-assignment/plan.ts';
import { whyNoAssignment } from '../../actions/profile-assignment/rules.ts';
import { useAccount } from '../../auth/session.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { GroupAssignment } from '../../graph/profile-assignments.ts';
import { assignmentsQuery } from '../../resources/driver-profiles/assignments-query.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { ReviewDialog } from '../../run-panel/review-dialog.tsx';
import { useBusyIds } from '../../run-panel/run-marks.tsx';
import { inAnotherRun } from '../../runs/model/open-items.ts';
import { NoteField } from '../../ui/dialog-parts.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { AssignedGroups } from './assigned-groups.tsx';
import { GroupPicker } from './group-picker.tsx';
import type { ProfileDialogProps } from './profile-dialog.ts';
import { StagedBefore } from './staged-before.tsx';

/** Assigns a profile to groups, and excludes groups: the list as it is, and what becomes of it. */
export function AssignmentsDialog({
  draft,
  onDraftChange,
  profile,
  graph,
  roleWarning,
  isStarting,
  problem,
  onStart,
  onStage,
  onClose,
}: ProfileDialogProps & { profile: DriverProfile }) {
  const person = { ...useAccount(), importantDevices: [] };
  const busyNow = useBusyIds();
  const [busy] = useState(busyNow);
  const assigned = useQuery(assignmentsQuery(graph, profile.id));
  const { lists } = draft;
  // What was seen when the change began: what a colleague assigns after that is found by the check before the sending.
  const before = (lists ? readList(lists.before) : assigned.data?.groups) ?? [];
  const wanted = (lists ? readList(lists.after) : undefined) ?? before;
  const difference = differenceOf(before, wanted);
  const text = differenceText(difference);
  const plan = planAssign(profile, before, wanted, draft.note);
  const [target] = plan.targets;
  const whyNot = assigned.data && whyNoAssignment(assigned.data);
  const name = profileName(profile);

  const change = (after: readonly GroupAssignment[]) =>
    onDraftChange({ lists: { before: listOf(before), after: listOf(after) } });
  const without = (groupId: string) => wanted.filter((group) => group.groupId !== groupId);

  return (
    <ReviewDialog
      title="Assignments"
      context={<bdi>{name}</bdi>}
      review={
        target && text !== ''
          ? profileAssignment.review(target.intent, plan.targets, undefined, person)
          : undefined
      }
      roleWarning={roleWarning}
      checkedAs="The list is checked again right before it’s replaced."
      isStarting={isStarting}
      problem={problem}
      // Closing the dialog can't take back a start.
      onClose={() => isStarting || onClose()}
      confirm={
        assigned.data && whyNot === undefined
          ? {
              label: 'Save assignments',
              count: 1,
              ids: [profile.id],
              disabled: busy.has(profile.id)
                ? inAnotherRun
                : text === ''
                  ? 'Nothing is changed yet'
                  : undefined,
              onConfirm: () => onStart(plan),
              onStage: () => onStage(plan),
            }
          : undefined
      }
    >
      <StagedBefore profileId={profile.id} />
      <QueryState query={assigned} loading={<p>Loading…</p>}>
        {assigned.data && (
          <>
            {whyNot !== undefined && <p role="status">{whyNot}.</p>}
            <AssignedGroups
              before={before}
              wanted={wanted}
              others={assigned.data.others}
              graph={graph}
              isReadOnly={whyNot !== undefined}
              onRemove={(groupId) => change(without(groupId))}
              onKeep={(group) => change([...without(group.groupId), group])}
            />
            {text !== '' && (
              <p role="status">
                Changes: <strong>{text}</strong>
              </p>
            )}
            {whyNot === undefined && (
              <GroupPicker
                graph={graph}
                words={draft.words}
                onWordsChange={(words) => onDraftChange({ words })}
                wanted={wanted}
                onAdd={(group) => change([...without(group.groupId), group])}
              />
            )}
          </>
        )}
      </QueryState>
      {text !== '' && <NoteField note={draft.note} onNoteChange={(note) => onDraftChange({ note })} />}
    </ReviewDialog>
  );
}
