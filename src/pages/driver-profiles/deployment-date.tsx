import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import {
  type Deployment,
  type DeploymentChoice,
  datePresets,
} from '../../actions/driver-approval/local-time.ts';
import { InputField } from '../../ui/field.tsx';
import { formatMoment } from '../../ui/format.ts';
import styles from './deployment-date.module.css';

/** The time of day that a preset takes where none was typed: before people start to work. */
const usualTime = '06:00';

/**
 * When Windows Update makes drivers available: as soon as possible, or on a date typed in this browser's zone and shown
 * in UTC as well. A time that clocks skip or show twice is resolved aloud.
 *
 * @param props.mustHaveDate a change of date is nothing without one: then there is no choice
 */
export function DeploymentDate({
  choice,
  deployment,
  zone,
  now,
  mustHaveDate,
  onChange,
}: {
  choice: DeploymentChoice;
  deployment: Deployment;
  zone: string;
  /** Epoch ms. */
  now: number;
  mustHaveDate: boolean;
  onChange: (choice: DeploymentChoice) => void;
}) {
  const name = useId();
  const onDate = choice.when === 'onDate';
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Make available in Windows Update</legend>
      {!mustHaveDate && (
        <div className={styles.choices}>
          <label className={styles.choice}>
            <input
              type="radio"
              name={name}
              checked={!onDate}
              onChange={() => onChange({ ...choice, when: 'asSoonAsPossible' })}
            />
            As soon as possible
          </label>
          <label className={styles.choice}>
            <input
              type="radio"
              name={name}
              checked={onDate}
              onChange={() => onChange({ ...choice, when: 'onDate' })}
            />
            On a date
          </label>
        </div>
      )}
      {onDate && (
        <>
          <DateField choice={choice} deployment={deployment} zone={zone} onChange={onChange} />
          <div className={styles.presets}>
            {datePresets(now, zone, choice.date.split('T')[1] || usualTime).map(({ label, date }) => (
              <Button
                key={label}
                type="button"
                size="small"
                shape="circular"
                appearance={choice.date === date ? 'primary' : 'outline'}
                aria-pressed={choice.date === date}
                onClick={() => onChange({ ...choice, date })}
              >
                {label}
              </Button>
            ))}
          </div>
        </>
      )}
    </fieldset>
  );
}

function DateField({
  choice,
  deployment: { instant, kind, error },
  zone,
  onChange,
}: {
  choice: DeploymentChoice;
  deployment: Deployment;
  zone: string;
  onChange: (choice: DeploymentChoice) => void;
}) {
  return (
    <InputField
      label="Date and time"
      type="datetime-local"
      value={choice.date}
      required
      onChange={({ target }) => onChange({ ...choice, date: target.value })}
      error={choice.date === '' ? undefined : error}
      hint={
        instant === null || error !== undefined ? (
          `Time zone: ${zone}.`
        ) : (
          <>
            Available from {formatMoment(instant)}. Time zone: {zone}.
            {kind === 'skipped' &&
              ' That time doesn’t exist on this day because clocks go forward; using the time an hour later.'}
            {kind === 'twice' &&
              ' That time comes twice on this day because clocks go back; using the first of the two.'}
          </>
        )
      }
    />
  );
}
