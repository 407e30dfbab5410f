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
  draft: { step, daysBetween },
  daysError,
  hasFreezes,
  onChange,
}: {
  draft: Pick<RolloutDraft, 'step' | 'daysBetween'>;
  daysError: string | undefined;
  /** Some days are frozen: dates that follow skip them. */
  hasFreezes: boolean;
  onChange: (change: Partial<RolloutDraft>) => void;
}) {
  return (
    <>
      <DialogRadios
        legend="The profiles after the first"
        options={options}
        value={step}
        onChange={(next) => onChange({ step: next })}
      />
      {step === 'days' && (
        <div className={styles.days}>
          <InputField
            label="Days from one profile to the next"
            hint="0: all on the same date. Counted in the order above."
            inputMode="numeric"
            value={daysBetween}
            error={daysError}
            onChange={({ target: { value } }) => onChange({ daysBetween: value })}
          />
        </div>
      )}
      {hasFreezes && <p className={styles.hint}>Dates that follow the first skip your freezes.</p>}
    </>
  );
}
