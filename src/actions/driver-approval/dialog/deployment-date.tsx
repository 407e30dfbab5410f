import { useId } from 'react';
import { dayIn, usualTime } from '../../../lib/zone-day.ts';
import { Button } from '../../../ui/button.tsx';
import { DayField } from '../../../ui/date-time/day-field.tsx';
import { TimeField } from '../../../ui/date-time/time-field.tsx';
import { formatMoment } from '../../../ui/format.ts';
import { type Deployment, type DeploymentChoice, datePresets } from '../local-time.ts';
import styles from './deployment-date.module.css';

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
          <Moment choice={choice} deployment={deployment} zone={zone} now={now} onChange={onChange} />
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

/** The day and the time, and the instant that they name. */
function Moment({
  choice,
  deployment: { instant, kind, error },
  zone,
  now,
  onChange,
}: {
  choice: DeploymentChoice;
  deployment: Deployment;
  zone: string;
  now: number;
  onChange: (choice: DeploymentChoice) => void;
}) {
  const id = useId();
  // No time was typed or deleted yet: then the usual one stands there.
  const [day = '', time = usualTime] = choice.date.split('T');
  const change = (nextDay: string, nextTime: string) =>
    onChange({ ...choice, date: `${nextDay}T${nextTime}` });
  return (
    <div>
      <div className={styles.fields}>
        <DayField
          label="Date"
          value={day}
          from={dayIn(zone, now)}
          describedBy={id}
          error={instant === null ? undefined : error}
          onChange={(next) => change(next, time)}
        />
        <TimeField label="Time" value={time} describedBy={id} onChange={(next) => change(day, next)} />
      </div>
      <div id={id} className={styles.hint}>
        {instant === null || error !== undefined ? (
          `Time zone: ${zone}.`
        ) : (
          <>
            Available from {formatMoment(instant)}. Time zone: {zone}.
            {kind === 'skipped' &&
              ' That time doesn’t exist on this day because clocks go forward; using the time an hour later.'}
            {kind === 'twice' &&
              ' That time comes twice on this day because clocks go back; using the first of the two.'}
          </>
        )}
      </div>
    </div>
  );
}
