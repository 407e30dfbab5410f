import { useState } from 'react';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import type { Freeze } from '../../resources/driver-updates/freeze.ts';
import { weekdayNames } from '../../resources/driver-updates/freeze-words.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DayField } from '../../ui/date-time/day-field.tsx';
import { DialogRadios } from '../../ui/dialog-parts.tsx';
import { InputField } from '../../ui/field.tsx';
import styles from './freeze-dialog.module.css';
import { type FreezeDraft, readFreezeDraft } from './freeze-draft.ts';

const kinds = [
  { value: 'range', label: 'From one day to another' },
  { value: 'weekly', label: 'Every week' },
] as const;

const audiences = [
  { value: 'all', label: 'All profiles' },
  { value: 'some', label: 'Some profiles' },
] as const;

/** Adds or edits a freeze. Nothing is sent: freezes are this browser's. */
export function FreezeDialog({
  initial,
  isNew,
  profiles,
  onSave,
  onClose,
}: {
  initial: FreezeDraft;
  isNew: boolean;
  /** In the order of rings. */
  profiles: readonly DriverProfile[];
  onSave: (freeze: Freeze) => void;
  onClose: () => void;
}) {
  const [draft, setDraft] = useState(initial);
  const set = (change: Partial<FreezeDraft>) => setDraft({ ...draft, ...change });
  const { freeze, whyNot, isBackward } = readFreezeDraft(draft);
  return (
    <ConfirmDialog
      title={isNew ? 'Add a freeze' : 'Edit freeze'}
      context="Days on which no driver is to become available. Rollouts skip them, and a date inside needs a reason."
      confirm={{
        label: isNew ? 'Add freeze' : 'Save freeze',
        disabled: whyNot,
        onConfirm: () => freeze && onSave(freeze),
      }}
      isStarting={false}
      problem={undefined}
      onClose={onClose}
      foot="Kept in this browser only."
    >
      <InputField
        label="Name"
        value={draft.name}
        maxLength={80}
        autoComplete="off"
        onChange={({ target }) => set({ name: target.value })}
      />
      <DialogRadios legend="When" options={kinds} value={draft.kind} onChange={(kind) => set({ kind })} />
      {draft.kind === 'range' ? (
        <div className={styles.fields}>
          <DayField label="First day" value={draft.from} onChange={(from) => set({ from })} />
          <DayField
            label="Last day"
            value={draft.to}
            from={draft.from === '' ? undefined : draft.from}
            error={isBackward ? 'Before the first day' : undefined}
            onChange={(to) => set({ to })}
          />
        </div>
      ) : (
        <Choices
          legend="Weekdays"
          options={weekdayNames.map((label, index) => ({ value: index + 1, label }))}
          chosen={draft.weekdays}
          onChange={(weekdays) => set({ weekdays })}
        />
      )}
      <DialogRadios
        legend="For"
        options={audiences}
        value={draft.isForAll ? 'all' : 'some'}
        onChange={(audience) => set({ isForAll: audience === 'all' })}
      />
      {!draft.isForAll && (
        <Choices
          legend="Profiles"
          options={profiles.map((profile) => ({ value: profile.id, label: profileName(profile) }))}
          chosen={draft.profileIds}
          onChange={(profileIds) => set({ profileIds })}
        />
      )}
    </ConfirmDialog>
  );
}

/** Any of several choices. */
function Choices<Value extends string | number>({
  legend,
  options,
  chosen,
  onChange,
}: {
  legend: string;
  options: readonly { readonly value: Value; readonly label: string }[];
  chosen: readonly Value[];
  onChange: (chosen: readonly Value[]) => void;
}) {
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className={styles.choice}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
            }
          />
          <bdi>{label}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
