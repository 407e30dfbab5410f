import { AddRegular } from '@fluentui/react-icons/headless/svg/add';
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import { type ReactNode, useId, useState } from 'react';
import { Button } from './button.tsx';
import { DialogList } from './confirm-dialog.tsx';
import styles from './dialog-parts.module.css';
import { InputField } from './field.tsx';

/** The parts of a review dialog, in the order in which they stand. */

/** The numbers that the decision rests on. */
export function NumberStrip({
  numbers,
}: {
  numbers: readonly { readonly value: string; readonly label: string }[];
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form
    <div role="group" className={styles.strip} aria-label="In numbers">
      {numbers.map(({ value, label }) => (
        <div key={label} className={styles.number}>
          <span className={styles.value}>{value}</span> {label}
        </div>
      ))}
    </div>
  );
}

/** Warnings in one box, each on a line. */
export function DialogWarning({ children }: { children: ReactNode }) {
  return (
    <div className={styles.warning}>
      <span className={styles.warningIcon}>
        <WarningFilled />
      </span>
      <div>{children}</div>
    </div>
  );
}

/** A list that opens under one line that sums it up. */
export function DialogDisclosure({
  summary,
  label,
  isOpen: isOpenAtFirst,
  children,
}: {
  summary: ReactNode;
  /** The accessible name of the list. */
  label: string;
  /** Open at first: a person must not have to look for the few targets of a decision. */
  isOpen: boolean;
  /** List items: made only while the list is open, for there may be thousands. */
  children: () => ReactNode;
}) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <details
      className={styles.disclosure}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className={styles.summary}>
        {/* Keeps a leading number first in right-to-left text. */}
        <bdi>{summary}</bdi>
      </summary>
      {isOpen && <DialogList label={label}>{children()}</DialogList>}
    </details>
  );
}

/** A choice that adds to the decision, with its consequence. */
export function DialogCheckbox({
  label,
  hint,
  checked,
  onChange,
}: {
  label: string;
  hint: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.checked)}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      </div>
    </div>
  );
}

/** One of several choices, all in sight. */
export function DialogRadios<Value extends string>({
  legend,
  options,
  value,
  onChange,
}: {
  legend: ReactNode;
  options: readonly { readonly value: Value; readonly label: ReactNode; readonly hint?: string }[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  const id = useId();
  return (
    <fieldset className={styles.radios}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map(({ value: each, label, hint }) => (
        <div key={each} className={styles.choice}>
          <input
            type="radio"
            id={`${id}-${each}`}
            name={id}
            checked={each === value}
            aria-describedby={hint === undefined ? undefined : `${id}-${each}-hint`}
            onChange={() => onChange(each)}
          />
          <div>
            <label htmlFor={`${id}-${each}`}>{label}</label>
            {hint !== undefined && (
              <div id={`${id}-${each}-hint`} className={styles.hint}>
                {hint}
              </div>
            )}
          </div>
        </div>
      ))}
    </fieldset>
  );
}

/** Where the note about a task goes: the hand-over of its author tells that note. */
export const taskNoteFate = 'Saved in this browser and told in your hand-over, not sent to Microsoft.';

/** A person's own note, behind a button until there is one. @param props.isFirst see `ConfirmDialog` */
export function NoteField({
  note,
  onNoteChange,
  isFirst = false,
  fate = 'Saved in this browser, not sent to Microsoft.',
}: {
  note: string;
  onNoteChange: (note: string) => void;
  isFirst?: boolean;
  /** Where the note goes. */
  fate?: string | undefined;
}) {
  const [isOpen, setOpen] = useState(isFirst || note !== '');
  if (!isOpen) {
    return (
      <div>
        <Button
          type="button"
          appearance="subtle"
          size="small"
          icon={<AddRegular />}
          onClick={() => setOpen(true)}
        >
          Add a note
        </Button>
      </div>
    );
  }
  return (
    <InputField
      label="Note (optional)"
      hint={`For example, a ticket number. ${fate}`}
      value={note}
      maxLength={200}
      // The button that had the focus made way for this field.
      autoFocus={note === '' && !isFirst}
      data-first-field={isFirst || undefined}
      onChange={({ target }) => onNoteChange(target.value)}
    />
  );
}
