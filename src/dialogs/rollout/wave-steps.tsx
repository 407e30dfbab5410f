import { DialogRadios } from '../../ui/dialog-parts.tsx';
import { InputField } from '../../ui/field.tsx';
import styles from './rollout-dialog.module.css';
import type { RolloutDraft } from './use-rollout.ts';

const options = [
  { value: 'days', label: 'Some days after the profile before' },
  { value: 'patchTuesday', label: 'On the next Patch Tuesday after the profile before' },
] as const;

/** How each profile of a rollout follows the one before it. */
export function WaveSteps({
  step,
  daysText,
  daysError,
  hasFreezes,
  onStepChange,
  onDaysChange,
}: {
  step: RolloutDraft['step'];
  /** As typed; "3, 7" where profiles differ. */
  daysText: string;
  daysError: string | undefined;
  /** Some days are frozen: dates that follow skip them. */
  hasFreezes: boolean;
  onStepChange: (step: RolloutDraft['step']) => void;
  /** For all profiles but the first. */
  onDaysChange: (text: string) => void;
}) {
  return (
    <>
      <DialogRadios
        legend="The profiles after the first"
        options={options}
        value={step}
        onChange={onStepChange}
      />
      {step === 'days' && (
        <div className={styles.days}>
          <InputField
            label="Days from one profile to the next"
            hint="“3, 7”: three days, then seven; 0: the same date. Kept for the next decision."
            autoComplete="off"
            value={daysText}
            error={daysError}
            onChange={({ target: { value } }) => onDaysChange(value)}
          />
        </div>
      )}
      {hasFreezes && <p className={styles.hint}>Dates that follow the first skip your freezes.</p>}
    </>
  );
}
