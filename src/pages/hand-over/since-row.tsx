import { useState } from 'react';
import { hoursOnOffer, hoursParam, type Since, signedInAt } from '../../dialogs/hand-over/since.ts';
import { dayOf } from '../../lib/local-day.ts';
import { DayField } from '../../ui/date-time/day-field.tsx';
import { TimeField } from '../../ui/date-time/time-field.tsx';
import { formatMinute, formatTime } from '../../ui/format.ts';
import { QuickFilter } from '../../ui/list-page/quick-filter.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './since-row.module.css';

/** From when on changes are told: the last hours, the sign-in, or a time. */
export function SinceRow({
  since,
  onChange,
}: {
  since: Since;
  /** @param since as the address says it */
  onChange: (since: string | undefined) => void;
}) {
  const signIn = signedInAt();
  const now = useNow();
  return (
    <fieldset className={styles.row}>
      <legend className={styles.label}>Changes since</legend>
      {signIn !== undefined && (
        <QuickFilter
          label={`My sign-in, ${dayOf(signIn) === dayOf(now) ? formatTime(signIn) : formatMinute(signIn)}`}
          count={undefined}
          isOn={since.kind === 'signIn'}
          onChange={() => onChange('signIn')}
        />
      )}
      {hoursOnOffer.map((hours) => (
        <QuickFilter
          key={hours}
          label={`${hours} hours ago`}
          count={undefined}
          isOn={since.kind === 'hours' && since.hours === hours}
          onChange={() => onChange(hoursParam(hours))}
        />
      ))}
      <QuickFilter
        label="A date and time"
        count={undefined}
        isOn={since.kind === 'at'}
        onChange={() => onChange(textOf(since.instant))}
      />
      {since.kind === 'at' ? (
        <Fields since={since} onChange={onChange} />
      ) : (
        <span className={styles.instant}>{formatMinute(since.instant)}</span>
      )}
      {since.instant > now && (
        <span className={styles.instant} role="status">
          This time hasn’t come yet
        </span>
      )}
    </fieldset>
  );
}

/** The time that was chosen, in fields. While one is half typed, the time before stands. */
function Fields({ since, onChange }: { since: Since; onChange: (since: string) => void }) {
  const [[day = '', time = ''], setTyped] = useState(textOf(since.instant).split('T'));
  const change = (nextDay: string, nextTime: string) => {
    setTyped([nextDay, nextTime]);
    if (nextDay !== '' && nextTime !== '') onChange(`${nextDay}T${nextTime}`);
  };
  return (
    <span className={styles.fields}>
      <DayField label="Date" placement="row" value={day} onChange={(next) => change(next, time)} />
      <TimeField label="Time" placement="row" value={time} onChange={(next) => change(day, next)} />
    </span>
  );
}

/** "2026-11-30T14:00", in this browser's zone. */
function textOf(instant: number): string {
  const date = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${dayOf(instant)}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
