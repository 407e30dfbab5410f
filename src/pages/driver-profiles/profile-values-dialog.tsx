import { useState } from 'react';
import { profileChange } from '../../actions/profile-change/action.ts';
import { changedText, planCreate, planEdit } from '../../actions/profile-change/plan.ts';
import {
  longestDeferral,
  longestDescription,
  longestName,
  whyNotValues,
} from '../../actions/profile-change/rules.ts';
import { stateOf, valuesOf } from '../../actions/profile-change/state.ts';
import { deferralHint } from '../../actions/profile-change/words.ts';
import { useAccount } from '../../auth/session.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { approvalTypeText } from '../../resources/driver-profiles/words.ts';
import { ReviewDialog } from '../../run-panel/review-dialog.tsx';
import { useBusyIds } from '../../run-panel/run-marks.tsx';
import { inAnotherRun } from '../../runs/model/open-items.ts';
import { DialogRadios, DialogWarning, NoteField } from '../../ui/dialog-parts.tsx';
import { InputField, TextAreaField } from '../../ui/field.tsx';
import { countOf } from '../../ui/format.ts';
import type { ProfileDialogProps } from './profile-dialog.ts';
import { StagedBefore } from './staged-before.tsx';

/** Makes a profile, or changes what a person may change of one. @param props.profile undefined for a new one */
export function ProfileValuesDialog({
  draft,
  onDraftChange,
  profile,
  profiles,
  roleWarning,
  isStarting,
  problem,
  onStart,
  onStage,
  onClose,
}: ProfileDialogProps & { profile: DriverProfile | undefined }) {
  const person = { ...useAccount(), importantDevices: [] };
  // As the dialog was opened: a run that begins elsewhere meanwhile is met by the check before the sending.
  const busyNow = useBusyIds();
  const [busy] = useState(busyNow);
  const { approvalType, note } = draft;
  const hasDeferral = (profile?.approvalType ?? approvalType) === 'automatic';
  const values = {
    displayName: draft.displayName.trim(),
    description: draft.description,
    deferral: hasDeferral ? readDays(draft.deferral) : null,
  };
  const wrong = whyNotValues(values);
  // All values are sent: those that a colleague has set meanwhile would be set back.
  const isChanged = profile !== undefined && draft.seen !== null && stateOf(valuesOf(profile)) !== draft.seen;
  const isSame = profile !== undefined && changedText(valuesOf(profile), values) === '';
  const plan = profile
    ? planEdit(values, profile, note)
    : planCreate({ ...values, approvalType }, profiles, note);
  const [target] = plan.targets;
  const ids = target?.items.map(({ id }) => id) ?? [];
  const namesakes = profiles.filter(
    ({ id, displayName }) => id !== profile?.id && displayName === values.displayName,
  ).length;
  return (
    <ReviewDialog
      title={profile ? 'Edit profile' : 'New driver profile'}
      context={profile && <bdi>{profileName(profile)}</bdi>}
      review={
        target && wrong === undefined
          ? profileChange.review(target.intent, plan.targets, undefined, person)
          : undefined
      }
      roleWarning={roleWarning}
      checkedAs={
        profile
          ? 'The profile is checked again right before it’s changed.'
          : 'The list is checked again right before the profile is created.'
      }
      isStarting={isStarting}
      problem={problem}
      // Closing the dialog can't take back a start.
      onClose={() => isStarting || onClose()}
      confirm={{
        label: profile ? 'Save changes' : 'Create profile',
        count: 1,
        ids,
        disabled:
          (isChanged ? 'The profile has changed since you began. Close this and edit it again' : undefined) ??
          wrong ??
          (isSame ? 'Nothing is changed yet' : ids.some((id) => busy.has(id)) ? inAnotherRun : undefined),
        onConfirm: () => onStart(plan),
        // A new profile has no ID by which a plan could find it.
        onStage: profile && (() => onStage(plan)),
      }}
    >
      {profile && <StagedBefore profileId={profile.id} />}
      <InputField
        label="Name"
        value={draft.displayName}
        maxLength={longestName}
        autoFocus={profile === undefined}
        onChange={({ target: { value } }) => onDraftChange({ displayName: value })}
      />
      {namesakes > 0 && (
        <DialogWarning>
          {countOf(namesakes, 'other profile')} {namesakes === 1 ? 'has' : 'have'} this name already. Intune
          allows that.
        </DialogWarning>
      )}
      <TextAreaField
        label="Description (optional)"
        value={draft.description}
        maxLength={longestDescription}
        onChange={({ target: { value } }) => onDraftChange({ description: value })}
      />
      {profile ? (
        <p>Approval method: {approvalTypeText(profile)}. It can’t be changed once a profile exists.</p>
      ) : (
        <DialogRadios
          legend="Approval method (can’t be changed later)"
          options={methods}
          value={approvalType}
          onChange={(value) => onDraftChange({ approvalType: value })}
        />
      )}
      {hasDeferral && (
        <InputField
          label="Deferral in days"
          hint={deferralHint}
          type="number"
          min={0}
          max={longestDeferral}
          value={draft.deferral}
          onChange={({ target: { value } }) => onDraftChange({ deferral: value })}
        />
      )}
      <NoteField note={note} onNoteChange={(text) => onDraftChange({ note: text })} />
    </ReviewDialog>
  );
}

/** An empty field is no zero. */
function readDays(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

const methods = [
  { value: 'manual', label: 'Manual', hint: 'A person reviews each driver.' },
  {
    value: 'automatic',
    label: 'Automatic',
    hint: 'Intune approves recommended drivers by itself.',
  },
] as const;
