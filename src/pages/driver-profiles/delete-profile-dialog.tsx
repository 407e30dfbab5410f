import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { profileChange } from '../../actions/profile-change/action.ts';
import { planDelete } from '../../actions/profile-change/plan.ts';
import { useAccount } from '../../auth/session.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { assignmentsQuery } from '../../resources/driver-profiles/assignments-query.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { ReviewDialog } from '../../run-panel/review-dialog.tsx';
import { useBusyIds } from '../../run-panel/run-marks.tsx';
import { inAnotherRun } from '../../runs/model/open-items.ts';
import { DeceptiveId } from '../../ui/confirm-dialog.tsx';
import { NoteField } from '../../ui/dialog-parts.tsx';
import { InputField } from '../../ui/field.tsx';
import { formatCount } from '../../ui/format.ts';
import type { ProfileDialogProps } from './profile-dialog.ts';

/** Deletes a profile, once its name is typed: nothing brings it back. */
export function DeleteProfileDialog({
  draft,
  onDraftChange,
  profile,
  profiles,
  graph,
  roleWarning,
  isStarting,
  problem,
  onStart,
  onClose,
}: ProfileDialogProps & { profile: DriverProfile }) {
  const person = { ...useAccount(), importantDevices: [] };
  const busyNow = useBusyIds();
  const [busy] = useState(busyNow);
  const assigned = useQuery(assignmentsQuery(graph, profile.id)).data;
  const plan = planDelete(profile, draft.note);
  const [target] = plan.targets;
  const name = profileName(profile);
  // Characters that can't be typed are shown by others: those count, too.
  const isTyped = [profile.displayName.trim(), name].includes(draft.typed.trim());
  const isNamesake = profiles.some(
    ({ id, displayName }) => id !== profile.id && displayName === profile.displayName,
  );
  const { deviceReporting } = profile;
  const assignments = assigned && assigned.groups.length + assigned.others.length;
  return (
    <ReviewDialog
      title={`Delete the profile ${name}?`}
      context={isNamesake && <DeceptiveId id={profile.id} />}
      review={
        target && {
          ...profileChange.review(target.intent, plan.targets, undefined, person),
          numbers: [
            ...(deviceReporting === null
              ? []
              : [
                  {
                    value: formatCount(deviceReporting),
                    label: deviceReporting === 1 ? 'device reports to it' : 'devices report to it',
                  },
                ]),
            ...(assignments === undefined
              ? []
              : [
                  {
                    value: formatCount(assignments),
                    label: assignments === 1 ? 'assignment' : 'assignments',
                  },
                ]),
          ],
          // The name is typed in place of a number.
          whyType: [],
        }
      }
      roleWarning={roleWarning}
      checkedAs="The profile is checked again right before it’s deleted."
      isStarting={isStarting}
      problem={problem}
      // Closing the dialog can't take back a start.
      onClose={() => isStarting || onClose()}
      confirm={{
        label: 'Delete profile',
        count: 1,
        ids: [profile.id],
        disabled: busy.has(profile.id) ? inAnotherRun : isTyped ? undefined : 'Type the name to confirm',
        onConfirm: () => onStart(plan),
      }}
    >
      <InputField
        label="Type the name to confirm"
        value={draft.typed}
        autoComplete="off"
        onChange={({ target: { value } }) => onDraftChange({ typed: value })}
      />
      <NoteField note={draft.note} onNoteChange={(note) => onDraftChange({ note })} />
    </ReviewDialog>
  );
}
