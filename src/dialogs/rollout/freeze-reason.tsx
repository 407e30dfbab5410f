import type { Freeze } from '../../resources/driver-updates/freeze.ts';
import { freezeNames } from '../../resources/driver-updates/freeze-words.ts';
import { DialogWarning } from '../../ui/dialog-parts.tsx';
import { InputField } from '../../ui/field.tsx';

/** Why not yet, where a date inside a freeze has no reason. */
export const reasonMissing = 'Enter a reason, or choose a date outside the freeze';

/** A date inside freezes needs a person's reason; nothing where it falls into none. */
export function FreezeReason({
  freezes,
  reason,
  onChange,
}: {
  freezes: readonly Freeze[];
  reason: string;
  onChange: (reason: string) => void;
}) {
  if (freezes.length === 0) return null;
  return (
    <>
      <DialogWarning>
        This date is frozen: <bdi>{freezeNames(freezes)}</bdi>.
      </DialogWarning>
      <InputField
        label="Reason for a date inside the freeze"
        hint="Saved with the decision in the history of this browser, not sent to Microsoft."
        value={reason}
        maxLength={200}
        onChange={({ target }) => onChange(target.value)}
      />
    </>
  );
}
